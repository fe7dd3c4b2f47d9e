#include "areas/changes/change.hpp"

#include <algorithm>

#include "areas/area.hpp"
#include "areas/area_queries.hpp"
#include "areas/changes/change_queries.hpp"
#include "base/json/json.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"

namespace areas {

namespace {

constexpr int most_changes = 200;

Step step_of(const Area& area, base::Language language) {
    return {area.code, area.level, title(area, language), false};
}

// An area of the plan by its number.
const Area* find_in(const Plan& plan, AreaId id) {
    for (const auto* areas : {&plan.begun, &plan.kept, &plan.ended})
        if (const auto found = std::ranges::find(*areas, id, &Area::id); found != areas->end()) return &*found;
    return nullptr;
}

std::vector<ChangedArea> changed_areas(const Plan& plan, const std::vector<Area>& areas, base::Language language) {
    std::vector<ChangedArea> list;
    list.reserve(areas.size());
    for (const auto& area : areas) {
        ChangedArea changed{area.code, area.level, title(area, language), {}};
        for (const auto& succession : plan.successions)
            if (const auto* into = succession.area == area.id ? find_in(plan, succession.successor) : nullptr)
                changed.into.push_back(step_of(*into, language));
        list.push_back(std::move(changed));
    }
    return list;
}

bool stands_as(db::Session& db, const Area& area) {
    const auto found = find(db, area.id);
    return found && json::write(*found) == json::write(area);
}

Area ended(Area area, base::Date holds_on) {
    area.valid_to = base::add_days(holds_on, -1);
    return area;
}

}  // namespace

ChangeView view_of(const Plan& plan, base::Language language) {
    return {.ended = changed_areas(plan, plan.ended, language),
            .begun = changed_areas(plan, plan.begun, language),
            .kept = changed_areas(plan, plan.kept, language),
            .name_before = plan.renaming ? title(plan.renaming->before, language) : "",
            .name_after = plan.renaming ? title(plan.renaming->after, language) : "",
            .raised = plan.raised};
}

ChangePreview look_at_change(db::Session& db, const ChangeForm& form, base::Date today, const AreaUse* use, base::Language language) {
    const auto planned = make_plan(db, form, today);
    if (!planned.errors.empty()) throw http::invalid_input(planned.errors);
    ChangePreview preview{.view = view_of(planned.plan, language), .waiting = {}, .offered = {}, .values_since = 0};
    for (const auto& area : planned.waiting) preview.waiting.push_back(step_of(area, language));
    for (const auto& area : planned.offered) preview.offered.push_back(step_of(area, language));
    if (use != nullptr)
        for (const auto& area : planned.plan.ended)
            if (const auto parent = parent_of(area.id); !parent || find_in(planned.plan, *parent) == nullptr)
                preview.values_since += use->count_values(db, area.id, base::last_of(area.id), form.holds_on);
    return preview;
}

ChangeId record_change(db::Tx& tx, base::PersonId by, const ChangeForm& form, const Plan& plan) {
    const ChangeRow row{.id = tx.new_id<ChangeId>(),
                        .kind = form.kind,
                        .holds_on = form.holds_on,
                        .source = form.source.value,
                        .body = json::write(plan),
                        .recorded_at = tx.now(),
                        .undone_at = {}};
    insert_change(tx, row, by);
    for (const auto& area : plan.ended) close_area(tx, area.id, base::add_days(form.holds_on, -1));
    for (const auto& area : plan.begun) store_area(tx, AreaRow(area));
    if (plan.renaming) store_area(tx, AreaRow(plan.renaming->after));
    for (const auto* areas : {&plan.ended, &plan.begun, &plan.kept})
        for (const auto& area : *areas) insert_changed(tx, row.id, area.id);
    if (plan.renaming) insert_changed(tx, row.id, plan.renaming->after.id);
    for (const auto& succession : plan.successions) insert_succession(tx, row.id, succession, form.holds_on);
    if (plan.raised)
        for (const auto& area : plan.kept) insert_municipality(tx, row.id, area.id, *plan.raised, form.holds_on);
    journal::record(tx, by, "areas.change_recorded", {row.id, 1, json::write(form)});
    return row.id;
}

static std::string_view what_rests_on(db::Session& db, const Plan& plan, const AreaUse* use) {
    for (const auto& area : plan.begun) {
        if (const auto parent = parent_of(area.id); parent && find_in(plan, *parent) != nullptr) continue;
        if (use != nullptr && use->count_values(db, area.id, base::last_of(area.id), {}) > 0) return "change_has_values";
        if (has_records(db, area.id)) return "change_has_records";
    }
    return "";
}

static bool has_later(db::Session& db, const ChangeRow& change, const Plan& plan) {
    const auto later = [&](const Area& area) { return is_changed_since(db, area.id, change.id); };
    return std::ranges::any_of(plan.ended, later) || std::ranges::any_of(plan.begun, later) || std::ranges::any_of(plan.kept, later) ||
           (plan.renaming && later(plan.renaming->after));
}

// A table of places may have brought something since.
static bool stands_as_written(db::Session& db, const ChangeRow& change, const Plan& plan) {
    const auto has_ended = [&](const Area& area) { return stands_as(db, ended(area, change.holds_on)); };
    const auto has_begun = [&](const Area& area) {
        const auto inside = list_inside(db, area.id);
        return stands_as(db, area) && std::ranges::all_of(inside, [&](const Area& each) { return find_in(plan, each.id) != nullptr; });
    };
    return std::ranges::all_of(plan.ended, has_ended) && std::ranges::all_of(plan.begun, has_begun) &&
           (!plan.renaming || stands_as(db, plan.renaming->after));
}

std::string_view what_keeps(db::Session& db, const ChangeRow& change, const Plan& plan, const AreaUse* use) {
    if (const auto rests = what_rests_on(db, plan, use); !rests.empty()) return rests;
    if (has_later(db, change, plan)) return "change_has_later";
    return stands_as_written(db, change, plan) ? "" : "change_touched_since";
}

void undo_change(db::Tx& tx, base::PersonId by, ChangeId change, const Plan& plan) {
    mark_undone(tx, by, change);
    for (const auto& area : plan.begun) delete_area(tx, area.id);
    for (const auto& area : plan.ended) store_area(tx, AreaRow(area));
    if (plan.renaming) store_area(tx, AreaRow(plan.renaming->before));
    journal::record(tx, by, "areas.change_undone", {change, 2});
}

std::vector<Change> list_changes(db::Session& db, const AreaUse* use, base::Language language) {
    std::vector<Change> changes;
    for (auto& row : list_change_rows(db, most_changes)) {
        const auto plan = json::read_own<Plan>(row.body);
        std::string kept_by(row.undone_at ? "" : what_keeps(db, row, plan, use));
        changes.push_back({.id = row.id,
                           .kind = row.kind,
                           .holds_on = row.holds_on,
                           .source = std::move(row.source),
                           .recorded_at = row.recorded_at,
                           .undone_at = row.undone_at,
                           .view = view_of(plan, language),
                           .kept_by = std::move(kept_by)});
    }
    return changes;
}

}  // namespace areas
