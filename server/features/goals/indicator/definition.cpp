#include "goals/indicator/definition.hpp"

#include <algorithm>
#include <initializer_list>

#include "base/first_words.hpp"
#include "goals/computed/formula.hpp"

namespace goals {

static constexpr std::size_t most_breakdowns = 40;

static bool has_twice(std::vector<base::Line> lines) {
    std::ranges::sort(lines, {}, &base::Line::value);
    return std::ranges::adjacent_find(lines, {}, &base::Line::value) != lines.end();
}

static std::string_view code_of(FormulaFault fault) {
    switch (fault) {
        case FormulaFault::empty:
            return "required";
        case FormulaFault::unexpected:
            return "formula_unexpected";
        case FormulaFault::unclosed:
            return "formula_unclosed";
        case FormulaFault::not_a_code:
            return "formula_not_a_code";
        case FormulaFault::not_number:
            return "formula_not_number";
        case FormulaFault::too_deep:
            return "formula_too_deep";
    }
    return {};
}

static void check_formula(const Definition& definition, json::Errors& errors) {
    const auto text = base::or_empty(definition.formula);
    if (!text.empty() && definition.composite) errors.add("/formula", "stays");
    const auto read = read_formula(text);
    const auto* wrong = std::get_if<WrongFormula>(&read);
    if (!text.empty() && wrong != nullptr) errors.add("/formula", code_of(wrong->fault), {{"at", std::int64_t{wrong->at}}});
}

void check(const Definition& definition, json::Errors& errors) {
    check_formula(definition, errors);
    if (definition.levels && !definition.levels->empty() && definition.levels->size() != score_steps)
        errors.add("/levels", "needs_all_steps", {{"steps", std::int64_t{score_steps}}});
    if (definition.groups_add_up.value_or(false) && (!definition.groups || definition.groups->size() < 2))
        errors.add("/groups", "required");
    if (!definition.groups) return;
    if (definition.groups->size() > most_breakdowns) errors.add("/groups", "too_many_values", {{"max", std::int64_t{most_breakdowns}}});
    if (has_twice(*definition.groups)) errors.add("/groups", "duplicate");
}

static void check_target(const Traits& traits, const Definition& definition, json::Errors& errors) {
    if (traits.direction != Direction::band && definition.target_to) errors.add("/target_to", "stays");
    if (definition.target_to && !definition.target) errors.add("/target", "required");
    if (definition.target && definition.target_to && *definition.target_to < *definition.target) errors.add("/target_to", "below_start");
}

void check_against(const Traits& traits, const Definition& definition, json::Errors& errors) {
    const bool has_levels = definition.levels && !definition.levels->empty();
    if (traits.calculation == Calculation::score && !has_levels) errors.add("/levels", "required");
    if (traits.calculation != Calculation::score && has_levels) errors.add("/levels", "stays");
    const bool is_computed = !base::or_empty(definition.formula).empty() || definition.composite;
    if (is_computed && traits.calculation != Calculation::plain) errors.add(definition.composite ? "/composite" : "/formula", "only_plain");
    check_target(traits, definition, errors);
}

records::Description describe(const Definition& definition, base::Language language) {
    const auto said = definition.goal ? definition.goal->value : base::or_empty(definition.rule);
    return {.title = definition.title.value,
            .title_en = base::or_empty(definition.title_en),
            .summary = base::first_words(said),
            .language = language};
}

std::string searchable(const Definition& definition, std::string_view code) {
    std::string text{code};
    const auto add = [&](std::string_view line) {
        if (!line.empty()) text.append("\n").append(line);
    };
    for (const auto& part :
         {base::or_empty(definition.reason), base::or_empty(definition.goal), base::or_empty(definition.looked_at_by),
          base::or_empty(definition.applies_to), base::or_empty(definition.rule), base::or_empty(definition.verification),
          base::or_empty(definition.assessor), base::or_empty(definition.source), base::or_empty(definition.keeper)})
        add(part);
    for (const auto& level : definition.levels.value_or(std::vector<base::Line>{})) add(level);
    for (const auto& group : definition.groups.value_or(std::vector<base::Line>{})) add(group);
    return text;
}

}  // namespace goals
