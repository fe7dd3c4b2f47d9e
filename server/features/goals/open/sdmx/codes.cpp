#include "goals/open/sdmx/codes.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace goals {

std::string sdmx_name_of_figures() {
    return fmt::format("{}:{}({})", sdmx_agency, sdmx_figures, sdmx_version);
}

std::string sdmx_period(const base::ReportingPeriod& period) {
    using enum base::PeriodKind;
    auto first = base::to_iso(period.first);
    const int in_year = static_cast<int>(period.first.month);
    switch (period.kind) {
        case day:
            return first;
        case month:
            return first.substr(0, 7);
        case quarter:
            return fmt::format("{}-Q{}", first.substr(0, 4), (in_year - 1) / 3 + 1);
        case half_year:
            return fmt::format("{}-S{}", first.substr(0, 4), (in_year - 1) / 6 + 1);
        case year:
            return first.substr(0, 4);
        case week:
            return first + "/P7D";
        case fiscal_half:
            return first + "/P6M";
        case fiscal_year:
            return first + "/P1Y";
        case five_years:
            return first + "/P5Y";
    }
    return first;
}

std::string_view sdmx_frequency(base::PeriodKind kind) {
    using enum base::PeriodKind;
    switch (kind) {
        case day:
            return "D";
        case week:
            return "W";
        case month:
            return "M";
        case quarter:
            return "Q";
        case half_year:
        case fiscal_half:
            return "S";
        case year:
        case fiscal_year:
            return "A";
        case five_years:
            return "A5";
    }
    return "A";
}

static bool stands_for_itself(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

static std::string by_number(char32_t c) {
    constexpr char32_t last_of_four_digits = 0xFFFF;
    const auto number = static_cast<std::uint32_t>(c);
    return c > last_of_four_digits ? fmt::format("@{:06X}", number) : fmt::format("${:04X}", number);
}

std::string sdmx_code(std::string_view text) {
    std::string code;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = base::next_character(text, at);
        const bool begins_like_ours = code.empty() && c == '_';  // "_T" is SDMX's
        if (stands_for_itself(c) && !begins_like_ours)
            code += static_cast<char>(c);
        else
            code += by_number(c);
    }
    return code;
}

std::string sdmx_group(std::string_view breakdown) {
    return breakdown.empty() ? "_T" : sdmx_code(breakdown);
}

}  // namespace goals
