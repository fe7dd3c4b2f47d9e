#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/language.hpp"
#include "base/time.hpp"

namespace office {

// "1.2 GB", in thousands, as disks are sold.
std::string size_text(std::uint64_t bytes);
// "21 พ.ย. 69 09.00 น.", in Bangkok.
std::string moment_text(base::Instant moment, base::Language language);

// What the program calls "circles.session_held" in words: the text of locales/ under `prefix` and the name with underscores. The name
// itself if nobody wrote any.
std::string words_of(std::string_view prefix, std::string_view name, base::Language language);

}  // namespace office
