#include "http/live.hpp"

#include <charconv>

#include "base/bounded.hpp"
#include "http/argument.hpp"
#include "http/call.hpp"

namespace http {

using namespace std::chrono_literals;

constexpr auto between_looks = 100ms;
constexpr auto longest_sleep = 250ms;  // what another server wrote is no commit of ours
constexpr auto idle_sleep = 10s;
constexpr std::int64_t silence_ms = 15'000;

Live::Live(db::Database& database, Complain complain)
    : database_(database), complain_(std::move(complain)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

std::shared_ptr<Channel> Live::listen(std::int64_t thing, News news) {
    std::shared_ptr<Channel> channel;
    {
        const std::lock_guard lock(mutex_);
        auto& watched = things_[thing];
        if (watched) channel = watched->channel.lock();
        if (!channel) {
            channel = make_channel();
            watched = std::make_shared<Watched>(Watched{channel, std::move(news), database_.now()});
        }
    }
    listeners_.beat();
    return channel;
}

void Live::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto comings = listeners_.beats();
        const auto commits = database_.commits().beats();
        bool somebody = true;
        try {
            somebody = look();
        } catch (const std::exception& failure) {
            complain_("live", failure.what());
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
bool Live::look() {
    const auto things = watched();
    if (things.empty()) return false;
    const auto now = database_.now();
    auto lease = database_.read();
    for (const auto& thing : things)
        if (const auto channel = thing->channel.lock()) tell(*lease, *thing, *channel, now);
    return true;
}

// After a silence, that we are here.
void Live::tell(db::Session& db, Watched& watched, Channel& channel, base::Instant now) {
    auto news = watched.news(db, now);
    if (news.empty() && now.ms - watched.told_at.ms >= silence_ms) news.push_back({0, "still", "{}"});
    if (!news.empty()) watched.told_at = now;
    for (const auto& event : news) publish(channel, event);
}

std::vector<std::shared_ptr<Live::Watched>> Live::watched() {
    const std::lock_guard lock(mutex_);
    std::erase_if(things_, [](const auto& thing) { return thing.second->channel.expired(); });
    std::vector<std::shared_ptr<Watched>> all;
    all.reserve(things_.size());
    for (const auto& [id, thing] : things_) all.push_back(thing);
    return all;
}

namespace {

struct StreamWanted {
    std::optional<base::Whole<0, 9'007'199'254'740'991>> after;
};
BOOST_DESCRIBE_STRUCT(StreamWanted, (), (after))

}  // namespace

// What a browser made of an id we sent is a number again; anything else knows nothing.
std::int64_t known_revision(Call& call) {
    const auto sent = call.header("Last-Event-ID");
    std::int64_t last = 0;
    if (std::from_chars(sent.data(), sent.data() + sent.size(), last).ec == std::errc{}) return last;
    const auto wanted = Argument<Query<StreamWanted>>::take(call);
    return wanted->after ? wanted->after->value : 0;
}

}  // namespace http
