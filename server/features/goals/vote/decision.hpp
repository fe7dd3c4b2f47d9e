#pragma once

#include "goals/goal/goal.hpp"

// What was decided of a goal, or of an indicator that somebody proposed, as it is typed and as it is shown.
namespace goals {

struct DecisionForm {
    Decision decision{};
    std::optional<base::Date> on;
    std::optional<base::Text<0, 300>> meeting;
};
BOOST_DESCRIBE_STRUCT(DecisionForm, (), (decision, on, meeting))
void check(const DecisionForm& form, json::Errors& errors);

struct Decided {
    Decision decision{};
    std::optional<base::Date> on{};  // none while it is open
    std::string meeting{};
};
// Throws Problem 422 at "/on" for a day that is still to come.
Decided decided(const DecisionForm& form, base::Date today);

struct ShownDecision {
    Decision decision{};
    std::optional<base::Date> on;
    std::string meeting;
    std::string written_by;  // empty for somebody whom the viewer may not know
};
BOOST_DESCRIBE_STRUCT(ShownDecision, (), (decision, on, meeting, written_by))

}  // namespace goals
