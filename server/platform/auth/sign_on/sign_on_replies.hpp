#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "auth/accounts/me.hpp"
#include "auth/sign_on/identities.hpp"
#include "auth/sign_on/journeys.hpp"
#include "http/reply.hpp"

// What the routes of signing on at a provider answer.
namespace auth {

struct ProviderLine {
    std::string key;
    std::string name;  // in the caller's language
};
BOOST_DESCRIBE_STRUCT(ProviderLine, (), (key, name))

struct DepartureReply {
    std::string address;  // where the browser goes now
};
BOOST_DESCRIBE_STRUCT(DepartureReply, (), (address))

struct Departure {
    DepartureReply reply;
    std::string journey;  // goes as a cookie with the reply
};

// Somebody is in, is asked for a code, or has linked an identity to the account they are in with.
struct ArrivalReply {
    std::optional<Me> me;
    std::optional<SecondStepAsked> second_step;
    std::string next;
    bool linked{};
};
BOOST_DESCRIBE_STRUCT(ArrivalReply, (), (me, second_step, next, linked))

struct Arrival {
    ArrivalReply reply;
    std::string session;  // empty where none was opened
};

struct IdentityLine {
    IdentityId id;
    std::string provider;  // empty for one that is configured no longer
    std::string name;
    std::string called;
    base::Instant linked_at;
    base::Instant used_at;
};
BOOST_DESCRIBE_STRUCT(IdentityLine, (), (id, provider, name, called, linked_at, used_at))

}  // namespace auth

template <>
struct http::Answer<auth::Departure> {
    static Response make(Call& call, const auth::Departure& departure);
    static void describe(RouteInfo& route) { route.reply = &json::type_of<auth::DepartureReply>(); }
};

template <>
struct http::Answer<auth::Arrival> {
    static Response make(Call& call, const auth::Arrival& arrival);
    static void describe(RouteInfo& route) { route.reply = &json::type_of<auth::ArrivalReply>(); }
};
