#include "goals/vote/decision.hpp"

#include "http/problem.hpp"

namespace goals {

void check(const DecisionForm& form, json::Errors& errors) {
    if (form.decision != Decision::open && !form.on) errors.add("/on", "required");
}

Decided decided(const DecisionForm& form, base::Date today) {
    if (form.on && *form.on > today) throw http::Problem(422, "invalid_input").at("/on", "in_the_future");
    if (form.decision == Decision::open) return {};
    return {form.decision, form.on, base::or_empty(form.meeting)};
}

}  // namespace goals
