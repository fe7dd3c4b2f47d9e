#include <algorithm>

#include "circles/community/community.hpp"
#include "circles/rhythm/days.hpp"

namespace circles {

// A day may be shifted by a long run of holidays: those beside what is asked for are looked at too.
static constexpr int margin = 31;

Ruled ruled(db::Session& db, CircleId id, const CircleRow& row, base::Date began) {
    const auto kept = rhythm(row);
    if (!kept) return {id, std::nullopt};
    return {id, cadence(*kept, row.since.value_or(began), site::fiscal_calendar(db)), kept->on_holiday.value_or(base::OnHoliday::meet)};
}

// The public holidays, and the days on which the place of the circle rests; in their order, one of each.
static std::vector<base::Date> rest_days(db::Session& db, CircleId circle, const Span& span) {
    std::vector<base::Date> dates;
    for (const auto& holiday : site::holidays(db, span.from, span.to)) dates.push_back(holiday.date);
    const auto record = records::find(db, records::record_id(circle));
    for (const auto& day : list_rest_days(db, record ? record->area_id : base::AreaId{}, span))
        for (auto date = day.first; date <= day.last; date = base::add_days(date, 1)) dates.push_back(date);
    std::ranges::sort(dates);
    dates.erase(std::ranges::unique(dates).begin(), dates.end());
    return dates;
}

std::vector<base::MeetingDay> list_meeting_days(db::Session& db, const Ruled& ruled, base::Date from, base::Date to) {
    base::Calendar calendar{.holidays = {}, .on_holiday = ruled.on_holiday};
    if (ruled.on_holiday != base::OnHoliday::meet)
        calendar.holidays = rest_days(db, ruled.id, {base::add_days(from, -margin), base::add_days(to, margin)});
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
