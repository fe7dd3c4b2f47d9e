#include <algorithm>
#include <map>

#include "circles/life/life.hpp"

namespace circles {

#define OF_CIRCLE                                                                                             \
    " circles_sessions s JOIN records_v_records r ON r.id = s.id WHERE s.circle_id = $2 AND s.state = 'held'" \
    " AND r.state = 'published' AND " RECORDS_MAY_READ

struct LifeRow {
    SessionId id;
    std::string address;
    std::string title;
    std::optional<std::int64_t> ordinal;
    base::Date date;
    std::optional<std::int64_t> people;
    std::optional<Rung> rung;
};
BOOST_DESCRIBE_STRUCT(LifeRow, (), (id, address, title, ordinal, date, people, rung))

struct RungRow {
    SessionId session_id;
    Rung rung{};
    std::int64_t people{};
};
BOOST_DESCRIBE_STRUCT(RungRow, (), (session_id, rung, people))

struct SectorRow {
    SessionId session_id;
    base::Sector sector{};
    std::int64_t people{};
};
BOOST_DESCRIBE_STRUCT(SectorRow, (), (session_id, sector, people))

// Counted at the door and named on the list: each way may have missed some, so the larger count stands.
static void add_sector(LifeSession& session, const SectorRow& row) {
    const auto known = std::ranges::find(session.sectors, row.sector, &SectorHeadsOf::sector);
    if (known == session.sectors.end())
        session.sectors.push_back({row.sector, row.people});
    else
        known->people = std::max(known->people, row.people);
}

std::vector<LifeSession> list_life_sessions(db::Session& db, const http::Viewer& viewer, CircleId circle) {
    std::vector<LifeSession> sessions;
    std::map<SessionId, std::size_t> places;
    for (auto& row : db.all<LifeRow>("SELECT s.id, r.address, r.title, s.ordinal, s.date, s.people, (SELECT p.rung FROM"
                                     " circles_participation p WHERE p.session_id = s.id) AS rung FROM" OF_CIRCLE " ORDER BY s.date, s.id",
                                     viewer.person, circle)) {
        places[row.id] = sessions.size();
        sessions.push_back({row.id, row.address, row.title, row.ordinal, row.date, row.people, row.rung, {}, {}});
    }
    for (const auto& row : db.all<RungRow>(
             "SELECT g.session_id, g.rung, g.people FROM circles_rungs g," OF_CIRCLE " AND g.session_id = s.id", viewer.person, circle))
        sessions[places.at(row.session_id)].rungs.push_back({row.rung, {row.people}});
    for (const auto& row : db.all<SectorRow>("SELECT h.session_id, substr(h.band, 8) AS sector, h.people FROM circles_heads h," OF_CIRCLE
                                             " AND h.session_id = s.id AND h.band LIKE 'sector %'",
                                             viewer.person, circle))
        add_sector(sessions[places.at(row.session_id)], row);
    for (const auto& row : db.all<SectorRow>("SELECT p.session_id, p.sector, count(*) AS people FROM circles_people p," OF_CIRCLE
                                             " AND p.session_id = s.id AND p.came = 1 AND p.sector IS NOT NULL"
                                             " GROUP BY p.session_id, p.sector",
                                             viewer.person, circle))
        add_sector(sessions[places.at(row.session_id)], row);
    return sessions;
}

std::vector<OfficeRow> list_office_months(db::Session& db, const http::Viewer& viewer, CircleId circle) {
    return db.all<OfficeRow>(
        "SELECT p.organisation AS office, substr(s.date, 1, 7) AS month, count(*) AS people FROM circles_people p," OF_CIRCLE
        " AND p.session_id = s.id AND p.came = 1 AND p.organisation <> ''"
        " GROUP BY p.organisation, substr(s.date, 1, 7) ORDER BY month, office",
        viewer.person, circle);
}

std::vector<ResultLine> list_results(db::Session& db, const http::Viewer& viewer, CircleId circle) {
    return db.all<ResultLine>("SELECT r.address, r.title, s.date, s.planned_result, s.seen_result FROM" OF_CIRCLE
                              " AND (s.planned_result <> '' OR s.seen_result <> '') ORDER BY s.date DESC, s.id DESC LIMIT 60",
                              viewer.person, circle);
}

}  // namespace circles
