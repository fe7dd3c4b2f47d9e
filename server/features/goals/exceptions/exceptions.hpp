#pragma once

#include "goals/situation/situation.hpp"

// What somebody who answers for an area should look into, and why: to ask and to help, not to rank. Pure; search.hpp reads.
namespace goals {

// off_target: something is still to go to what is aimed at. worse: than in the period before. missing: nothing came, or not from all who
// are asked. odd: a number unlike its like, and nobody has said yet why.
enum class ExceptionReason : std::uint8_t { off_target, worse, missing, odd };
BOOST_DESCRIBE_ENUM(ExceptionReason, off_target, worse, missing, odd)

// One indicator in one area, with all that is known of it there.
struct ExceptionLine {
    PlaceName area;
    std::string code;
    std::string title;
    std::string title_en;
    Traits traits;
    std::string period;  // as it is written; empty: nobody has ever reported it
    std::string period_title;
    std::vector<ExceptionReason> reasons;  // the weightiest first
    std::optional<base::Decimal> value;
    std::optional<Aim> aim;
    std::optional<base::Decimal> gap;
    std::optional<base::Decimal> before;
    std::string before_title;
    std::int64_t reported{};
    std::optional<std::int64_t> expected;  // none: nobody else is asked
    std::int64_t odd{};                    // values in it that wait for a word
};
BOOST_DESCRIBE_STRUCT(ExceptionLine, (),
                      (area, code, title, title_en, traits, period, period_title, reasons, value, aim, gap, before, before_title, reported,
                       expected, odd))

// How many lines have each reason.
struct ExceptionCounts {
    std::int64_t off_target{};
    std::int64_t worse{};
    std::int64_t missing{};
    std::int64_t odd{};
};
BOOST_DESCRIBE_STRUCT(ExceptionCounts, (), (off_target, worse, missing, odd))

struct ExceptionList {
    std::vector<ExceptionLine> lines;  // the farthest first
    std::int64_t more{};               // lines that are left out
    ExceptionCounts counts;            // of all lines
    std::int64_t looked_at{};          // numbers, those that are expected and missing among them
    std::int64_t hidden{};             // numbers that are not told, and of which nothing is said
    bool seeks_odd{};                  // odd values were looked for
};
BOOST_DESCRIBE_STRUCT(ExceptionList, (), (lines, more, counts, looked_at, hidden, seeks_odd))

std::vector<ExceptionReason> reasons_of(const ExceptionLine& known, Found found);

// How far from where it should be, by its first reason: 0 to 1.
double distance_of(const ExceptionLine& line);

// What is off target before what got worse, then what is missing, then what is odd; of each the farthest first.
void keep_farthest(ExceptionList& list, std::size_t most);

}  // namespace goals
