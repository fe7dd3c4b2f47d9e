#include "areas/changes/change_queries.hpp"

#include "areas/area_queries.hpp"
#include "base/json/json.hpp"

namespace areas {

#define CHANGE "id, kind, holds_on, source, body, recorded_at, undone_at"

std::optional<ChangeRow> find_change(db::Session& db, ChangeId change) {
    return db.find<ChangeRow>("SELECT " CHANGE " FROM areas_changes WHERE id = $1", change);
}

std::vector<ChangeRow> list_change_rows(db::Session& db, int limit) {
    return db.all<ChangeRow>("SELECT " CHANGE " FROM areas_changes ORDER BY id DESC LIMIT $1", limit);
}

void insert_change(db::Tx& tx, const ChangeRow& row, base::PersonId by) {
    tx.run("INSERT INTO areas_changes (id, kind, holds_on, source, body, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
           row.id, row.kind, row.holds_on, row.source, row.body, row.recorded_at, by);
}

void insert_changed(db::Tx& tx, ChangeId change, AreaId area) {
    tx.run("INSERT INTO areas_changed (change_id, area_id) VALUES ($1, $2) ON CONFLICT (change_id, area_id) DO NOTHING", change, area);
}

void insert_succession(db::Tx& tx, ChangeId change, const Succession& succession, base::Date held_on) {
    tx.run("INSERT INTO areas_successions (area_id, successor_id, held_on, change_id) VALUES ($1, $2, $3, $4)", succession.area,
           succession.successor, held_on, change);
}

void insert_municipality(db::Tx& tx, ChangeId change, AreaId area, const Raised& raised, base::Date begins_on) {
    tx.run(
        "INSERT INTO areas_municipalities (change_id, area_id, kind, name, name_en, is_whole, begins_on)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        change, area, raised.kind, raised.name.value, base::or_empty(raised.name_en), raised.is_whole, begins_on);
}

void mark_undone(db::Tx& tx, base::PersonId by, ChangeId change) {
    tx.run("DELETE FROM areas_successions WHERE change_id = $1", change);
    tx.run("DELETE FROM areas_municipalities WHERE change_id = $1", change);
    tx.run("DELETE FROM areas_changed WHERE change_id = $1", change);
    tx.run("UPDATE areas_changes SET undone_at = $2, undone_by = $3 WHERE id = $1", change, tx.now(), by);
}

void delete_area(db::Tx& tx, AreaId area) {
    tx.run("DELETE FROM areas_areas WHERE id = $1", area);
}

std::set<AreaId> list_changed(db::Session& db) {
    std::set<AreaId> changed;
    for (const auto area : db.all<AreaId>("SELECT DISTINCT area_id FROM areas_changed")) changed.insert(area);
    return changed;
}

bool is_changed_since(db::Session& db, AreaId area, ChangeId change) {
    return db.one<bool>("SELECT CASE WHEN EXISTS (SELECT 1 FROM areas_changed WHERE area_id = $1 AND change_id > $2) THEN 1 ELSE 0 END",
                        area, change);
}

std::optional<base::Date> newest_change(db::Session& db, AreaId area) {
    return db.find<base::Date>(
        "SELECT c.holds_on FROM areas_changed t JOIN areas_changes c ON c.id = t.change_id WHERE t.area_id = $1"
        " ORDER BY c.holds_on DESC LIMIT 1",
        area);
}

bool has_records(db::Session& db, AreaId area) {
    return db.one<bool>("SELECT CASE WHEN EXISTS (SELECT 1 FROM records_v_records WHERE area_id BETWEEN $1 AND $2) THEN 1 ELSE 0 END", area,
                        base::last_of(area));
}

std::vector<Descent> list_renamings(db::Session& db, AreaId area) {
    std::vector<Descent> renamings;
    db.each<ChangeRow>(
        "SELECT c.id, c.kind, c.holds_on, c.source, c.body, c.recorded_at, c.undone_at FROM areas_changed t"
        " JOIN areas_changes c ON c.id = t.change_id WHERE t.area_id = $1 AND c.kind = $2 ORDER BY c.holds_on",
        [&](ChangeRow row) {
            const auto plan = json::read_own<Plan>(row.body);
            Descent renaming{.what = Descended::renamed,
                             .on = row.holds_on,
                             .areas = {},
                             .name = plan.renaming ? plan.renaming->before.name : "",
                             .municipality = {},
                             .is_whole = true,
                             .source = std::move(row.source)};
            renamings.push_back(std::move(renaming));
        },
        area, ChangeKind::rename);
    return renamings;
}

struct RaisingRow {
    Municipality kind{};
    std::string name;
    bool is_whole{};
    base::Date begins_on;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(RaisingRow, (), (kind, name, is_whole, begins_on, source))

std::vector<Descent> list_raisings(db::Session& db, AreaId area) {
    std::vector<Descent> raisings;
    db.each<RaisingRow>(
        "SELECT m.kind, m.name, m.is_whole, m.begins_on, c.source FROM areas_municipalities m JOIN areas_changes c ON c.id = m.change_id"
        " WHERE m.area_id = $1 ORDER BY m.begins_on",
        [&](RaisingRow row) {
            Descent raising{.what = Descended::raised,
                            .on = row.begins_on,
                            .areas = {},
                            .name = std::move(row.name),
                            .municipality = row.kind,
                            .is_whole = row.is_whole,
                            .source = std::move(row.source)};
            raisings.push_back(std::move(raising));
        },
        area);
    return raisings;
}

std::string find_source(db::Session& db, AreaId area, base::Date day) {
    return db
        .find<std::string>(
            "SELECT c.source FROM areas_changed t JOIN areas_changes c ON c.id = t.change_id WHERE t.area_id = $1 AND c.holds_on = $2"
            " ORDER BY c.id LIMIT 1",
            area, day)
        .value_or("");
}

}  // namespace areas
