#pragma once

#include <mutex>
#include <span>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "jobs/jobs.hpp"
#include "mail/settings.hpp"
#include "mail/words/letter.hpp"

namespace http {
class Router;
}

// What leaves by e-mail. The door.
namespace mail {

// What queueing and sending stand on; one a server, given to routes as http::Equipment.
struct Postbox {
    explicit Postbox(Settings of) : settings(std::move(of)) {}

    const Settings settings;
    std::mutex sending;  // one message at a time: a slow mail server must not hold every thread that does jobs
};

struct Recipient {
    std::string address;  // without an address_fault
    std::string name;     // as the letter greets; may be empty
};

struct Order {
    std::string_view kind;  // "<part>.<what it is about>"
    Recipient to;
    Letter letter;
    base::Instant give_up_at{};  // 0: two days from now
    std::string unsubscribe{};   // page here at which a POST ends such mail (RFC 8058): "/unfollow/…"; empty: it is not of that kind
    std::string reply_to{};      // address for an answer to this one; empty: as Settings say
};

enum class Queued : std::uint8_t {
    yes,
    sends_nothing,  // this installation
    unreachable,    // what went to this address has come back before
    too_many,       // to this address, of late
};

// In the transaction that causes the message: it is sent if, and only if, that is kept.
[[nodiscard]] Queued queue(db::Tx& tx, const Postbox& postbox, const Order& order);

enum class Returned : std::uint8_t { noted, no_report, unknown_message };
// A mail that came to the return path of a message, as it came (RFC 3464).
Returned take_report(db::Database& database, std::string_view mail);

// For who types their address: "somchai@example.org" of " Somchai@Example.ORG ".
std::string fold_address(std::string_view address);

void add_jobs(jobs::Handlers& handlers, Postbox& postbox, db::Database& database);
void add_routes(http::Router& router);
std::span<const db::Migration> migrations();

}  // namespace mail
