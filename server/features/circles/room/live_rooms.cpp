#include "circles/room/live_rooms.hpp"

#include "http/call.hpp"
#include "http/live.hpp"
#include "http/problem.hpp"

namespace circles {

constexpr std::int64_t hands_again_ms = 2'000;

static http::Event room_event(db::Session& db, const RoomRow& room, std::int64_t known_revision, base::Instant now) {
    return {room.revision, "room", json::write(room_state(db, room, Eyes::everybody, known_revision, now))};
}

http::Event first_news(db::Session& db, const RoomRow& room, std::int64_t known_revision, base::Instant now) {
    const bool knows_too_much = known_revision < 0 || known_revision > room.revision;  // of a database that was put back since
    return room_event(db, room, knows_too_much ? 0 : known_revision, now);
}

static std::optional<HandsNow> hands_now(db::Session& db, SessionId session) {
    const auto ask = find_open_count(db, session);
    if (!ask) return {};
    return HandsNow{ask->id, tally_for_all(*ask, hands_of(db, ask->id))};
}

std::vector<http::Event> news_of(db::Session& db, SessionId session, Heard& told, base::Instant now) {
    std::vector<http::Event> news;
    const auto room = find_room(db, session);
    if (room && room->revision > told.revision) {
        news.push_back(room_event(db, *room, told.revision, now));
        told.revision = room->revision;
    }
    auto hands = hands_now(db, session);
    if (hands && (hands != told.hands || now.ms - told.hands_at.ms >= hands_again_ms)) {
        news.push_back({0, "hands", json::write(*hands)});
        told.hands_at = now;
    }
    told.hands = std::move(hands);
    return news;
}

http::Response live_stream(http::Call& call, SessionId session) {
    const auto room = find_room(call.read(), session);
    if (!room) throw http::not_found();
    const auto first = first_news(call.read(), *room, http::known_revision(call), call.now());
    const auto news = [session, told = Heard{.revision = room->revision}](db::Session& db, base::Instant now) mutable {
        return news_of(db, session, told, now);
    };
    http::Response response;
    response.body = http::EventStream{call.services().equipment.get<http::Live>().listen(session.value, news), {first}, 0};
    return response;
}

}  // namespace circles
