#include <algorithm>

#include "db/db.hpp"
#include "http/viewer.hpp"
#include "trace/river.hpp"
#include "trace/trace_queries.hpp"

namespace trace {

using records::RecordId;

static constexpr int most_links = 100;

LinkId link(db::Tx& tx, base::PersonId actor, const NewLink& link) {
    return tx.one<LinkId>(
        "INSERT INTO trace_links (id, flow, up_id, up_part, down_id, down_part, quote, note, made_by, made_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        " ON CONFLICT (up_id, up_part, down_id, down_part, flow) DO UPDATE SET quote = excluded.quote, note = excluded.note RETURNING id",
        tx.new_id<LinkId>(), link.flow, link.up.record, link.up.part, link.down.record, link.down.part, link.quote, link.note, actor,
        tx.now());
}

void unlink(db::Tx& tx, const NewLink& link) {
    tx.run("DELETE FROM trace_links WHERE up_id = $1 AND up_part = $2 AND down_id = $3 AND down_part = $4 AND flow = $5", link.up.record,
           link.up.part, link.down.record, link.down.part, link.flow);
}

std::vector<Near> list_above(db::Session& db, RecordId record) {
    return db.all<Near>("SELECT up_id AS record, flow FROM trace_links WHERE down_id = $1 ORDER BY id", record);
}

std::vector<Near> list_below(db::Session& db, RecordId record) {
    return db.all<Near>("SELECT down_id AS record, flow FROM trace_links WHERE up_id = $1 ORDER BY id", record);
}

void set_quote(db::Tx& tx, const End& up, const std::string& quote) {
    tx.run("UPDATE trace_links SET quote = $3 WHERE up_id = $1 AND up_part = $2", up.record, up.part, quote);
}

std::int64_t delete_link(db::Tx& tx, RecordId end, LinkId id) {
    return tx.run("DELETE FROM trace_links WHERE id = $1 AND (up_id = $2 OR down_id = $2)", id, end);
}

// A link with the stone at its far end.
struct Reach : Link {
    RecordId record;
    std::string kind;
    std::int64_t number{};
    std::string title;
    std::string title_en;
    std::string address;
    base::Date happened_on;
};
BOOST_DESCRIBE_STRUCT(Reach, (Link), (record, kind, number, title, title_en, address, happened_on))

#define LINK "l.id, l.flow, l.up_id, l.up_part, l.down_id, l.down_part, l.quote, l.note"
#define STONE "r.id AS record, r.kind, r.number, r.title, r.title_en, r.address, r.happened_on"

// Each link comes once, so a cycle ends; each step goes only to a record that the viewer may read.
#define WALK(near, far)                                                                               \
    "WITH RECURSIVE walk (link_id, record_id) AS (SELECT CAST(0 AS BIGINT), CAST($2 AS BIGINT) UNION" \
    " SELECT l.id, l." far " FROM walk w JOIN trace_links l ON l." near                               \
    " = w.record_id"                                                                                  \
    " JOIN records_v_records r ON r.id = l." far " WHERE " RECORDS_MAY_READ                           \
    ")"                                                                                               \
    " SELECT " LINK ", " STONE                                                                        \
    " FROM walk w JOIN trace_links l ON l.id = w.link_id JOIN records_v_records r ON"                 \
    " r.id = w.record_id LIMIT $3"

static std::vector<Reach> list_downstream(db::Session& db, const http::Viewer& viewer, RecordId start) {
    return db.all<Reach>(WALK("up_id", "down_id"), viewer.person, start, most_links + 1);
}

static std::vector<Reach> list_upstream(db::Session& db, const http::Viewer& viewer, RecordId start) {
    return db.all<Reach>(WALK("down_id", "up_id"), viewer.person, start, most_links + 1);
}

static Stone stone(const Reach& reach) {
    return {reach.record, reach.kind, reach.number, reach.title, reach.title_en, reach.address, reach.happened_on};
}

static void add(River& river, const std::vector<Reach>& reaches) {
    for (const auto& reach : reaches) {
        if (river.links.size() == most_links) {
            river.more = true;
            return;
        }
        if (std::ranges::find(river.links, reach.id, &Link::id) == river.links.end()) river.links.push_back(reach);
        if (std::ranges::find(river.stones, reach.record, &Stone::record) == river.stones.end()) river.stones.push_back(stone(reach));
    }
}

River river(db::Session& db, const http::Viewer& viewer, RecordId through) {
    River river;
    const auto here = records::find(db, through);
    if (!here) return river;
    river.stones.push_back({here->id, here->kind, here->number, here->title, here->title_en, here->address, here->happened_on});
    add(river, list_upstream(db, viewer, through));
    add(river, list_downstream(db, viewer, through));
    put_in_order(river.stones, steps_from(through, river.links));
    return river;
}

// The two ends of a link, one row each; both must be readable.
static std::vector<Reach> list_in_area(db::Session& db, const http::Viewer& viewer, base::AreaId area) {
    return db.all<Reach>(
        "WITH newest (link_id) AS (SELECT l.id FROM trace_links l JOIN records_v_records r ON r.id = l.down_id"
        " JOIN records_v_records u ON u.id = l.up_id WHERE (r.area_id BETWEEN $2 AND $3 OR u.area_id BETWEEN $2 AND $3)"
        " AND " RECORDS_MAY_READ " AND EXISTS (SELECT 1 FROM records_v_records r WHERE r.id = l.up_id AND " RECORDS_MAY_READ
        ") ORDER BY l.id DESC LIMIT $4) SELECT " LINK ", " STONE
        " FROM newest n JOIN trace_links l ON l.id = n.link_id"
        " JOIN records_v_records r ON r.id = l.up_id OR r.id = l.down_id ORDER BY l.id DESC",
        viewer.person, area, base::last_of(area), 40);
}

River river(db::Session& db, const http::Viewer& viewer, base::AreaId area) {
    River river;
    add(river, list_in_area(db, viewer, area));
    put_in_order(river.stones, steps_from_springs(river.links));
    return river;
}

}  // namespace trace
