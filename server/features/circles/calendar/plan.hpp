#pragma once

#include <vector>

#include "circles/calendar/transparency.hpp"
#include "circles/session/session_card.hpp"

namespace circles {

// The events of one unit in a budget year, by its quarters.
struct UnitPlan {
    records::RecordId organiser_id;
    std::string organiser;
    std::vector<SessionCard> october_to_december;
    std::vector<SessionCard> january_to_march;
    std::vector<SessionCard> april_to_june;
    std::vector<SessionCard> july_to_september;
};
BOOST_DESCRIBE_STRUCT(UnitPlan, (), (organiser_id, organiser, october_to_december, january_to_march, april_to_june, july_to_september))

// Two sessions at one time, in one place or asked of one organiser. Addresses of both.
enum class ClashReason : std::uint8_t { place, organiser };
BOOST_DESCRIBE_ENUM(ClashReason, place, organiser)

struct Clash {
    std::string first;
    std::string second;
    ClashReason reason{};
};
BOOST_DESCRIBE_STRUCT(Clash, (), (first, second, reason))

// A budget year, named as in Thailand: 2570 ends in September 2570.
struct YearPlan {
    std::int64_t year{};
    std::vector<UnitPlan> units;
    std::vector<Clash> clashes;
};
BOOST_DESCRIBE_STRUCT(YearPlan, (), (year, units, clashes))

// Units in the Thai order of their names; sessions as they come.
std::vector<UnitPlan> by_unit_and_quarter(const std::vector<SessionCard>& sessions);

// Of sessions in the order of their days; what was called off clashes with nothing. Without hours a session takes the whole day.
std::vector<Clash> clashes(const std::vector<SessionCard>& sessions);

YearPlan year_plan(db::Session& db, const http::Viewer& viewer, const YearWanted& wanted);

}  // namespace circles
