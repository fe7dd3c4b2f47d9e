#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "goals/indicator/indicator.hpp"
#include "goals/rollup/summary.hpp"

// What somebody wrote as a value: a number, or the word for one of the other states. Pure.
namespace goals {

// What was read otherwise than it stands there, and is no mistake.
struct Remarks {
    std::int64_t rounded{};       // more than six decimals
    std::int64_t minus_zeros{};   // read as zero
    std::int64_t bare_percent{};  // without what they are a part of: each area counts alike
    bool open_end{};              // the last line has no end: it may be cut off
};

// Which of the two texts is wrong, and why: a locale key without "problem_".
struct ReportFault {
    enum class In : std::uint8_t { value, denominator } in{};
    std::string_view code;
};

std::variant<Report, ReportFault> read_report(const Indicator& of, std::string_view value, std::string_view denominator, Remarks& remarks);

}  // namespace goals
