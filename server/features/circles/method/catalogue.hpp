#pragma once

#include "circles/method/method_queries.hpp"
#include "circles/method/shipped.hpp"
#include "http/argument.hpp"

// Shipped methods and those of organisations, under one roof: a path names the first by key, the others by number.
namespace circles {

struct FoundMethod {
    std::string key;  // "peer_assist", "3"
    const ShippedMethod* shipped{};
    std::optional<records::Found> own;
};
// Nothing where it is not there, or not for the viewer.
std::optional<FoundMethod> find_method(db::Session& db, const http::Viewer& viewer, std::string_view key);
Method content_of(db::Session& db, const FoundMethod& method, base::Language language);
// Empty where the viewer may no longer read it.
std::string address_of(db::Session& db, const http::Viewer& viewer, const std::string& key);

// A method as lists show it.
struct MethodCard {
    std::string key;
    std::string address;
    std::string title;
    std::string title_en;
    CircleKind kind{};
    std::string purpose;
    std::string suits;
    std::int64_t minutes{};
    std::string owner;  // empty for those that are shipped
    bool shipped{};
};
BOOST_DESCRIBE_STRUCT(MethodCard, (), (key, address, title, title_en, kind, purpose, suits, minutes, owner, shipped))

// Those that are shipped first.
std::vector<MethodCard> list_methods(db::Session& db, const http::Viewer& viewer, base::Language language);

// A method as its page shows it.
struct MethodReply {
    std::string key;
    std::string address;
    Method content;
    std::int64_t minutes{};
    std::optional<records::Envelope> record;  // of an organisation's own
    std::optional<records::Card> owner;
    records::Rights rights;
    std::string copied_from;  // the address of the one that it was made from, where the viewer may read it
};
BOOST_DESCRIBE_STRUCT(MethodReply, (), (key, address, content, minutes, record, owner, rights, copied_from))
MethodReply method_reply(db::Session& db, const http::Viewer& viewer, const FoundMethod& method, base::Language language);

}  // namespace circles

template <>
struct http::Argument<circles::FoundMethod> {
    static constexpr auto grants = access::Grant::read;
    static circles::FoundMethod take(Call& call);
    static void describe(RouteInfo& route) { route.claim_segment(); }
};
