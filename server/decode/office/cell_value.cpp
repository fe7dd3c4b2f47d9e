#include "decode/office/cell_value.hpp"

#include <fmt/format.h>
#include <charconv>
#include <cmath>

#include "base/time.hpp"

namespace decode::office {
namespace {

// Without what stands in quotes, in brackets or behind a backslash: colours, languages, words.
std::string bare(std::string_view code) {
    std::string result;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '"' || c == '[') {
            const auto end = code.find(c == '"' ? '"' : ']', at + 1);
            at = std::min(end, code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else {
            result += c;
        }
    }
    return result;
}

base::Date day_of(std::int64_t number, Epoch epoch) {
    if (epoch == Epoch::of_1904) return base::add_days({1904, 1, 1}, static_cast<int>(number));
    constexpr int invented = 60;  // 29 February 1900, which never was
    return base::add_days({1899, 12, 30}, static_cast<int>(number < invented ? number + 1 : number));
}

}  // namespace

NumberFormat number_format(std::string_view code) {
    const auto signs = bare(code.substr(0, code.find(';')));
    if (signs.find_first_of("dDyYbB") != std::string::npos || signs.find("ว") != std::string::npos || signs.find("ป") != std::string::npos)
        return {true, 0};
    const bool zeros = signs.size() > 1 && signs.find_first_not_of('0') == std::string::npos;
    return {false, zeros ? signs.size() : 0};
}

NumberFormat number_format(int id) {
    const auto among = [=](int first, int last) { return id >= first && id <= last; };
    return {among(14, 17) || id == 22 || among(27, 36) || among(50, 58) || among(71, 74) || id == 81, 0};  // ISO 29500-1, 18.8.30
}

std::string value_text(std::string_view number, const NumberFormat& format, Epoch epoch) {
    constexpr double last_day = 2'958'465, exact = 1e15;
    double value = 0;
    const auto [end, error] = std::from_chars(number.begin(), number.end(), value);
    if (error != std::errc() || end != number.end() || !std::isfinite(value)) return std::string(number);
    if (format.date && value >= 1 && value <= last_day) return date_text(base::to_iso(day_of(static_cast<std::int64_t>(value), epoch)));
    if (value == std::floor(value) && std::abs(value) < exact)
        return fmt::format("{:0{}}", static_cast<std::int64_t>(value), format.digits);
    return fmt::format("{:.15g}", value);
}

std::string date_text(std::string_view iso) {
    auto date = base::date_from_iso(iso.substr(0, 10));
    if (!date) return std::string(iso);
    constexpr int first_buddhist = 2400, between = 543;
    if (date->year >= first_buddhist) date->year -= between;
    return base::to_iso(*date);
}

}  // namespace decode::office
