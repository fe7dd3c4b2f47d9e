#include "circles/rhythm/days.hpp"

namespace circles {

// A day may be shifted by a long run of holidays: those beside what is asked for are looked at too.
static constexpr int margin = 31;

Ruled ruled(db::Session& db, CircleId id, const CircleRow& row, base::Date began) {
    const auto kept = rhythm(row);
    if (!kept) return {id, std::nullopt};
    return {id, cadence(*kept, row.since.value_or(began), site::fiscal_calendar(db)), kept->on_holiday.value_or(base::OnHoliday::meet)};
}

static std::vector<base::Date> dates(const std::vector<site::Holiday>& holidays) {
    std::vector<base::Date> dates;
    dates.reserve(holidays.size());
    for (const auto& holiday : holidays) dates.push_back(holiday.date);
    return dates;
}

std::vector<base::MeetingDay> list_meeting_days(db::Session& db, const Ruled& ruled, base::Date from, base::Date to) {
    base::Calendar calendar{.holidays = {}, .on_holiday = ruled.on_holiday};
    if (ruled.on_holiday != base::OnHoliday::meet)
        calendar.holidays = dates(site::holidays(db, base::add_days(from, -margin), base::add_days(to, margin)));
    for (const auto& day : list_settled(db, ruled.id)) calendar.exceptions.push_back({day.day, day.settled, day.moved_to});
    return base::meeting_days(ruled.cadence, calendar, from, to);
}

std::vector<SettledDay> list_settled(db::Session& db, CircleId circle) {
    return db.all<SettledDay>("SELECT day, settled, moved_to, reason FROM circles_days WHERE circle_id = $1 ORDER BY day", circle);
}

void put_settled(db::Tx& tx, CircleId circle, const SettledDay& day) {
    tx.run(
        "INSERT INTO circles_days (circle_id, day, settled, moved_to, reason) VALUES ($1, $2, $3, $4, $5)"
        " ON CONFLICT (circle_id, day) DO UPDATE SET settled = excluded.settled, moved_to = excluded.moved_to, reason = excluded.reason",
        circle, day.day, day.settled, day.moved_to, day.reason);
}

bool delete_settled(db::Tx& tx, CircleId circle, base::Date day) {
    return tx.run("DELETE FROM circles_days WHERE circle_id = $1 AND day = $2", circle, day) > 0;
}

}  // namespace circles
