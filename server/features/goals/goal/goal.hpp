#pragma once

#include <optional>
#include <vector>

#include "base/decimal.hpp"
#include "base/reporting_period.hpp"
#include "goals/indicator/indicator.hpp"
#include "records/records.hpp"

// What people of a place want to come to: from a wish to a target. Pure.
namespace goals {

struct GoalTag {
    static constexpr std::string_view kind = "goal";
};
using GoalId = base::Id<GoalTag>;

// A number in a period, as it is typed.
struct TypedMark {
    base::Text<1, 40> period;  // as base::read_reporting_period reads it
    base::Decimal value;
    std::optional<base::Decimal> value_to;  // of a band: its upper end
};
BOOST_DESCRIBE_STRUCT(TypedMark, (), (period, value, value_to))

// A wish alone is enough to begin with; what is measured, from where and until when may come later.
struct GoalContent {
    base::Line title;
    std::optional<base::Text<0, 300>> title_en;
    std::optional<base::Text<0, 2000>> wish;     // in the words of whoever wished it
    std::optional<base::Text<0, 2000>> meaning;  // what the goal's words mean here
    base::AreaId area;                           // whose goal it is; the country: everybody's
    std::optional<records::RecordId> parent;     // the main goal that this one is part of
    std::optional<base::Text<0, 64>> indicator;  // its code
    std::optional<TypedMark> baseline;
    std::vector<TypedMark> targets;
    std::optional<std::vector<records::RecordId>> partners;  // organisations that share it
};
BOOST_DESCRIBE_STRUCT(GoalContent, (), (title, title_en, wish, meaning, area, parent, indicator, baseline, targets, partners))
// Baseline and targets are of one kind of period and later and later, and there is something by which they are measured.
void check(const GoalContent& content, json::Errors& errors);

// A number in a period, or two: the ends of a band.
struct Mark {
    base::ReportingPeriod period;
    base::Decimal value;
    std::optional<base::Decimal> value_to;

    friend bool operator==(const Mark&, const Mark&) = default;
};
// Of one that was checked.
Mark mark_of(const TypedMark& typed);
std::optional<Mark> baseline_of(const GoalContent& content);
std::vector<Mark> targets_of(const GoalContent& content);

enum class Decision : std::uint8_t { open, adopted, not_adopted };
BOOST_DESCRIBE_ENUM(Decision, open, adopted, not_adopted)

// How far a goal is on its way to being everybody's: it follows from what people did, nobody sets it.
enum class GoalState : std::uint8_t { proposed, supported, voted, adopted, not_adopted };
BOOST_DESCRIBE_ENUM(GoalState, proposed, supported, voted, adopted, not_adopted)
struct Backing {
    Decision decision{};
    std::int64_t supports{};  // persons
    std::int64_t counted{};   // places whose ballots were counted
};
GoalState state_of(const Backing& backing);

records::Description describe(const GoalContent& content, base::Language language);

}  // namespace goals
