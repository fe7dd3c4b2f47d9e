#include "goals/computed/recipe.hpp"

#include <algorithm>
#include <set>

#include "goals/indicator/shown_indicator.hpp"

namespace goals {

static std::optional<Recipe> recipe_of(const Definition& definition) {
    if (definition.composite) return *definition.composite;
    if (base::or_empty(definition.formula).empty()) return {};
    auto read = read_formula(definition.formula->value);
    if (auto* formula = std::get_if<Formula>(&read)) return std::move(*formula);
    return {};
}

std::optional<Recipe> find_recipe(db::Session& db, IndicatorId indicator, const base::ReportingPeriod& period) {
    const auto definition = find_definition(db, indicator, period.last.year);
    return definition ? recipe_of(*definition) : std::nullopt;
}

std::vector<std::string> parts_of(const Recipe& recipe) {
    if (const auto* formula = std::get_if<Formula>(&recipe)) return formula->codes();
    std::vector<std::string> codes;
    for (const auto& member : std::get<Composite>(recipe).members) codes.push_back(read_code(member.indicator.value).value_or(""));
    return codes;
}

static std::optional<base::Decimal> value_of(const Recipe& recipe, const std::vector<std::string>& codes,
                                             const std::vector<Figure>& parts) {
    const auto value = [&](const std::string& code) {
        return parts[static_cast<std::size_t>(std::ranges::find(codes, code) - codes.begin())].value;
    };
    if (const auto* formula = std::get_if<Formula>(&recipe)) return formula->value(value);
    std::vector<std::optional<base::Decimal>> values;
    values.reserve(parts.size());
    for (const auto& part : parts) values.push_back(part.value);
    return value_of(std::get<Composite>(recipe), values);
}

// reported / expected is less than that of the other; what expects nothing covers nothing that could lack.
static bool covers_less(const Figure& a, const Figure& b) {
    const auto expected = [](const Figure& figure) { return figure.expected.value_or(0); };
    if (expected(a) == 0 || expected(b) == 0) return expected(a) != 0;
    return a.reported * expected(b) < b.reported * expected(a);
}

// Of those that have a number; what is missing is named.
static const Figure* least_covered(const std::vector<Figure>& parts) {
    const Figure* least = nullptr;
    for (const auto& part : parts)
        if ((part.value || part.hidden) && (least == nullptr || covers_less(part, *least))) least = &part;
    return least;
}

Figure computed(const Recipe& recipe, const std::vector<Figure>& parts) {
    Figure figure;
    const auto codes = parts_of(recipe);
    figure.computed = Computed{std::ssize(parts), {}};
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!parts[i].value && !parts[i].hidden) figure.computed->missing.push_back(codes[i]);
    if (const auto* least = least_covered(parts)) {
        figure.reported = least->reported;
        figure.expected = least->expected;
        figure.not_asked = least->not_asked;
        figure.not_applicable = least->not_applicable;
    }
    figure.hidden = std::ranges::any_of(parts, &Figure::hidden);
    if (!figure.hidden) figure.value = value_of(recipe, codes, parts);
    return figure;
}

// Whether an indicator is made of another one, in any of its definitions, however far down.
class Descent {
  public:
    Descent(db::Session& db, std::string_view sought) : db_(db), sought_(sought) {}

    bool leads_to_it(const std::string& code) {
        if (code == sought_) return true;
        if (!seen_.insert(code).second) return false;
        const auto indicator = find_indicator(db_, code);
        if (!indicator) return false;
        for (const auto& version : list_definitions(db_, indicator->id)) {
            const auto recipe = recipe_of(version.content);
            if (recipe && std::ranges::any_of(parts_of(*recipe), [&](const auto& part) { return leads_to_it(part); })) return true;
        }
        return false;
    }

  private:
    db::Session& db_;
    std::string sought_;
    std::set<std::string> seen_;
};

void check_parts(db::Session& db, const http::Viewer& author, std::string_view code, const Definition& definition, json::Errors& errors) {
    const auto recipe = recipe_of(definition);
    if (!recipe) return;
    const auto codes = parts_of(*recipe);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto at = definition.composite ? "/composite/members/" + std::to_string(i) + "/indicator" : std::string("/formula");
        if (Descent(db, code).leads_to_it(codes[i]))
            errors.add(at, "formula_circular", {{"code", codes[i]}});
        else if (!find_readable(db, author, codes[i]))
            errors.add(at, "formula_unknown", {{"code", codes[i]}});
    }
}

}  // namespace goals
