#pragma once

#include <vector>

#include "base/fiscal_calendar.hpp"
#include "circles/calendar/transparency.hpp"
#include "circles/community/community.hpp"
#include "circles/session/session_card.hpp"

namespace circles {

// The events of one unit in a fiscal year, by its four quarters.
struct UnitPlan {
    records::RecordId organiser_id;
    std::string organiser;
    std::vector<std::vector<SessionCard>> quarters = std::vector<std::vector<SessionCard>>(4);
};
BOOST_DESCRIBE_STRUCT(UnitPlan, (), (organiser_id, organiser, quarters))

// Two sessions at one time, in one place or asked of one organiser. Addresses of both.
enum class ClashReason : std::uint8_t { place, organiser };
BOOST_DESCRIBE_ENUM(ClashReason, place, organiser)

struct Clash {
    std::string first;
    std::string second;
    ClashReason reason{};
};
BOOST_DESCRIBE_STRUCT(Clash, (), (first, second, reason))

// A fiscal year, named as in Thailand: 2570 ends in 2570.
struct YearPlan {
    std::int64_t year{};
    std::vector<UnitPlan> units;
    std::vector<Clash> clashes;
    std::vector<MetKept> met;  // what their places keep, of sessions still to come
};
BOOST_DESCRIBE_STRUCT(YearPlan, (), (year, units, clashes, met))

// Units in the Thai order of their names; sessions as they come.
std::vector<UnitPlan> by_unit_and_quarter(const std::vector<SessionCard>& sessions, const base::FiscalCalendar& fiscal);

// Of sessions in the order of their days; what was called off clashes with nothing. Without hours a session takes the whole day.
std::vector<Clash> clashes(const std::vector<SessionCard>& sessions);

YearPlan year_plan(db::Session& db, const http::Viewer& viewer, const YearWanted& wanted, base::Date today);

}  // namespace circles
