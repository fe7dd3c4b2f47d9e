#include "base/pace.hpp"

#include <algorithm>
#include <span>

namespace base {

static constexpr std::int64_t hour_us = std::int64_t{3600} * 1000 * 1000;

static std::int64_t microseconds(Instant at) {
    return at.ms * 1000;
}

Pace::Pace(std::size_t places) : places_(std::max(places / neighbours, std::size_t{1}) * neighbours) {}

static std::chrono::milliseconds to_wait(std::int64_t paid_at, std::int64_t now) {
    return std::chrono::milliseconds{std::max((paid_at - now - hour_us + 999) / 1000, std::int64_t{0})};
}

std::chrono::milliseconds Pace::take(std::uint64_t who, std::int64_t an_hour, Instant at) {
    const auto now = microseconds(at);
    const auto place = after_one_more(who, an_hour, now);
    const auto wait = to_wait(place.paid_at, now);
    if (wait.count() == 0) place_of(who) = place;
    return wait;
}

std::chrono::milliseconds Pace::wait(std::uint64_t who, std::int64_t an_hour, Instant at) {
    const auto now = microseconds(at);
    return to_wait(after_one_more(who, an_hour, now).paid_at, now);
}

Pace::Place Pace::after_one_more(std::uint64_t who, std::int64_t an_hour, std::int64_t now) {
    follow_clock(now);
    const auto& place = place_of(who);
    const auto owed_until = place.who == who ? std::max(place.paid_at, now) : now;
    return {who, owed_until + std::max(hour_us / an_hour, std::int64_t{1})};
}

std::size_t Pace::remembered(Instant now) const {
    return static_cast<std::size_t>(std::ranges::count_if(places_, [&](const Place& place) { return place.paid_at > microseconds(now); }));
}

// Its own, or that of who owes least.
Pace::Place& Pace::place_of(std::uint64_t who) {
    const auto first = who % (places_.size() / neighbours) * neighbours;
    const auto near = std::span(places_).subspan(first, neighbours);
    const auto own = std::ranges::find(near, who, &Place::who);
    return own != near.end() ? *own : *std::ranges::min_element(near, {}, &Place::paid_at);
}

// Where the clock was set back, everybody owes what they owed the moment before: else they would have to wait until the old time comes
// again.
void Pace::follow_clock(std::int64_t now) {
    if (now < latest_)
        for (auto& place : places_) place.paid_at -= latest_ - now;
    latest_ = now;
}

}  // namespace base
