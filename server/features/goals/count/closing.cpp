#include "goals/count/closing.hpp"

#include <algorithm>

#include "goals/entry/keepers.hpp"
#include "goals/rollup/value_queries.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"

namespace goals {

namespace {

std::int64_t hands_at(db::Session& db, const CountRow& count, std::int64_t position) {
    std::int64_t hands = 0;
    for (const auto& cell : list_cells(db, count.id))
        if (cell.position == position) hands += cell.hands;
    return hands;
}

// Whoever came late is counted among the people.
void require_people_for(db::Tx& tx, const CountRow& count, std::int64_t hands, LateComers late) {
    if (hands <= count.present) return;
    if (late == LateComers::unasked) throw http::Problem(409, "more_hands_than_people", {{"hands", hands}, {"present", count.present}});
    set_present(tx, count.id, hands);
}

// What a count of one indicator says of the area, in total and for each of its groups that may be told.
std::vector<NewValue> values_of(db::Tx& tx, const CountRow& count, IndicatorId indicator, const CountItem& item, base::AreaId area) {
    std::vector<NewValue> values;
    const auto add = [&](const std::string& group, const HandTally& tally) {
        if (tally.hands == 0) return;
        values.push_back(
            {get_series(tx, indicator, count.period(), group), area, State::value, base::whole(tally.sum), base::whole(tally.hands)});
    };
    add("", item.tally.value_or(HandTally{}));
    for (const auto& each : item.groups) add(each.group, each.tally);
    return values;
}

std::vector<NewValue> values_of(db::Tx& tx, const CountRow& count, const CountState& state, base::AreaId area) {
    std::vector<NewValue> values;
    const auto rows = list_items(tx, count.id);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (auto& value : values_of(tx, count, rows[i].indicator_id, state.items[i], area)) values.push_back(value);
    std::ranges::sort(values, {}, &NewValue::series);
    return values;
}

std::optional<ValueRow> find_standing(db::Session& db, SeriesId series, base::AreaId area) {
    const Range range{series, area, area};
    const auto rows = list_values(db, {&range, 1});
    return rows.empty() ? std::nullopt : std::optional(rows.front());
}

// The same rule as where values are typed: what was approved otherwise is not written over, nor what is locked.
void leave_what_others_approved(db::Tx& tx, const CountRow& count, base::AreaId area, std::vector<NewValue>& values) {
    const auto own = list_written_series(tx, count.id, area);
    std::erase_if(values, [&](const NewValue& value) {
        const auto standing = find_standing(tx, value.series, area);
        if (!standing || !standing->counts()) return false;
        const bool is_own = std::ranges::find(own, value.series) != own.end();
        return !is_own || static_cast<Stage>(standing->stage) == Stage::locked;
    });
}

// Takes back what an earlier closing wrote and this one does not.
void remove_others(db::Tx& tx, const CountRow& count, base::AreaId area, const std::vector<NewValue>& standing) {
    for (const auto series : list_written_series(tx, count.id, area))
        if (!std::ranges::binary_search(standing, series, {}, &NewValue::series)) remove(tx, series, {&area, 1});
}

void write_figures(db::Tx& tx, base::PersonId actor, const records::Envelope& record) {
    const CountId id{record.id.value};
    const auto count = get_count(tx, id);
    const auto state = count_state(tx, count, record.area_id);
    const auto entry = insert_entry(tx, {.by = actor, .source = record.title + " " + record.address});
    auto values = values_of(tx, count, state, record.area_id);
    remove_others(tx, count, record.area_id, values);
    leave_what_others_approved(tx, count, record.area_id, values);
    store(tx, entry, Stage::approved, values);
    insert_closing(tx, id, entry, actor);
    journal::record(tx, actor, "goals.count_closed", {record.id, 0, json::write(state)});
}

}  // namespace

void close_item(db::Tx& tx, base::PersonId actor, const CountRow& count, ItemRow item, LateComers late) {
    const auto hands = hands_at(tx, count, item.position);
    if (hands == 0) throw http::Problem(409, "no_hands");
    require_people_for(tx, count, hands, late);
    item.closed = true;
    set_item(tx, count.id, item);
    journal::record(tx, actor, "goals.count_item_closed", {records::record_id(count.id), 0});
}

void reopen_item(db::Tx& tx, base::PersonId actor, const CountRow& count, ItemRow item) {
    item.closed = false;
    set_item(tx, count.id, item);
    journal::record(tx, actor, "goals.count_item_reopened", {records::record_id(count.id), 0});
}

void require_keeper(db::Session& db, const http::Viewer& viewer, base::AreaId area) {
    if (!list_keepers_of(db, area).empty() && !keepings_of(db, viewer).in(area).enter) throw http::Problem(403, "not_a_keeper");
}

void take_back_figures(db::Tx& tx, records::RecordId record) {
    const CountId id{record.value};
    const auto envelope = find_count(tx, id) ? records::find(tx, record) : std::nullopt;
    if (!envelope || envelope->state != records::State::deleted) return;
    std::int64_t gone = 0;
    for (const auto series : list_written_series(tx, id, envelope->area_id)) gone += remove(tx, series, {&envelope->area_id, 1});
    if (gone > 0) journal::record(tx, {}, "goals.count_taken_back", {record, 0});
}

void bring_back_figures(db::Tx& tx, records::RecordId record) {
    const auto count = find_count(tx, {record.value});
    const auto envelope = count && !count->is_open() ? records::find(tx, record) : std::nullopt;
    if (!envelope || envelope->state == records::State::deleted) return;
    write_figures(tx, {}, *envelope);
}

void close_count(db::Tx& tx, const http::Viewer& viewer, const records::Envelope& record, LateComers late) {
    require_keeper(tx, viewer, record.area_id);
    const auto actor = viewer.person;
    const CountId id{record.id.value};
    std::int64_t counted = 0;
    for (const auto& item : list_items(tx, id)) {
        const auto count = get_count(tx, id);  // late comers of one indicator are there for the next
        const auto hands = hands_at(tx, count, item.position);
        counted += hands;
        if (item.closed)
            require_people_for(tx, count, hands, late);
        else if (hands > 0)
            close_item(tx, actor, count, item, late);
    }
    if (counted == 0) throw http::Problem(409, "no_hands");
    write_figures(tx, actor, record);
}

}  // namespace goals
