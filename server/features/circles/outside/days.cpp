#include "circles/outside/days.hpp"

#include <algorithm>
#include <iterator>

#include "circles/circle/circle_reply.hpp"

namespace circles {

struct DayRow {
    SessionId id;
    std::int64_t version{};
    base::Instant created_at;
    base::Instant edited_at;
    std::string title;
    std::optional<std::int64_t> ordinal;
    std::string circle;
    std::string about;
    std::string address;
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::string place;
    DayState state{};
    std::string reason;
    std::optional<base::Date> moved_to;
};
BOOST_DESCRIBE_STRUCT(DayRow, (),
                      (id, version, created_at, edited_at, title, ordinal, circle, about, address, date, starts, ends, place, state, reason,
                       moved_to))

// Where a postponed session went is told with it, as long as the two are for the same people.
#define DAY                                                                                                                       \
    "SELECT s.id, r.version, r.created_at, r.edited_at, r.title, s.ordinal, coalesce(c.title, '') AS circle, r.summary AS about," \
    " r.address, s.date, s.starts, s.ends, s.place, s.state, s.reason, m.happened_on AS moved_to"                                 \
    " FROM circles_sessions s JOIN records_v_records r ON r.id = s.id LEFT JOIN records_v_records m ON m.id = s.moved_to"         \
    " AND m.state = 'published' AND m.visibility = r.visibility LEFT JOIN records_v_records c ON c.id = s.circle_id"              \
    " AND c.state = 'published' AND (c.visibility = 'public' OR c.visibility = r.visibility)"                                     \
    " WHERE r.state = 'published' AND " RECORDS_MAY_READ

static Day day_of(DayRow row) {
    return {.uid = "session-" + std::to_string(row.id.value),
            .version = row.version,
            .created_at = row.created_at,
            .edited_at = row.edited_at,
            .title = std::move(row.title),
            .ordinal = row.ordinal,
            .circle = std::move(row.circle),
            .about = std::move(row.about),
            .address = std::move(row.address),
            .date = row.date,
            .starts = row.starts,
            .ends = row.ends,
            .place = std::move(row.place),
            .state = row.state,
            .reason = std::move(row.reason),
            .moved_to = row.moved_to};
}

// More than a calendar shows in years; a feed of the whole country ends somewhere.
static constexpr std::int64_t most_days = 2000;

static std::vector<Day> list_sessions(db::Session& db, const http::Viewer& viewer, const DaysWanted& wanted) {
    auto rows =
        db.all<DayRow>(DAY
                       " AND s.date >= $2 AND ($3 = 0 OR s.circle_id = $3) AND ($4 = 0 OR r.owner_id = $4) AND +r.area_id BETWEEN $5 AND $6"
                       " AND ($7 = 0 OR EXISTS (SELECT 1 FROM records_v_scopes part WHERE part.person_id = $1 AND part.scope_id IN "
                       "(s.circle_id, r.owner_id)) OR EXISTS (SELECT 1 FROM circles_people p WHERE p.session_id = s.id AND p.person_id = $1"
                       " AND p.person_id <> 0 AND coalesce(p.answer, 'yes') <> 'no')) ORDER BY s.date DESC, s.id DESC LIMIT $8",
                       viewer.person, wanted.from, wanted.circle, wanted.organiser, wanted.area, base::last_of(wanted.area),
                       wanted.whose == Whose::own, most_days);
    std::vector<Day> days;
    days.reserve(rows.size());
    std::transform(std::make_move_iterator(rows.rbegin()), std::make_move_iterator(rows.rend()), std::back_inserter(days), day_of);
    return days;
}

// A rhythm is told of where a few circles are meant; of a province it would drown what is planned.
static constexpr std::int64_t most_rhythms = 60;

static std::vector<CircleId> list_with_rhythm(db::Session& db, const http::Viewer& viewer, const DaysWanted& wanted) {
    if (!wanted.circle && !wanted.organiser && wanted.whose == Whose::everybody) return {};
    return db.all<CircleId>(
        "SELECT c.id FROM circles_circles c JOIN records_v_records r ON r.id = c.id WHERE c.every IS NOT NULL AND r.state = 'published'"
        " AND ($2 = 0 OR c.id = $2) AND ($3 = 0 OR r.owner_id = $3) AND ($4 = 0 OR EXISTS (SELECT 1 FROM records_v_scopes part"
        " WHERE part.person_id = $1 AND part.scope_id IN (c.id, r.owner_id))) AND " RECORDS_MAY_READ " ORDER BY c.id LIMIT $5",
        viewer.person, wanted.circle, wanted.organiser, wanted.whose == Whose::own, most_rhythms);
}

static Day expected_day(const CircleReply& circle, base::Date date) {
    const auto& record = circle.record;
    return {.uid = "circle-" + std::to_string(record.id.value) + "-" + base::to_iso(date),
            .version = record.version,
            .created_at = record.created_at,
            .edited_at = record.edited_at,
            .title = record.title,
            .ordinal = {},
            .circle = {},
            .about = circle.purpose,
            .address = record.address,
            .date = date,
            .starts = circle.starts,
            .ends = circle.ends,
            .place = circle.place,
            .state = DayState::expected,
            .reason = {},
            .moved_to = {}};
}

std::vector<Day> list_days(db::Session& db, const http::Viewer& viewer, const DaysWanted& wanted, base::Date today) {
    auto days = list_sessions(db, viewer, wanted);
    for (const auto id : list_with_rhythm(db, viewer, wanted)) {
        const auto circle = circle_reply(db, viewer, *records::find(db, viewer, records::record_id(id)), today);
        for (const auto date : circle.expected) days.push_back(expected_day(circle, date));
    }
    return days;
}

std::optional<Day> find_day(db::Session& db, const http::Viewer& viewer, records::RecordId session) {
    auto row = db.find<DayRow>(DAY " AND s.id = $2", viewer.person, session);
    return row ? std::optional{day_of(*std::move(row))} : std::nullopt;
}

bool stands_for_another(db::Session& db, records::RecordId session) {
    return db.one<bool>("SELECT EXISTS (SELECT 1 FROM circles_sessions WHERE moved_to = $1) AS stands", session);
}

}  // namespace circles
