#pragma once

#include "circles/room/room_reply.hpp"
#include "http/call.hpp"
#include "http/events.hpp"
#include "http/response.hpp"

namespace circles {

// How hands stand, told to all without an id: who comes back reads them with the room.
struct HandsNow {
    AskId ask;
    Tally tally;
    friend bool operator==(const HandsNow&, const HandsNow&) = default;
};
BOOST_DESCRIBE_STRUCT(HandsNow, (), (ask, tally))

// What those who listen to one room have been told.
struct Heard {
    std::int64_t revision = 0;
    std::optional<HandsNow> hands{};
    base::Instant hands_at{};  // a channel does not remember hands: they are told again for whoever came between
};

// What is to be told now, and `told` moved on. `room`: all that is new, id = revision; `hands`.
std::vector<http::Event> news_of(db::Session& db, SessionId session, Heard& told, base::Instant now);

// What who comes (back) is told first: all that changed after the revision they know; 0: all there is.
http::Event first_news(db::Session& db, const RoomRow& room, std::int64_t known_revision, base::Instant now);

// What changed in the room since the Last-Event-ID (or ?after=, for a page that opens its stream anew), then what changes, until the
// browser goes away. 404 where no room was opened.
http::Response live_stream(http::Call& call, SessionId session);

}  // namespace circles
