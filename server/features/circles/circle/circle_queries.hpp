#pragma once

#include "circles/circle/circle.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"

namespace circles {

// A circle's own row; its envelope stands beside it.
struct CircleRow {
    CircleKind kind{};
    Level level{};
    Phase phase{};
    std::string purpose;
    std::string project;
    std::string place;
    std::optional<PlaceKind> place_kind;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::optional<base::Every> every;
    std::optional<std::int64_t> every_n;
    std::optional<base::Weekday> weekday;
    std::optional<std::int64_t> nth;
    std::optional<std::int64_t> day;
    std::optional<base::Cycle> cycle;
    std::optional<std::int64_t> cycle_month;
    std::optional<Years> years;
    std::optional<base::OnHoliday> on_holiday;
    std::optional<base::Date> rhythm_since;
    std::optional<std::int64_t> more_weekdays;  // a bit each, from Monday on
    std::optional<base::Date> rhythm_until;
    std::optional<std::int64_t> rhythm_count;
    std::optional<base::Date> since;
    std::int64_t held_before{};
    bool agreements_wanted{};
};
BOOST_DESCRIBE_STRUCT(CircleRow, (),
                      (kind, level, phase, purpose, project, place, place_kind, starts, ends, every, every_n, weekday, nth, day, cycle,
                       cycle_month, years, on_holiday, rhythm_since, more_weekdays, rhythm_until, rhythm_count, since, held_before,
                       agreements_wanted))

std::optional<Rhythm> rhythm(const CircleRow& circle);

void update_rhythm(db::Tx& tx, CircleId id, const std::optional<Rhythm>& rhythm);

void update_times(db::Tx& tx, CircleId id, const std::optional<base::TimeOfDay>& starts, const std::optional<base::TimeOfDay>& ends);
void insert_circle(db::Tx& tx, CircleId id, const CircleForm& form);
void update_circle(db::Tx& tx, CircleId id, const CircleForm& form);
CircleRow get_circle(db::Session& db, CircleId id);

Organiser get_organiser(db::Session& db, records::RecordId id);
Counters count(db::Session& db, CircleId id, const CircleRow& circle);

// A circle as lists show it.
struct CircleCard {
    CircleId id;
    std::int64_t number{};
    std::string title;
    std::string title_en;
    std::string address;
    std::string summary;
    CircleKind kind{};
    Level level{};
    base::AreaId area_id;
    records::RecordId organiser_id;
    std::string organiser;  // empty where the viewer may not know it
    std::int64_t held{};
    std::optional<base::Date> last_held;
    std::optional<base::Date> next_planned;
};
BOOST_DESCRIBE_STRUCT(CircleCard, (),
                      (id, number, title, title_en, address, summary, kind, level, area_id, organiser_id, organiser, held, last_held,
                       next_planned))

struct CirclesWanted {
    std::optional<CircleKind> kind{};
    std::optional<Level> level{};
    std::optional<records::RecordId> organiser{};
    std::optional<base::AreaId> area{};
    std::optional<CircleId> after{};
    std::optional<base::Whole<1, 100>> limit{};  // 20
};
BOOST_DESCRIBE_STRUCT(CirclesWanted, (), (kind, level, organiser, area, after, limit))

// By title in Thai order; one more than the limit, so that the caller sees whether there is a next page.
std::vector<CircleCard> list_circles(db::Session& db, const http::Viewer& viewer, base::Date today, const CirclesWanted& wanted);

}  // namespace circles
