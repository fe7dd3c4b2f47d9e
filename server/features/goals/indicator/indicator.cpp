#include "goals/indicator/indicator.hpp"

#include <algorithm>

#include "base/thai_text.hpp"
#include "base/utf8.hpp"
#include "http/uri.hpp"

namespace goals {

static constexpr std::size_t longest_code = 64;

static std::string_view summed(OverTime time) {
    switch (time) {
        case OverTime::sum:
            return "SUM";
        case OverTime::average:
            return "AVERAGE_SUM_ORG_UNIT";
        case OverTime::first:
            return "FIRST";
        case OverTime::last:
            return "LAST";
        case OverTime::min:
            return "MIN_SUM_ORG_UNIT";
        case OverTime::max:
            return "MAX_SUM_ORG_UNIT";
        default:
            return "CUSTOM";
    }
}

static std::string_view averaged(OverTime time) {
    switch (time) {
        case OverTime::average:
            return "AVERAGE";
        case OverTime::first:
            return "FIRST_AVERAGE_ORG_UNIT";
        case OverTime::last:
            return "LAST_AVERAGE_ORG_UNIT";
        default:
            return "CUSTOM";
    }
}

std::string_view aggregation_type(OverAreas areas, OverTime time) {
    if (areas == OverAreas::sum) return summed(time);
    if (areas == OverAreas::average) return averaged(time);
    if (areas == OverAreas::count && time == OverTime::count) return "COUNT";
    if (areas == OverAreas::min && time == OverTime::min) return "MIN";
    if (areas == OverAreas::max && time == OverTime::max) return "MAX";
    if (areas == OverAreas::none && time == OverTime::none) return "NONE";
    return "CUSTOM";
}

void check(const Traits& traits, json::Errors& errors) {
    if (traits.unit == Unit::other && traits.unit_name.value.empty()) errors.add("/unit_name", "required");
    if (traits.unit != Unit::other && !traits.unit_name.value.empty()) errors.add("/unit_name", "stays");
    if (traits.calculation != Calculation::ratio && traits.factor != 1) errors.add("/factor", "stays");
}

static bool is_code_letter(char32_t c) {
    constexpr char32_t first_thai = 0x0E01;
    constexpr char32_t last_thai = 0x0E4E;
    if (c >= first_thai && c <= last_thai) return c != 0x0E3F;  // ฿
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

std::string small_letters(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return small;
}

std::optional<std::string> read_code(std::string_view text) {
    auto code = base::tidy(text);
    const auto first = code.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    code = code.substr(first, code.find_last_not_of(' ') - first + 1);
    code = small_letters(code);
    std::size_t length = 0;
    for (std::size_t at = 0; at < code.size(); ++length)
        if (!is_code_letter(base::next_character(code, at))) return {};
    // A path segment of dots alone means another folder.
    if (length > longest_code || code.find_first_not_of('.') == std::string::npos) return {};
    return code;
}

std::string indicator_address(std::string_view code) {
    return "/indicators/" + http::encode_component(code);
}

}  // namespace goals
