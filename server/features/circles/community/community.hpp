#pragma once

#include <map>

#include "circles/community/local_day.hpp"
#include "circles/session/session_card.hpp"

// The calendar of a place, that circles respect: what its people keep, the public holidays, วันพระ as far as they are known, and the last
// month of the fiscal year. It warns and proposes; it never forbids.
namespace circles {

// A day or span on which something is kept. What this program knows by itself has no number, and no name where its kind says it all.
struct KeptDay {
    Kept kind{};
    std::string name;
    std::string name_en;
    base::Date first;
    base::Date last;
    std::optional<LocalDay> own;
};
BOOST_DESCRIBE_STRUCT(KeptDay, (), (kind, name, name_en, first, last, own))

struct PlaceCalendar {
    std::vector<KeptDay> days;                   // by their first day
    std::optional<base::Date> holy_known_until;  // after it วันพระ are not known yet
};
BOOST_DESCRIBE_STRUCT(PlaceCalendar, (), (days, holy_known_until))
PlaceCalendar place_calendar(db::Session& db, const http::Viewer& viewer, base::AreaId area, const Span& span);

// When a session is meant to be.
struct Meant {
    base::Date date;
    std::optional<base::TimeOfDay> starts{};
};

// What a session on that day would meet, and the nearest day on which it meets nothing.
struct LookedAt {
    std::vector<KeptDay> kept;
    std::optional<base::Date> free;
};
BOOST_DESCRIBE_STRUCT(LookedAt, (), (kept, free))
// Two weeks to both sides, the later of two that are as near; none before `today`, nor on a weekend for what was not meant to be on one.
LookedAt look_at(const std::vector<KeptDay>& days, const Meant& meant, base::Date today);
Span looked_at_around(base::Date date);

// A planned session that meets what its place keeps.
struct MetKept {
    std::string address;
    LookedAt met;
};
BOOST_DESCRIBE_STRUCT(MetKept, (), (address, met))
// Of those that are still to come, in their order.
std::vector<MetKept> met_kept(db::Session& db, const http::Viewer& viewer, const std::vector<SessionCard>& sessions, base::Date today);

// Days on which, beside the public holidays, a rhythm goes by its rule of holidays: งานบุญ, and what the cabinet has given.
std::vector<KeptDay> list_rest_days(db::Session& db, base::AreaId area, const Span& span);

}  // namespace circles
