#include "circles/room/live_rooms.hpp"

#include <charconv>

#include "http/router.hpp"

namespace circles {

using namespace std::chrono_literals;

constexpr auto between_looks = 100ms;
constexpr auto longest_sleep = 250ms;  // what another server wrote is no commit of ours
constexpr auto idle_sleep = 10s;
constexpr std::int64_t silence_ms = 15'000;
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
    if (news.empty() && now.ms - told.at.ms >= silence_ms) news.push_back({0, "still", "{}"});
    if (!news.empty()) told.at = now;
    return news;
}

LiveRooms::LiveRooms(db::Database& database, Complain complain)
    : database_(database), complain_(std::move(complain)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

std::shared_ptr<LiveRooms> watch_rooms(db::Database& database, Complain complain, http::Equipment& equipment) {
    auto rooms = std::make_shared<LiveRooms>(database, std::move(complain));
    equipment.add(*rooms);
    return rooms;
}

std::shared_ptr<http::Channel> LiveRooms::listen(SessionId session, std::int64_t revision) {
    std::shared_ptr<http::Channel> channel;
    {
        const std::lock_guard lock(mutex_);
        auto& watched = rooms_[session];
        if (watched) channel = watched->channel.lock();
        if (!channel) {
            channel = http::make_channel();
            watched = std::make_shared<Watched>(Watched{channel, {.revision = revision, .at = database_.now()}});
        }
    }
    listeners_.beat();
    return channel;
}

void LiveRooms::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto comings = listeners_.beats();
        const auto commits = database_.commits().beats();
        bool somebody = true;
        try {
            somebody = look();
        } catch (const std::exception& failure) {
            complain_("live rooms", failure.what());
            db::rest(1s, stop);
        }
        if (somebody) {
            db::rest(between_looks, stop);
            database_.commits().wait(commits, longest_sleep, stop);
        } else {
            listeners_.wait(comings, idle_sleep, stop);
        }
    }
}

// False when nobody listens.
bool LiveRooms::look() {
    const auto rooms = watched();
    if (rooms.empty()) return false;
    const auto now = database_.now();
    auto lease = database_.read();
    for (const auto& [session, room] : rooms) {
        const auto channel = room->channel.lock();
        if (!channel) continue;
        for (const auto& event : news_of(*lease, session, room->told, now)) http::publish(*channel, event);
    }
    return true;
}

std::vector<std::pair<SessionId, std::shared_ptr<LiveRooms::Watched>>> LiveRooms::watched() {
    const std::lock_guard lock(mutex_);
    std::erase_if(rooms_, [](const auto& room) { return room.second->channel.expired(); });
    return {rooms_.begin(), rooms_.end()};
}

namespace {

struct StreamWanted {
    std::optional<base::Whole<0, 9'007'199'254'740'991>> after;
};
BOOST_DESCRIBE_STRUCT(StreamWanted, (), (after))

// What a browser made of an id we sent is a number again; anything else knows nothing.
std::int64_t known_revision(http::Call& call) {
    const auto sent = call.header("Last-Event-ID");
    std::int64_t last = 0;
    if (std::from_chars(sent.data(), sent.data() + sent.size(), last).ec == std::errc{}) return last;
    const auto wanted = http::Argument<http::Query<StreamWanted>>::take(call);
    return wanted->after ? wanted->after->value : 0;
}

}  // namespace

http::Response live_stream(http::Call& call, SessionId session) {
    const auto room = find_room(call.read(), session);
    if (!room) throw http::not_found();
    http::Response response;
    const auto first = first_news(call.read(), *room, known_revision(call), call.now());
    response.body = http::EventStream{call.services().equipment.get<LiveRooms>().listen(session, room->revision), {first}, 0};
    return response;
}

}  // namespace circles
