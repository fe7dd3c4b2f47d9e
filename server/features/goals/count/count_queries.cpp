#include "goals/count/count_queries.hpp"

#include "base/json/json.hpp"

namespace goals {

namespace {

struct StoredCount {
    CountId id;
    SetId set_id;
    int year{};
    std::int64_t present{};
    std::string group_names;
    std::string led_by;
    std::int64_t on_position{};
    std::int64_t revision{};
    std::optional<base::Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(StoredCount, (), (id, set_id, year, present, group_names, led_by, on_position, revision, closed_at))

void stir(db::Tx& tx, CountId id) {
    tx.run("UPDATE goals_counts SET revision = revision + 1 WHERE id = $1", id);
}

}  // namespace

base::ReportingPeriod CountRow::period() const {
    return base::period_around({year, 1, 1}, base::PeriodKind::year);
}

void insert_count(db::Tx& tx, const CountRow& count, const std::vector<ItemRow>& items) {
    tx.run(
        "INSERT INTO goals_counts (id, set_id, year, present, group_names, led_by, on_position, revision)"
        " VALUES ($1, $2, $3, $4, $5, $6, 0, 1)",
        count.id, count.set_id, count.year, count.present, json::write(count.groups), count.led_by);
    for (const auto& item : items)
        tx.run("INSERT INTO goals_count_items (count_id, position, indicator_id, name, way, closed) VALUES ($1, $2, $3, $4, $5, $6)",
               count.id, item.position, item.indicator_id, item.name, item.way, item.closed);
}

std::optional<CountRow> find_count(db::Session& db, CountId id) {
    auto row = db.find<StoredCount>(
        "SELECT id, set_id, year, present, group_names, led_by, on_position, revision, closed_at FROM goals_counts WHERE id = $1", id);
    if (!row) return {};
    return CountRow{.id = row->id,
                    .set_id = row->set_id,
                    .year = row->year,
                    .present = row->present,
                    .groups = json::read_own<std::vector<std::string>>(row->group_names),
                    .led_by = std::move(row->led_by),
                    .on = row->on_position,
                    .revision = row->revision,
                    .closed_at = row->closed_at};
}

CountRow get_count(db::Session& db, CountId id) {
    return find_count(db, id).value();
}

std::vector<ItemRow> list_items(db::Session& db, CountId id) {
    return db.all<ItemRow>("SELECT position, indicator_id, name, way, closed FROM goals_count_items WHERE count_id = $1 ORDER BY position",
                           id);
}

std::vector<CellRow> list_cells(db::Session& db, CountId id) {
    return db.all<CellRow>(
        "SELECT position, group_at, level, hands, written_by, written_at FROM goals_count_cells WHERE count_id = $1"
        " ORDER BY position, group_at, level",
        id);
}

std::vector<CellRow> list_late_cells(db::Session& db, CountId id) {
    return db.all<CellRow>(
        "SELECT position, group_at, level, hands, counted_by AS written_by, counted_at AS written_at FROM goals_count_late"
        " WHERE count_id = $1 ORDER BY position, group_at, level, counted_at",
        id);
}

std::vector<ClosingRow> list_closings(db::Session& db, CountId id) {
    return db.all<ClosingRow>("SELECT closed_by, closed_at FROM goals_count_closings WHERE count_id = $1 ORDER BY entry_id", id);
}

static void keep_late(db::Tx& tx, CountId id, const CellRow& cell) {
    tx.run(
        "INSERT INTO goals_count_late (count_id, position, group_at, level, hands, counted_by, counted_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (count_id, position, group_at, level, counted_by)"
        " DO UPDATE SET hands = excluded.hands, counted_at = excluded.counted_at",
        id, cell.position, cell.group_at, cell.level, cell.hands, cell.written_by, cell.written_at);
    stir(tx, id);
}

void put_cell(db::Tx& tx, CountId id, const CellRow& cell) {
    const auto newer = tx.find<std::int64_t>(
        "SELECT hands FROM goals_count_cells WHERE count_id = $1 AND position = $2 AND group_at = $3 AND level = $4 AND written_at > $5",
        id, cell.position, cell.group_at, cell.level, cell.written_at);
    if (newer) {
        if (*newer != cell.hands) keep_late(tx, id, cell);
        return;
    }
    tx.run("DELETE FROM goals_count_late WHERE count_id = $1 AND position = $2 AND group_at = $3 AND level = $4", id, cell.position,
           cell.group_at, cell.level);
    tx.run(
        "INSERT INTO goals_count_cells (count_id, position, group_at, level, hands, written_by, written_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (count_id, position, group_at, level) DO UPDATE SET hands = excluded.hands,"
        " written_by = excluded.written_by, written_at = excluded.written_at",
        id, cell.position, cell.group_at, cell.level, cell.hands, cell.written_by, cell.written_at);
    stir(tx, id);
}

void set_item(db::Tx& tx, CountId id, const ItemRow& item) {
    tx.run("UPDATE goals_count_items SET way = $3, closed = $4 WHERE count_id = $1 AND position = $2", id, item.position, item.way,
           item.closed);
    stir(tx, id);
}

void set_present(db::Tx& tx, CountId id, std::int64_t present) {
    tx.run("UPDATE goals_counts SET present = $2 WHERE id = $1", id, present);
    stir(tx, id);
}

void set_on(db::Tx& tx, CountId id, std::int64_t position) {
    tx.run("UPDATE goals_counts SET on_position = $2 WHERE id = $1", id, position);
    stir(tx, id);
}

void insert_closing(db::Tx& tx, CountId id, EntryId entry, base::PersonId actor) {
    tx.run("INSERT INTO goals_count_closings (count_id, entry_id, closed_by, closed_at) VALUES ($1, $2, $3, $4)", id, entry, actor,
           tx.now());
    tx.run("UPDATE goals_counts SET closed_at = $2 WHERE id = $1", id, tx.now());
    stir(tx, id);
}

void reopen_count(db::Tx& tx, CountId id) {
    tx.run("UPDATE goals_counts SET closed_at = NULL WHERE id = $1", id);
    stir(tx, id);
}

std::vector<SeriesId> list_written_series(db::Session& db, CountId id, base::AreaId area) {
    return db.all<SeriesId>(
        "SELECT s.id FROM goals_count_items i JOIN goals_series s ON s.indicator_id = i.indicator_id"
        " JOIN goals_values v ON v.series_id = s.id AND v.area_id = $2"
        " JOIN goals_count_closings c ON c.entry_id = v.entry_id AND c.count_id = i.count_id WHERE i.count_id = $1",
        id, area);
}

std::vector<CountLine> list_counts_of(db::Session& db, base::PersonId viewer, IndicatorId indicator) {
    return db.all<CountLine>(
        "SELECT r.id, r.address, r.title, r.title_en, r.area_id, r.happened_on, c.year, c.present, (c.closed_at IS NULL) AS is_open"
        " FROM goals_count_items i JOIN goals_counts c ON c.id = i.count_id JOIN records_v_records r ON r.id = c.id"
        " WHERE i.indicator_id = $2 AND r.state = 'published' AND " RECORDS_MAY_READ " ORDER BY r.happened_on DESC, r.id DESC LIMIT 50",
        viewer, indicator);
}

}  // namespace goals
