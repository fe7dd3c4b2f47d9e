#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/bounded.hpp"
#include "http/reply.hpp"
#include "http/response.hpp"

namespace auth {

// Who is signed in.
struct Me {
    base::PersonId person_id;
    std::int64_t number{};  // of the person's page
    std::string name;
    std::string login;
    std::optional<std::string> email;
    bool administrator{};
};
BOOST_DESCRIBE_STRUCT(Me, (), (person_id, number, name, login, email, administrator))

Me me(http::Call& call, base::PersonId person);

// Who has just signed in: the cookie goes with the reply.
struct SignedIn {
    Me me;
    std::string token;
};

}  // namespace auth

template <>
struct http::Answer<auth::SignedIn> {
    static Response make(Call& call, const auth::SignedIn& signed_in);
    static void describe(RouteInfo& route) { route.reply = &json::type_of<auth::Me>(); }
};
