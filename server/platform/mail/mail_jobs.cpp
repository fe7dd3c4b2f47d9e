#include <algorithm>

#include "base/json/json.hpp"
#include "mail/mail.hpp"
#include "mail/messages.hpp"
#include "mail/smtp/delivery.hpp"

namespace mail {

struct ToSend {
    MessageId message;
};
BOOST_DESCRIBE_STRUCT(ToSend, (), (message))

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t its_turn_later_ms = 5'000;

// 1, 2, 4 … minutes, at most two hours.
std::int64_t pause_ms_after(std::int64_t attempts) {
    return std::min((std::int64_t{1} << std::min<std::int64_t>(attempts - 1, 10)) * minute_ms, 120 * minute_ms);
}

void try_again(db::Tx& tx, const Message& message, const std::string& said) {
    const auto attempts = message.attempts + 1;
    const base::Instant next{tx.now().ms + pause_ms_after(attempts)};
    update_attempt(tx, message.id, attempts, said);
    if (next >= message.give_up_at)
        settle(tx, message.id, MessageState::failed, said);
    else
        add_send_job(tx, message.id, next);
}

void store(db::Tx& tx, const Message& message, const Outcome& outcome) {
    const auto now = find_message(tx, message.id);
    if (!now || now->state != MessageState::queued) return;  // a report came back meanwhile
    switch (outcome.verdict) {
        case Verdict::sent:
            settle(tx, message.id, MessageState::sent, outcome.said);
            break;
        case Verdict::refused:
            settle(tx, message.id, MessageState::failed, outcome.said);
            break;
        case Verdict::no_such_address:
            settle(tx, message.id, MessageState::bounced, outcome.said);
            break;
        case Verdict::try_later:
            try_again(tx, message, outcome.said);
            break;
    }
}

void hand_over(db::Database& database, const Settings& settings, const Message& message) {
    Delivery delivery{settings, message};
    const auto outcome = delivery.run();
    database.write([&](db::Tx& tx) { store(tx, message, outcome); });
}

void send(db::Database& database, Postbox& postbox, MessageId id) {
    const std::unique_lock turn{postbox.sending, std::try_to_lock};
    const auto message = find_message(*database.read(), id);
    if (!message || message->state != MessageState::queued) return;
    if (!turn.owns_lock())
        database.write([&](db::Tx& tx) { add_send_job(tx, id, {tx.now().ms + its_turn_later_ms}); });
    else if (message->give_up_at <= database.now())
        database.write([&](db::Tx& tx) { settle(tx, id, MessageState::failed, message->problem); });
    else if (postbox.settings.inbox)
        database.write([&](db::Tx& tx) { settle(tx, id, MessageState::sent, "inbox", Words::kept); });
    else if (postbox.settings.sends())
        hand_over(database, postbox.settings, *message);
    else
        database.write([&](db::Tx& tx) { try_again(tx, *message, "no mail server is set up"); });
}

}  // namespace

void add_send_job(db::Tx& tx, MessageId id, base::Instant not_before) {
    jobs::add(tx, "mail.send", json::write(ToSend{id}), not_before);
}

void add_jobs(jobs::Handlers& handlers, Postbox& postbox, db::Database& database) {
    handlers["mail.send"] = {.work = [&](const std::string& payload) { send(database, postbox, json::read_own<ToSend>(payload).message); },
                             .longest = 3min};
    handlers["mail.tidy"] = {.work = [&](const std::string&) { database.write(tidy); }, .every = 24h};
}

}  // namespace mail
