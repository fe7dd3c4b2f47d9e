#include "goals/values/value_step.hpp"

#include <algorithm>

#include "base/json/json.hpp"
#include "base/locale.hpp"
#include "goals/counted/counted_queries.hpp"
#include "goals/entry/deed.hpp"
#include "goals/entry/keepers.hpp"
#include "goals/goals.hpp"
#include "goals/values/value_import_queries.hpp"
#include "http/problem.hpp"

namespace goals {

namespace {

base::ReportingPeriod period_of(const ValueStep& step) {
    return {step.kind, step.first, step.last};
}

// All rows of one transaction are one entry.
EntryId entry_now(db::Tx& tx, base::PersonId by) {
    if (const auto entry = find_entry_of_now(tx, by)) return *entry;
    return insert_entry(tx, {.by = by, .source = base::say(base::Language::th, "event_goals_values_imported")});
}

Stored put(db::Tx& tx, const imports::Order& order, const ValueStep& step, const Standing& wanted) {
    const auto series = get_series(tx, step.indicator, period_of(step), step.breakdown);
    const NewValue value{series, step.area, wanted.state, wanted.numerator, wanted.denominator};
    const auto by = order.viewer.person;
    const auto stored = store(tx, entry_now(tx, by), wanted.stage, {&value, 1});
    const Report report{wanted.state, wanted.numerator, wanted.denominator};
    if (!counts(wanted.stage)) insert_deed(tx, {.series = series, .area = step.area, .act = Act::entered, .by = by, .report = report});
    return stored;
}

void put_back(db::Tx& tx, const imports::Order& order, const ValueStep& step) {
    if (step.before) {
        put(tx, order, step, *step.before);
        return;
    }
    const auto series = get_series(tx, step.indicator, period_of(step), step.breakdown);
    remove(tx, series, {&step.area, 1});
    if (!counts(step.wanted.stage)) insert_deed(tx, {.series = series, .area = step.area, .act = Act::removed, .by = order.viewer.person});
}

std::optional<Standing> find_standing(db::Session& db, const ValueStep& step) {
    return goals::find_standing(db, {step.indicator, period_of(step), step.breakdown}, step.area);
}

}  // namespace

imports::Written write_value(db::Tx& tx, const imports::Order& order, const std::string& plan, const imports::Made&) {
    const auto step = json::read_own<ValueStep>(plan);
    const auto refuse = [&](std::string_view why) {
        return imports::Written{.wrong = {0, "value", std::string(why), base::to_text(step.wanted.numerator)}};
    };
    if (find_counter(tx, step.indicator)) return refuse("value_counted");
    if (!keepings_of(tx, order.viewer).in(step.area).enter) return refuse("not_a_keeper");
    if (find_standing(tx, step) != step.before) return refuse("changed_meanwhile");
    try {
        if (!put(tx, order, step, step.wanted).locked.empty()) return refuse("value_locked");
    } catch (const http::Problem& problem) {
        if (problem.code() != "sum_too_large") throw;
        put_back(tx, order, step);  // the value was in already when its sum turned out not to fit
        return refuse(problem.code());
    }
    return {.made = step.area.value, .did = plan};
}

imports::TakenBack take_back_value(db::Tx& tx, const imports::Order& order, const std::string& did) {
    const auto step = json::read_own<ValueStep>(did);
    const bool is_ours = find_standing(tx, step) == step.wanted;
    if (is_ours) put_back(tx, order, step);
    const auto area = areas::find(tx, step.area);
    return {is_ours ? "" : "changed_since",
            step.code + " " + base::title_of(period_of(step), base::Language::th) + " " +
                (area ? areas::title(*area, base::Language::th) : std::string()),
            indicator_address(step.code)};
}

bool is_keeper(db::Session& db, const http::Viewer& viewer) {
    return std::ranges::any_of(keepings_of(db, viewer).list(), [](const Keeping& one) { return one.role >= records::Role::contributor; });
}

void add_subjects(imports::Subjects& subjects) {
    subjects["values"] = {.event = "goals.values_imported",
                          .rows_a_write = 500,
                          .events = imports::Subject::Events::one_a_write,
                          .read = read_values,
                          .write = write_value,
                          .take_back = take_back_value,
                          .may_bring = is_keeper};
}

}  // namespace goals
