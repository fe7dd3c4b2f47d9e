#include "circles/method/method.hpp"

#include <algorithm>

#include "base/first_words.hpp"

namespace circles {

void check(const MethodField& field, json::Errors& errors) {
    const bool has_choices = field.choices && !field.choices->empty();
    if (field.kind == FieldKind::choice && !has_choices) errors.add("/choices", "required");
    if (field.kind != FieldKind::choice && has_choices) errors.add("/choices", "stays");
    if (has_choices && field.choices->size() > 20) errors.add("/choices", "too_many_values", {{"max", 20}});
}

void check(const Method& method, json::Errors& errors) {
    const auto at_most = [&](std::string_view pointer, std::size_t is, int most) {
        if (is > static_cast<std::size_t>(most)) errors.add(std::string(pointer), "too_many_values", {{"max", most}});
    };
    at_most("/steps", method.steps.size(), 30);
    at_most("/questions", method.questions.size(), 20);
    at_most("/roles", method.roles.size(), 12);
    at_most("/fields", method.fields.size(), 40);
}

std::int64_t minutes_of(const Method& method) {
    std::int64_t all = 0;
    for (const auto& step : method.steps) all += step.minutes;
    return all;
}

std::int64_t follows_days(const Method& method) {
    std::int64_t last = 0;
    for (const auto& field : method.fields)
        if (field.days_after) last = std::max(last, field.days_after->value);
    return last;
}

records::Description describe(const Method& method, base::Language language) {
    return {.title = method.title.value,
            .title_en = base::or_empty(method.title_en),
            .summary = base::first_words(method.purpose.value),
            .language = language};
}

std::string searchable(const Method& method) {
    std::string text;
    const auto add = [&](std::string_view line) {
        if (!line.empty()) text.append(line).append("\n");
    };
    add(method.purpose);
    add(base::or_empty(method.suits));
    for (const auto& step : method.steps) {
        add(step.title);
        add(base::or_empty(step.how));
    }
    for (const auto& question : method.questions) add(question);
    for (const auto& role : method.roles) add(role.name);
    for (const auto& field : method.fields) add(field.label);
    add(base::or_empty(method.result));
    return text;
}

}  // namespace circles
