#pragma once

#include <variant>

#include "goals/computed/composite.hpp"
#include "goals/computed/formula.hpp"
#include "goals/figures/figure.hpp"
#include "goals/indicator/definition.hpp"
#include "http/viewer.hpp"

// Indicators that nobody enters: computed from the figures of others when they are read.
namespace goals {

using Recipe = std::variant<Formula, Composite>;

// By the definition that holds in the period; none for an indicator that is entered.
std::optional<Recipe> find_recipe(db::Session& db, IndicatorId indicator, const base::ReportingPeriod& period);

// Of which indicators it is made, as read_code gives their codes.
std::vector<std::string> parts_of(const Recipe& recipe);

// One area's figure out of the figures of the parts, in the order of parts_of. It rests on as little as the least covered of those that
// have a number, and is hidden if one of them is.
Figure computed(const Recipe& recipe, const std::vector<Figure>& parts);

// Adds what is wrong with a definition's recipe: indicators that there are not for its author, and one that in the end is made of itself.
void check_parts(db::Session& db, const http::Viewer& author, std::string_view code, const Definition& definition, json::Errors& errors);

}  // namespace goals
