#include "circles/use/use.hpp"

#include <algorithm>
#include <charconv>

#include "http/problem.hpp"

namespace circles {

static std::optional<base::TimeOfDay> after(std::optional<base::TimeOfDay> time, std::int64_t minutes) {
    if (!time) return {};
    const base::TimeOfDay later{time->minutes + static_cast<int>(minutes)};
    return later.valid() ? std::optional(later) : std::nullopt;
}

std::vector<AgendaBlock> with_steps(std::vector<AgendaBlock> agenda, const Method& method, std::optional<base::TimeOfDay> starts) {
    auto now = agenda.empty() ? starts : agenda.back().ends;
    for (const auto& step : method.steps) {
        const auto ends = after(now, step.minutes);
        agenda.push_back({.starts = ends ? now : std::nullopt,
                          .ends = ends,
                          .title = step.title,
                          .speaker = {},
                          .method = base::Text<0, 300>{method.title.value},
                          .output = {}});
        now = ends;
    }
    return agenda;
}

std::vector<AgendaBlock> without_steps(std::vector<AgendaBlock> agenda, const Method& method) {
    std::erase_if(agenda, [&](const AgendaBlock& block) {
        return base::or_empty(block.method) == method.title.value &&
               std::ranges::find(method.steps, block.title, &MethodStep::title) != method.steps.end();
    });
    return agenda;
}

static const MethodField* field_at(const Method& method, AnswerPart part, std::int64_t place) {
    const bool there = part == AnswerPart::field && place >= 0 && place < static_cast<std::int64_t>(method.fields.size());
    return there ? &method.fields[static_cast<std::size_t>(place)] : nullptr;
}

bool names_somebody(const Method& method, AnswerPart part, std::int64_t place) {
    const auto* field = field_at(method, part, place);
    return !field || field->kind == FieldKind::person;
}

bool one_only(const Method& method, AnswerPart part, std::int64_t place) {
    const auto* field = field_at(method, part, place);
    return field && !field->many.value_or(false);
}

static bool is_number(const std::string& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

static std::string_view wrong_in(const MethodField& field, const std::string& text) {
    switch (field.kind) {
        case FieldKind::number:
            return is_number(text) ? "" : "not_number";
        case FieldKind::date:
            return base::date_from_iso(text) ? "" : "not_date";
        case FieldKind::choice:
            return std::ranges::find(*field.choices, text, &base::Line::value) == field.choices->end() ? "not_one_of_these" : "";
        case FieldKind::text:
        case FieldKind::person:
            break;
    }
    return "";
}

void require_fitting(const Method& method, const FieldAnswer& answer) {
    const auto refuse = [](std::string_view at, std::string_view code) { throw http::Problem(422, "invalid_input").at(at, code); };
    if (answer.part == AnswerPart::role) {
        if (answer.place >= static_cast<std::int64_t>(method.roles.size())) refuse("/place", "not_asked_here");
        return;
    }
    const auto* field = field_at(method, answer.part, answer.place);
    if (!field) refuse("/place", "not_asked_here");
    if (const auto wrong = wrong_in(*field, answer.body.value); !wrong.empty()) refuse("/body", wrong);
}

}  // namespace circles
