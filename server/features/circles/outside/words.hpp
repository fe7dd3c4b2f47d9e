#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "circles/outside/days.hpp"
#include "circles/outside/summary.hpp"

// A session in plain words, ready to paste into a chat group, a page or a mail; without a link.
namespace circles {

// "วันพุธที่ 25 พฤศจิกายน 2569 เวลา 09.00 น. – 11.30 น."
std::string when(const Day& day, base::Language language);
std::string invitation(const Day& day, const Summary& summary, base::Language language);
std::string thanks(const Day& day, const Summary& summary, base::Language language);
// Its lines, for a mail.
std::vector<std::string> paragraphs(const std::string& text);

}  // namespace circles
