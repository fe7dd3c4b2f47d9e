#pragma once

#include "base/sector.hpp"
#include "circles/life/ladder.hpp"

// The ladder of participation over the whole life of a circle, or of a place with all that lies in it: how far it went in time, which
// sectors stood on which rung, how far different people have come, and by what one can tell.
namespace circles {

// What is left empty does not narrow it.
struct LadderScope {
    CircleId circle{};
    base::AreaId area{};
};

// Held sessions of a month; `rung` is empty for those of which nobody has said it.
struct RungMonth {
    std::string month;  // "2026-11"
    std::optional<Rung> rung;
    std::int64_t sessions{};
};
BOOST_DESCRIBE_STRUCT(RungMonth, (), (month, rung, sessions))

// Person-times of a sector in sessions that reached that rung, counted at the door or named on the list, whichever knows more.
struct SectorRung {
    base::Sector sector{};
    std::optional<Rung> rung;
    std::int64_t people{};
};
BOOST_DESCRIBE_STRUCT(SectorRung, (), (sector, rung, people))

// Different people whose highest session reached that rung. A session of which nobody said it says nothing of its people.
struct RungPersons {
    Rung rung{};
    std::int64_t persons{};
    std::int64_t again{};  // of them came more than once
    std::int64_t rose{};   // and of these took part at their last time on a higher rung than at their first
};
BOOST_DESCRIBE_STRUCT(RungPersons, (), (rung, persons, again, rose))

struct RungTold {
    std::string address;
    std::string title;
    base::Date date;
    Rung rung{};
    std::string evidence;
};
BOOST_DESCRIBE_STRUCT(RungTold, (), (address, title, date, rung, evidence))

struct LadderReport {
    std::vector<RungMonth> months;  // the oldest first
    std::vector<SectorRung> sectors;
    std::vector<RungPersons> persons;  // from the lowest rung up
    std::vector<RungTold> told;        // the newest first
};
BOOST_DESCRIBE_STRUCT(LadderReport, (), (months, sectors, persons, told))
// Of sessions that the viewer may read.
LadderReport ladder_report(db::Session& db, const http::Viewer& viewer, const LadderScope& scope);

}  // namespace circles
