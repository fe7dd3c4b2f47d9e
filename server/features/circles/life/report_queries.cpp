#include "circles/life/report.hpp"

#include <algorithm>

#include "records/records.hpp"

namespace circles {

// Held sessions of the scope; level is the rung as a digit, from the lowest up, and empty where nobody has said it.
#define HELD                                                                                                                    \
    "WITH held AS (SELECT s.id, s.date, r.address, r.title, p.rung, p.evidence, CASE p.rung WHEN 'inform' THEN '1'"             \
    " WHEN 'consult' THEN '2' WHEN 'involve' THEN '3' WHEN 'collaborate' THEN '4' WHEN 'empower' THEN '5' END AS level"         \
    " FROM circles_sessions s JOIN records_v_records r ON r.id = s.id LEFT JOIN circles_participation p ON p.session_id = s.id" \
    " WHERE s.state = 'held' AND r.state = 'published' AND ($2 = 0 OR s.circle_id = $2) AND +r.area_id BETWEEN $3 AND $4"       \
    " AND " RECORDS_MAY_READ ") "
#define OF_SCOPE viewer.person, scope.circle, scope.area, base::last_of(scope.area)

static std::vector<RungMonth> list_months(db::Session& db, const http::Viewer& viewer, const LadderScope& scope) {
    return db.all<RungMonth>(HELD
                             "SELECT substr(date, 1, 7) AS month, rung, count(*) AS sessions FROM held"
                             " GROUP BY substr(date, 1, 7), rung ORDER BY month, rung",
                             OF_SCOPE);
}

static std::vector<SectorRung> list_sectors(db::Session& db, const http::Viewer& viewer, const LadderScope& scope) {
    auto sectors = db.all<SectorRung>(
        HELD
        ", counted AS (SELECT c.session_id, substr(c.band, 8) AS sector, c.people FROM circles_heads c JOIN held h ON h.id ="
        " c.session_id WHERE c.band LIKE 'sector %' UNION ALL SELECT p.session_id, p.sector, count(*) FROM circles_people p"
        " JOIN held h ON h.id = p.session_id WHERE p.came = 1 AND p.sector IS NOT NULL GROUP BY p.session_id, p.sector),"
        " known AS (SELECT session_id, sector, max(people) AS people FROM counted GROUP BY session_id, sector)"
        " SELECT k.sector, h.rung, CAST(sum(k.people) AS BIGINT) AS people FROM known k JOIN held h ON h.id = k.session_id"
        " GROUP BY k.sector, h.rung",
        OF_SCOPE);
    std::ranges::sort(sectors, {}, [](const SectorRung& each) { return std::pair{each.sector, each.rung}; });
    return sectors;
}

// A day and its level as one word: the smallest is how somebody took part at their first time, the largest at their last.
static std::vector<RungPersons> list_persons(db::Session& db, const http::Viewer& viewer, const LadderScope& scope) {
    auto persons = db.all<RungPersons>(
        HELD
        ", came AS (SELECT CASE WHEN p.person_id <> 0 THEN CAST(p.person_id AS TEXT) ELSE p.name_key END AS who, h.level,"
        " h.date || h.level AS stood FROM circles_people p JOIN held h ON h.id = p.session_id WHERE p.came = 1 AND h.level IS NOT NULL),"
        " people AS (SELECT who, max(level) AS highest, count(*) AS times, substr(min(stood), 11) AS first, substr(max(stood), 11) AS last"
        " FROM came GROUP BY who) SELECT CASE highest WHEN '1' THEN 'inform' WHEN '2' THEN 'consult' WHEN '3' THEN 'involve'"
        " WHEN '4' THEN 'collaborate' ELSE 'empower' END AS rung, count(*) AS persons,"
        " CAST(sum(CASE WHEN times > 1 THEN 1 ELSE 0 END) AS BIGINT) AS again,"
        " CAST(sum(CASE WHEN last > first THEN 1 ELSE 0 END) AS BIGINT) AS rose FROM people GROUP BY highest",
        OF_SCOPE);
    std::ranges::sort(persons, {}, &RungPersons::rung);
    return persons;
}

static std::vector<RungTold> list_told(db::Session& db, const http::Viewer& viewer, const LadderScope& scope) {
    return db.all<RungTold>(HELD
                            "SELECT address, title, date, rung, evidence FROM held WHERE rung IS NOT NULL ORDER BY date DESC, id DESC"
                            " LIMIT 40",
                            OF_SCOPE);
}

LadderReport ladder_report(db::Session& db, const http::Viewer& viewer, const LadderScope& scope) {
    return {.months = list_months(db, viewer, scope),
            .sectors = list_sectors(db, viewer, scope),
            .persons = list_persons(db, viewer, scope),
            .told = list_told(db, viewer, scope)};
}

}  // namespace circles
