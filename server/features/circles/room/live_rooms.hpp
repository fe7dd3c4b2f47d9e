#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <thread>

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
    base::Instant at{};        // anything
    base::Instant hands_at{};  // a channel does not remember hands: they are told again for whoever came between
};

// What is to be told now, and `told` moved on. `room`: all that is new, id = revision; `hands`; `still`: after a silence, that we are here.
std::vector<http::Event> news_of(db::Session& db, SessionId session, Heard& told, base::Instant now);

// What who comes (back) is told first: all that changed after the revision they know; 0: all there is.
http::Event first_news(db::Session& db, const RoomRow& room, std::int64_t known_revision, base::Instant now);

// Tells all phones and screens of all rooms what changed, at most ten times a second, from a thread of its own that looks into the
// database: so nothing needs to be told that is not kept, and what another server wrote is heard as well. Any thread.
class LiveRooms {
  public:
    LiveRooms(db::Database& database, Complain complain);
    LiveRooms(const LiveRooms&) = delete;
    LiveRooms& operator=(const LiveRooms&) = delete;

    // For whoever has read the room at this revision.
    std::shared_ptr<http::Channel> listen(SessionId session, std::int64_t revision);

  private:
    struct Watched {
        std::weak_ptr<http::Channel> channel;  // gone with the last who listens
        Heard told;                            // the thread's own
    };

    void run(const std::stop_token& stop);
    bool look();
    std::vector<std::pair<SessionId, std::shared_ptr<Watched>>> watched();

    db::Database& database_;
    const Complain complain_;
    db::Pulse listeners_;
    std::mutex mutex_;
    std::map<SessionId, std::shared_ptr<Watched>> rooms_;
    std::jthread thread_;  // last: it uses all of the above
};

// What changed in the room since the Last-Event-ID (or ?after=, for a page that opens its stream anew), then what changes, until the
// browser goes away. 404 where no room was opened.
http::Response live_stream(http::Call& call, SessionId session);

}  // namespace circles
