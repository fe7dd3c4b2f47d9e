#include "circles/circle/circle_queries.hpp"

namespace circles {

static std::int64_t bit_of(base::Weekday weekday) {
    return std::int64_t{1} << static_cast<int>(weekday);
}

static std::optional<std::int64_t> as_bits(const std::optional<std::vector<base::Weekday>>& weekdays) {
    if (!weekdays || weekdays->empty()) return std::nullopt;
    std::int64_t bits = 0;
    for (const auto weekday : *weekdays) bits |= bit_of(weekday);
    return bits;
}

static std::vector<base::Weekday> weekdays_in(std::int64_t bits) {
    std::vector<base::Weekday> weekdays;
    for (auto weekday = base::Weekday::monday; weekday <= base::Weekday::sunday;
         weekday = static_cast<base::Weekday>(static_cast<int>(weekday) + 1))
        if ((bits & bit_of(weekday)) != 0) weekdays.push_back(weekday);
    return weekdays;
}

std::optional<Rhythm> rhythm(const CircleRow& circle) {
    if (!circle.every) return std::nullopt;
    Rhythm rhythm{.every = *circle.every,
                  .interval = {circle.every_n.value_or(1)},
                  .weekday = circle.weekday,
                  .cycle = circle.cycle,
                  .years = circle.years,
                  .on_holiday = circle.on_holiday,
                  .since = circle.rhythm_since,
                  .until = circle.rhythm_until};
    if (circle.more_weekdays) rhythm.also = weekdays_in(*circle.more_weekdays);
    if (circle.rhythm_count) rhythm.count = {*circle.rhythm_count};
    if (circle.nth) rhythm.nth = {*circle.nth};
    if (circle.day) rhythm.day = {*circle.day};
    if (circle.cycle_month) rhythm.month = {*circle.cycle_month};
    return rhythm;
}

static bool wants_agreements(const CircleForm& form) {
    return form.agreements_wanted.value_or(!is_dialogue(form.kind));
}

template <std::int64_t Min, std::int64_t Max>
static std::optional<std::int64_t> number(const std::optional<base::Whole<Min, Max>>& whole) {
    return whole ? std::optional(whole->value) : std::nullopt;
}

// The 13 values of a circle's row beside its rhythm, in the order of both statements below.
template <class Write>
static void with_values(CircleId id, const CircleForm& form, const Write& write) {
    write(id, form.kind, form.level, form.phase, base::or_empty(form.purpose), base::or_empty(form.project), base::or_empty(form.place),
          form.place_kind, form.starts, form.ends, form.since, number(form.held_before).value_or(0), wants_agreements(form));
}

void update_rhythm(db::Tx& tx, CircleId id, const std::optional<Rhythm>& rhythm) {
    const auto told = rhythm.value_or(Rhythm{});
    tx.run(
        "UPDATE circles_circles SET every = $2, every_n = $3, weekday = $4, nth = $5, day = $6, cycle = $7, cycle_month = $8, years = $9,"
        " on_holiday = $10, rhythm_since = $11, more_weekdays = $12, rhythm_until = $13, rhythm_count = $14 WHERE id = $1",
        id, rhythm ? std::optional(rhythm->every) : std::nullopt, rhythm ? std::optional(rhythm->interval.value) : std::nullopt,
        told.weekday, number(told.nth), number(told.day), told.cycle, number(told.month), told.years, told.on_holiday, told.since,
        as_bits(told.also), told.until, number(told.count));
}

void update_times(db::Tx& tx, CircleId id, const std::optional<base::TimeOfDay>& starts, const std::optional<base::TimeOfDay>& ends) {
    tx.run("UPDATE circles_circles SET starts = $2, ends = $3 WHERE id = $1", id, starts, ends);
}

void insert_circle(db::Tx& tx, CircleId id, const CircleForm& form) {
    with_values(id, form, [&](const auto&... values) {
        tx.run(
            "INSERT INTO circles_circles (id, kind, level, phase, purpose, project, place, place_kind, starts, ends, since, held_before,"
            " agreements_wanted) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            values...);
    });
    update_rhythm(tx, id, form.rhythm);
}

void update_circle(db::Tx& tx, CircleId id, const CircleForm& form) {
    with_values(id, form, [&](const auto&... values) {
        tx.run(
            "UPDATE circles_circles SET kind = $2, level = $3, phase = $4, purpose = $5, project = $6, place = $7, place_kind = $8,"
            " starts = $9, ends = $10, since = $11, held_before = $12, agreements_wanted = $13 WHERE id = $1",
            values...);
    });
    update_rhythm(tx, id, form.rhythm);
}

CircleRow get_circle(db::Session& db, CircleId id) {
    return db.one<CircleRow>(
        "SELECT kind, level, phase, purpose, project, place, place_kind, starts, ends, every, every_n, weekday, nth, day, cycle,"
        " cycle_month, years, on_holiday, rhythm_since, more_weekdays, rhythm_until, rhythm_count, since, held_before, agreements_wanted "
        "FROM circles_circles WHERE id = $1",
        id);
}

Organiser get_organiser(db::Session& db, records::RecordId id) {
    return db.find<Organiser>("SELECT id, title, address FROM records_v_public WHERE id = $1", id).value_or(Organiser{id, "", ""});
}

struct CountedSessions {
    std::int64_t recorded{};
    std::optional<std::int64_t> people;
    std::optional<std::int64_t> minutes;
    std::optional<base::Date> since;
    std::int64_t different{};
};
BOOST_DESCRIBE_STRUCT(CountedSessions, (), (recorded, people, minutes, since, different))

Counters count(db::Session& db, CircleId id, const CircleRow& circle) {
    const auto held = db.one<CountedSessions>(
        "SELECT count(*) AS recorded, CAST(sum(s.people) AS BIGINT) AS people, CAST(sum(s.ends - s.starts) AS BIGINT) AS minutes,"
        " min(s.date) AS since, (SELECT count(DISTINCT CASE WHEN p.person_id <> 0 THEN CAST(p.person_id AS TEXT) ELSE p.name_key END)"
        " FROM circles_people p JOIN circles_sessions h ON h.id = p.session_id JOIN records_v_records o ON o.id = h.id"
        " WHERE h.circle_id = $1 AND h.state = 'held' AND o.state = 'published' AND p.came = 1)"
        " AS different FROM circles_sessions s JOIN records_v_records r ON r.id = s.id"
        " WHERE s.circle_id = $1 AND s.state = 'held' AND r.state = 'published'",
        id);
    Counters counters{.held = held.recorded + circle.held_before,
                      .recorded = held.recorded,
                      .people = held.people,
                      .different_people = {},
                      .hours = {},
                      .since = circle.since ? circle.since : held.since};
    if (held.different > 0) counters.different_people = held.different;
    if (held.minutes) counters.hours = static_cast<double>(*held.minutes) / 60;
    return counters;
}

// Here r is the session: a day on which the viewer knows of no session is not told.
#define READABLE_SESSIONS                                              \
    " FROM circles_sessions s JOIN records_v_records r ON r.id = s.id" \
    " WHERE s.circle_id = c.id AND r.state = 'published' AND " RECORDS_MAY_READ

std::vector<CircleCard> list_circles(db::Session& db, const http::Viewer& viewer, base::Date today, const CirclesWanted& wanted) {
    const auto after =
        wanted.after ? db.find<db::Blob>("SELECT sort_key FROM records_v_records WHERE id = $1", *wanted.after) : std::nullopt;
    const auto area = wanted.area.value_or(base::AreaId{});
    return db.all<CircleCard>(
        "SELECT r.id, r.number, r.title, r.title_en, r.address, r.summary, c.kind, c.level, r.area_id, r.owner_id AS organiser_id,"
        " coalesce(o.title, '') AS organiser,"
        " c.held_before + (SELECT count(*) FROM circles_sessions s JOIN records_v_records h ON h.id = s.id"
        " WHERE s.circle_id = c.id AND s.state = 'held' AND h.state = 'published') AS held,"
        " (SELECT max(s.date)" READABLE_SESSIONS
        " AND s.state = 'held') AS last_held,"
        " (SELECT min(s.date)" READABLE_SESSIONS
        " AND s.state = 'planned' AND s.date >= $2) AS next_planned"
        " FROM records_v_records r JOIN circles_circles c ON c.id = r.id LEFT JOIN records_v_public o ON o.id = r.owner_id"
        " WHERE r.kind = 'circle' AND r.state = 'published' AND ($3 = '' OR c.kind = $3) AND ($4 = '' OR c.level = $4)"
        " AND ($5 = 0 OR r.owner_id = $5) AND +r.area_id BETWEEN $6 AND $7 AND (r.sort_key, r.id) > ($8, $9) AND " RECORDS_MAY_READ
        " ORDER BY r.sort_key, r.id LIMIT $10",
        viewer.person, today, wanted.kind ? base::name_of(*wanted.kind) : "", wanted.level ? base::name_of(*wanted.level) : "",
        wanted.organiser.value_or(records::RecordId{}), area, base::last_of(area), after.value_or(db::Blob{}),
        wanted.after.value_or(CircleId{}), wanted.limit.value_or(base::Whole<1, 100>{20}).value + 1);
}

}  // namespace circles
