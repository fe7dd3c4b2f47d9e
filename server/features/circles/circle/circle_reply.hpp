#pragma once

#include "circles/circle/circle_queries.hpp"
#include "circles/session/session_card.hpp"

namespace circles {

// A circle as its page shows it.
struct CircleReply {
    records::Envelope record;
    CircleKind kind{};
    bool dialogue{};
    Level level{};
    Phase phase{};
    std::string purpose;
    std::string project;
    Organiser organiser;
    std::optional<Rhythm> rhythm;
    std::string place;
    std::optional<PlaceKind> place_kind;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::optional<base::Date> since;
    std::int64_t held_before{};
    bool agreements_wanted{};
    Counters counters;
    std::optional<SessionCard> next;   // the next planned one
    std::vector<SessionCard> latest;   // newest first, of any state, up to today
    std::vector<base::Date> expected;  // the next days of the rhythm on which nothing is planned yet
    records::Rights rights;
};
BOOST_DESCRIBE_STRUCT(CircleReply, (),
                      (record, kind, dialogue, level, phase, purpose, project, organiser, rhythm, place, place_kind, starts, ends, since,
                       held_before, agreements_wanted, counters, next, latest, expected, rights))

CircleReply circle_reply(db::Session& db, const http::Viewer& viewer, const records::Found& circle, base::Date today);

}  // namespace circles
