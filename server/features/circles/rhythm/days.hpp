#pragma once

#include "circles/circle/circle_queries.hpp"
#include "site/site.hpp"

namespace circles {

// A circle's rhythm as its days are computed from.
struct Ruled {
    CircleId id;
    std::optional<base::Cadence> cadence;
    base::OnHoliday on_holiday = base::OnHoliday::meet;
};
// `began`: where neither rhythm nor circle says since when, the day that its record tells of.
Ruled ruled(db::Session& db, CircleId id, const CircleRow& row, base::Date began);

// What is due from `from` to `to`, by its rhythm, the holidays of this installation, and what was settled for single days.
std::vector<base::MeetingDay> list_meeting_days(db::Session& db, const Ruled& ruled, base::Date from, base::Date to);

// What somebody settled for one day, and why.
struct SettledDay {
    base::Date day;
    base::Settled settled{};
    std::optional<base::Date> moved_to;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SettledDay, (), (day, settled, moved_to, reason))

std::vector<SettledDay> list_settled(db::Session& db, CircleId circle);
void put_settled(db::Tx& tx, CircleId circle, const SettledDay& day);
// False when nothing was settled for it.
bool delete_settled(db::Tx& tx, CircleId circle, base::Date day);

}  // namespace circles
