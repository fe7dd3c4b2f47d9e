#pragma once

#include <string>

#include "base/language.hpp"
#include "circles/circles.hpp"

// A session in plain words, ready to paste into a chat group, a page or a mail; without a link.
namespace channels {

// "วันพุธที่ 25 พฤศจิกายน 2569 เวลา 09.00 น. – 11.30 น."
std::string when(const circles::Day& day, base::Language language);
std::string invitation(const circles::Day& day, const circles::Summary& summary, base::Language language);
std::string thanks(const circles::Day& day, const circles::Summary& summary, base::Language language);

}  // namespace channels
