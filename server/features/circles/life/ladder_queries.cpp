#include <algorithm>

#include "circles/life/ladder.hpp"
#include "circles/session/session_queries.hpp"
#include "records/records.hpp"
#include "site/site.hpp"

namespace circles {

void check(const LadderForm& form, json::Errors& errors) {
    for (std::size_t i = 0; i < form.heads.size(); ++i)
        if (std::ranges::count(form.heads, form.heads[i].rung, &RungHeads::rung) > 1)
            errors.add("/heads/" + std::to_string(i), "duplicate");
}

struct LadderRow {
    Rung rung{};
    std::string evidence;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(LadderRow, (), (rung, evidence, version))

Ladder get_ladder(db::Session& db, SessionId session) {
    Ladder ladder{.rung = {}, .evidence = "", .heads = {}, .people = get_session(db, session).people};
    const auto row = db.find<LadderRow>("SELECT rung, evidence, version FROM circles_participation WHERE session_id = $1", session);
    if (!row) return ladder;
    ladder.rung = row->rung;
    ladder.evidence = row->evidence;
    ladder.version = row->version;
    ladder.heads = db.all<RungHeads>("SELECT rung, people FROM circles_rungs WHERE session_id = $1", session);
    std::ranges::sort(ladder.heads, {}, &RungHeads::rung);
    return ladder;
}

void put_ladder(db::Tx& tx, base::PersonId actor, SessionId session, const LadderForm& form) {
    records::require_version(get_ladder(tx, session).version, form.version);
    tx.run(
        "INSERT INTO circles_participation (session_id, rung, evidence, told_by, told_at, version) VALUES ($1, $2, $3, $4, $5, 1)"
        " ON CONFLICT (session_id) DO UPDATE SET rung = excluded.rung, evidence = excluded.evidence, told_by = excluded.told_by,"
        " told_at = excluded.told_at, version = circles_participation.version + 1",
        session, form.rung, form.evidence, actor, tx.now());
    tx.run("DELETE FROM circles_rungs WHERE session_id = $1", session);
    for (const auto& heads : form.heads)
        tx.run("INSERT INTO circles_rungs (session_id, rung, people) VALUES ($1, $2, $3)", session, heads.rung, heads.people);
}

std::vector<RungCount> count_rungs(db::Session& db, const http::Viewer& viewer, const YearWanted& wanted) {
    const auto fiscal = site::fiscal_calendar(db);
    const auto year = static_cast<int>(wanted.year.value);
    const auto area = wanted.area.value_or(base::AreaId{});
    return db.all<RungCount>(
        "SELECT p.rung, count(*) AS sessions, CAST(sum(s.people) AS BIGINT) AS people FROM circles_sessions s"
        " JOIN records_v_records r ON r.id = s.id LEFT JOIN circles_participation p ON p.session_id = s.id"
        " WHERE s.state = 'held' AND r.state = 'published' AND s.date BETWEEN $2 AND $3 AND ($4 = 0 OR r.owner_id = $4)"
        " AND +r.area_id BETWEEN $5 AND $6 AND " RECORDS_MAY_READ " GROUP BY p.rung",
        viewer.person, fiscal.first_day(year), fiscal.last_day(year), wanted.organiser.value_or(records::RecordId{}), area,
        base::last_of(area));
}

}  // namespace circles
