#include "circles/session/session_card.hpp"

namespace circles {

#define CARD                                                                                                                              \
    "SELECT s.id, r.number, r.address, r.title, s.circle_id, coalesce(c.title, '') AS circle, coalesce(c.address, '') AS circle_address," \
    " r.owner_id AS organiser_id, coalesce(o.title, '') AS organiser, s.state, s.ordinal, s.date, s.starts, s.ends, s.place,"             \
    " s.reason, s.people,"                                                                                                                \
    " (SELECT count(*) FROM circles_points p WHERE p.session_id = s.id AND p.removed = 0 AND p.kind <> 'story') AS points,"               \
    " (SELECT count(*) FROM circles_points p WHERE p.session_id = s.id AND p.removed = 0 AND p.kind = 'story') AS stories,"               \
    " (SELECT count(*) FROM circles_agreements a WHERE a.session_id = s.id) AS agreements"                                                \
    " FROM circles_sessions s JOIN records_v_records r ON r.id = s.id LEFT JOIN records_v_records c ON c.id = s.circle_id"                \
    " AND c.state = 'published' AND (c.visibility = 'public' OR c.visibility = r.visibility)"                                             \
    " LEFT JOIN records_v_public o ON o.id = r.owner_id"

#define LIST(lead, order)                                                                                                                \
    CARD " WHERE r.state = 'published'" lead                                                                                             \
         " AND s.date BETWEEN $3 AND $4 AND ($5 = '' OR s.state = $5) AND ($6 = 0 OR r.owner_id = $6)"                                   \
         " AND ($2 = 0 OR s.circle_id = $2) AND +r.area_id BETWEEN $7 AND $8 AND ($9 = 0 OR EXISTS (SELECT 1 FROM records_v_scopes part" \
         " WHERE part.person_id = $1 AND part.scope_id IN (s.circle_id, r.owner_id))) AND " RECORDS_MAY_READ " ORDER BY s.date " order   \
         ", s.id " order " LIMIT $10"

static std::vector<SessionCard> list(db::Session& db, db::Sql sql, const http::Viewer& viewer, const SessionsWanted& wanted) {
    const auto area = wanted.area.value_or(base::AreaId{});
    return db.all<SessionCard>(sql, viewer.person, wanted.circle.value_or(CircleId{}), wanted.from.value_or(base::Date{1, 1, 1}),
                               wanted.to.value_or(base::Date{9999, 12, 31}), wanted.state ? base::name_of(*wanted.state) : "",
                               wanted.organiser.value_or(records::RecordId{}), area, base::last_of(area), wanted.mine.value_or(false),
                               wanted.limit.value_or(base::Whole<1, 500>{100}).value);
}

std::vector<SessionCard> list_newest_first(db::Session& db, const http::Viewer& viewer, const SessionsWanted& wanted) {
    static constexpr db::Sql of_circle = LIST(" AND s.circle_id = $2", "DESC");
    static constexpr db::Sql of_all = LIST("", "DESC");
    return list(db, wanted.circle ? of_circle : of_all, viewer, wanted);
}

std::vector<SessionCard> list_oldest_first(db::Session& db, const http::Viewer& viewer, const SessionsWanted& wanted) {
    static constexpr db::Sql of_circle = LIST(" AND s.circle_id = $2", "ASC");
    static constexpr db::Sql of_all = LIST("", "ASC");
    return list(db, wanted.circle ? of_circle : of_all, viewer, wanted);
}

std::vector<SessionCard> list_sessions_of_topic(db::Session& db, const http::Viewer& viewer, TopicId topic) {
    return db.all<SessionCard>(CARD
                               " JOIN circles_topic_sessions w ON w.session_id = s.id WHERE w.topic_id = $2 AND r.state = 'published'"
                               " AND " RECORDS_MAY_READ " ORDER BY s.date, s.id",
                               viewer.person, topic);
}

SessionCard get_card(db::Session& db, const http::Viewer& viewer, SessionId id) {
    return db.one<SessionCard>(CARD " WHERE s.id = $2 AND " RECORDS_MAY_READ, viewer.person, id);
}

}  // namespace circles
