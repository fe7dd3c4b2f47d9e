#include "circles/capture/capture.hpp"

namespace circles {

std::optional<SessionId> find_captured(db::Session& db, base::PersonId person, const std::string& key) {
    return db.find<SessionId>("SELECT session_id FROM circles_captures WHERE person_id = $1 AND key = $2", person, key);
}

void insert_capture(db::Tx& tx, base::PersonId person, const std::string& key, SessionId session, const CaptureForm& form) {
    const auto position = form.position.value_or(Position{});
    const auto known = [&](double value) { return form.position ? std::optional(value) : std::nullopt; };
    tx.run(
        "INSERT INTO circles_captures (person_id, key, session_id, captured_at, came_at, latitude, longitude, within)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        person, key, session, form.captured_at, tx.now(), known(position.latitude), known(position.longitude), position.within);
}

std::optional<SessionId> find_session_on(db::Session& db, CircleId circle, base::Date date, base::PersonId person) {
    const auto there = db.all<SessionId>(
        "SELECT s.id FROM circles_sessions s JOIN records_v_records r ON r.id = s.id AND r.state = 'published'"
        " WHERE s.circle_id = $1 AND s.date = $2 AND s.state IN ('planned', 'held') AND NOT EXISTS (SELECT 1 FROM circles_captures c"
        " WHERE c.session_id = s.id AND c.person_id = $3) ORDER BY s.state DESC, s.id LIMIT 1",
        circle, date, person);
    return there.empty() ? std::nullopt : std::optional(there.front());
}

void insert_difference(db::Tx& tx, base::PersonId person, SessionId session, CapturedPart part, const std::string& captured) {
    tx.run("INSERT INTO circles_differences (id, session_id, part, captured, person_id, at) VALUES ($1, $2, $3, $4, $5, $6)",
           tx.new_id<DifferenceId>(), session, part, captured, person, tx.now());
}

void delete_difference(db::Tx& tx, SessionId session, DifferenceId id) {
    tx.run("DELETE FROM circles_differences WHERE session_id = $1 AND id = $2", session, id);
}

struct DifferenceRow {
    DifferenceId id;
    CapturedPart part{};
    std::string captured;
    base::PersonId person_id;
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(DifferenceRow, (), (id, part, captured, person_id, at))

std::vector<Difference> list_differences(db::Session& db, const http::Viewer& viewer, SessionId session) {
    std::vector<Difference> list;
    for (const auto& row : db.all<DifferenceRow>(
             "SELECT id, part, captured, person_id, at FROM circles_differences WHERE session_id = $1 ORDER BY id", session)) {
        const auto by = records::cards(db, viewer, {records::record_id(row.person_id)});
        Difference difference{row.id, row.part, row.captured, {}, by.empty() ? "" : by.front().title, row.at};
        if (row.part == CapturedPart::heads) {
            difference.heads = json::read_own<Heads>(row.captured);
            difference.text.clear();
        }
        list.push_back(std::move(difference));
    }
    return list;
}

void set_place(db::Tx& tx, SessionId session, const std::string& place) {
    tx.run("UPDATE circles_sessions SET place = $2 WHERE id = $1", session, place);
}

// ---- what a phone keeps ----

struct OwnRow {
    CircleId id;
    std::int64_t number{};
    std::string title;
    CircleKind kind{};
    std::string place;
};
BOOST_DESCRIBE_STRUCT(OwnRow, (), (id, number, title, kind, place))

static std::vector<std::string> list_places(db::Session& db, const OwnRow& circle) {
    auto places = db.all<std::string>(
        "SELECT place FROM circles_sessions WHERE circle_id = $1 AND place <> '' GROUP BY place ORDER BY max(date) DESC, place LIMIT 8",
        circle.id);
    std::erase(places, circle.place);
    if (!circle.place.empty()) places.insert(places.begin(), circle.place);
    return places;
}

static std::vector<PlannedSession> list_planned(db::Session& db, const http::Viewer& viewer, CircleId circle, base::Date today) {
    return db.all<PlannedSession>(
        "SELECT r.number, r.title, s.date FROM circles_sessions s JOIN records_v_records r ON r.id = s.id AND r.state = 'published'"
        " WHERE s.circle_id = $2 AND s.state = 'planned' AND s.date BETWEEN $3 AND $4 AND " RECORDS_MAY_READ " ORDER BY s.date, s.id",
        viewer.person, circle, base::add_days(today, -14), base::add_days(today, 14));
}

std::vector<OwnCircle> list_own_circles(db::Session& db, const http::Viewer& viewer, base::Date today) {
    std::vector<OwnCircle> own;
    for (auto& row : db.all<OwnRow>(
             "SELECT c.id, r.number, r.title, c.kind, c.place FROM circles_circles c JOIN records_v_records r ON r.id = c.id"
             " WHERE r.state = 'published' AND ($2 = 1 OR r.created_by = $1 OR EXISTS (SELECT 1 FROM records_v_scopes mine"
             " WHERE mine.person_id = $1 AND mine.scope_id IN (r.id, r.owner_id) AND mine.role <> 'member')) AND " RECORDS_MAY_READ
             " ORDER BY coalesce((SELECT max(s.date) FROM circles_sessions s WHERE s.circle_id = c.id), '') DESC, c.id DESC LIMIT 60",
             viewer.person, viewer.administrator))
        own.push_back({row.number, row.title, row.kind, list_places(db, row), list_planned(db, viewer, row.id, today)});
    return own;
}

}  // namespace circles
