#pragma once

#include <set>

#include "areas/changes/change.hpp"

// The SQL of recorded changes.
namespace areas {

struct ChangeRow {
    ChangeId id;
    ChangeKind kind{};
    base::Date holds_on;
    std::string source;
    std::string body;
    base::Instant recorded_at;
    std::optional<base::Instant> undone_at;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (id, kind, holds_on, source, body, recorded_at, undone_at))

std::optional<ChangeRow> find_change(db::Session& db, ChangeId change);
std::vector<ChangeRow> list_change_rows(db::Session& db, int limit);

void insert_change(db::Tx& tx, const ChangeRow& row, base::PersonId by);
void insert_changed(db::Tx& tx, ChangeId change, AreaId area);
void insert_succession(db::Tx& tx, ChangeId change, const Succession& succession, base::Date held_on);
void insert_municipality(db::Tx& tx, ChangeId change, AreaId area, const Raised& raised, base::Date begins_on);
// It touches nothing any more; what it wrote of the areas themselves is another matter.
void mark_undone(db::Tx& tx, base::PersonId by, ChangeId change);
void delete_area(db::Tx& tx, AreaId area);

// All areas that recorded changes touch.
std::set<AreaId> list_changed(db::Session& db);
// Whether a change that was recorded later touches it.
bool is_changed_since(db::Session& db, AreaId area, ChangeId change);
// The day of the newest change in which it came or went, in whole or in part.
std::optional<base::Date> newest_change(db::Session& db, AreaId area);
// Whether any record stands there or in what lies in it, deleted ones as well.
bool has_records(db::Session& db, AreaId area);

std::vector<Descent> list_renamings(db::Session& db, AreaId area);
std::vector<Descent> list_raisings(db::Session& db, AreaId area);
// Of the change that touched the area on this day; empty where the tree of the program tells it.
std::string find_source(db::Session& db, AreaId area, base::Date day);

}  // namespace areas
