#include "journal/follower.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace journal {

using namespace std::chrono_literals;

std::int64_t position(db::Session& session, std::string_view follower) {
    return session.find<std::int64_t>("SELECT sequence FROM journal_followers WHERE name = $1", follower).value_or(0);
}

void move_to(db::Tx& tx, std::string_view follower, std::int64_t sequence) {
    tx.run(
        "INSERT INTO journal_followers (name, sequence) VALUES ($1, $2)"
        " ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence",
        follower, sequence);
}

Follower::Follower(db::Database& database, Following following, Take take, Complain complain)
    : database_(database),
      following_(std::move(following)),
      take_(std::move(take)),
      complain_(std::move(complain)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Follower::run(const std::stop_token& stop) {
    auto pause = 1s;
    while (!stop.stop_requested()) {
        const auto seen = database_.news().beats();
        try {
            if (!take_next()) database_.news().wait(seen, 1s, stop);
            pause = 1s;
        } catch (const std::exception& failure) {
            complain_(following_.name, failure.what());
            db::rest(pause, stop);
            pause = std::min(2 * pause, 60s);
        }
    }
}

// False if there was nothing to do.
bool Follower::take_next() {
    const auto events = list_after(*database_.read(), following_.from, following_.batch);
    if (events.empty()) return false;
    following_.from = take_(events);
    return true;
}

}  // namespace journal
