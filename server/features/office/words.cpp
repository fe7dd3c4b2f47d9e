#include "office/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"

namespace office {

std::string size_text(std::uint64_t bytes) {
    static constexpr std::array<std::string_view, 5> units{"B", "kB", "MB", "GB", "TB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1000 && unit + 1 < units.size(); ++unit) size /= 1000;
    return fmt::format("{:.{}f} {}", size, unit == 0 || size >= 10 ? 0 : 1, units[unit]);
}

std::string moment_text(base::Instant moment, base::Language language) {
    return base::short_date(base::bangkok_date(moment), language) + " " + base::time_text(base::bangkok_time(moment), language);
}

std::string words_of(std::string_view prefix, std::string_view name, base::Language language) {
    auto key = std::string(prefix).append(name);
    std::ranges::replace(key, '.', '_');
    return base::is_written(key) ? base::say(language, key) : std::string(name);
}

}  // namespace office
