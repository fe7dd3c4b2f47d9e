#include "goals/entry/keepers.hpp"

#include "base/json/json.hpp"
#include "db/ids.hpp"

#define KEEPERS                                                                                                                    \
    "SELECT k.area_id, k.organisation_id, r.title, r.title_en, r.address FROM goals_keepers k JOIN records_v_records r ON r.id = " \
    "k.organisation_id AND r.state <> 'deleted'"
#define OTHER_APPROVERS                                                                                                  \
    "SELECT count(*) FROM goals_keepers k JOIN records_v_records r ON r.id = k.organisation_id AND r.state <> 'deleted'" \
    " JOIN records_v_scopes s ON s.scope_id = k.organisation_id AND s.role = 'steward' AND s.person_id <> $2 WHERE k.area_id IN "

namespace goals {

// From the area itself up to the country, as one parameter.
static std::string upwards(base::AreaId area) {
    std::vector<std::int64_t> ids{area.value};
    for (auto above = areas::parent_of(area); above; above = areas::parent_of(*above)) ids.push_back(above->value);
    return json::write(ids);
}

EntryRights Keepings::in(base::AreaId area) const {
    EntryRights rights;
    for (const auto& keeping : keepings_) {
        if (area < keeping.area_id || base::last_of(keeping.area_id) < area) continue;
        rights.enter |= keeping.role >= records::Role::contributor;
        rights.check |= keeping.role >= records::Role::editor;
        rights.approve |= keeping.role >= records::Role::steward;
    }
    return rights;
}

Keepings keepings_of(db::Session& db, const http::Viewer& viewer) {
    if (viewer.administrator) return Keepings({{base::AreaId{}, records::Role::steward}});
    return Keepings(db.all<Keeping>(
        "SELECT k.area_id, s.role FROM goals_keepers k JOIN records_v_records r ON r.id = k.organisation_id AND r.state <> 'deleted'"
        " JOIN records_v_scopes s ON s.scope_id = k.organisation_id WHERE s.person_id = $1 AND s.role <> 'member' ORDER BY k.area_id",
        viewer.person));
}

bool has_other_approver(db::Session& db, base::AreaId area, base::PersonId than) {
    return db.one<std::int64_t>({"/* sqlite */ " OTHER_APPROVERS "(" DB_SQLITE_IDS("$1") ")",
                                 "/* postgres */ " OTHER_APPROVERS "(" DB_POSTGRES_IDS("$1") ")"},
                                upwards(area), than) > 0;
}

std::vector<KeeperRow> list_keepers(db::Session& db) {
    return db.all<KeeperRow>(KEEPERS " ORDER BY k.area_id, r.title, r.id");
}

std::vector<KeeperRow> list_keepers_of(db::Session& db, base::AreaId area) {
    return db.all<KeeperRow>(
        {"/* sqlite */ " KEEPERS " WHERE k.area_id IN (" DB_SQLITE_IDS("$1") ") ORDER BY k.area_id DESC, r.title, r.id",
         "/* postgres */ " KEEPERS " WHERE k.area_id IN (" DB_POSTGRES_IDS("$1") ") ORDER BY k.area_id DESC, r.title, r.id"},
        upwards(area));
}

bool insert_keeper(db::Tx& tx, base::AreaId area, records::RecordId organisation, base::PersonId by) {
    return tx.run("INSERT INTO goals_keepers (area_id, organisation_id, named_by, named_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                  area, organisation, by, tx.now()) > 0;
}

bool delete_keeper(db::Tx& tx, base::AreaId area, records::RecordId organisation) {
    return tx.run("DELETE FROM goals_keepers WHERE area_id = $1 AND organisation_id = $2", area, organisation) > 0;
}

}  // namespace goals
