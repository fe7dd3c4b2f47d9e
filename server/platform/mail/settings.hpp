#pragma once

#include <boost/describe/enum.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace mail {

enum class Tls : std::uint8_t { none, starttls, implicit };
BOOST_DESCRIBE_ENUM(Tls, none, starttls, implicit)

// How this installation sends mail; see docs/operate/mail.md. Without a host, and without the inbox of development, it sends none.
struct Settings {
    std::string host;
    std::uint16_t port = 0;  // 0: 587 for starttls, 465 for implicit, 25 for none
    Tls tls = Tls::starttls;
    std::string user;
    std::string password_file;  // read at each sending: a new password needs no restart
    std::string from;
    std::string from_name;  // empty: the product's name in the reader's language
    std::string reply_to;
    std::string bounces;  // takes what could not be delivered, with "+TOKEN" before its @; empty: it comes back to `from`
    std::string replies;  // takes answers to comments, with "+TOKEN" before its @; empty: nothing is answered by mail
    int digest_hour = 7;  // of Bangkok, from which on the digest of a day goes out
    bool inbox = false;
    std::string origin;  // of links in messages: "https://lomwong.example.org"

    std::chrono::milliseconds deadline = std::chrono::seconds(60);  // of one attempt

    bool sends() const { return inbox || !host.empty(); }
    std::uint16_t port_in_use() const;
};

// What does not fit together, for whoever sets it up; nothing if all is well.
std::optional<std::string> fault(const Settings& settings);

}  // namespace mail
