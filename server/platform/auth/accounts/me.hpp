#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/bounded.hpp"
#include "base/language.hpp"
#include "base/person.hpp"
#include "base/time.hpp"
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
    bool needs_second_step{};                // an administrator who is one again once a second step is set up
    std::optional<base::Language> language;  // as they chose it, on whatever device
};
BOOST_DESCRIBE_STRUCT(Me, (), (person_id, number, name, login, email, administrator, needs_second_step, language))

Me me(http::Call& call, base::PersonId person);

// The code comes next, with this token.
struct SecondStepAsked {
    std::string token;
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(SecondStepAsked, (), (token, expires_at))

// Who gave the right password is in, or is asked for a code: one of the two.
struct SignInReply {
    std::optional<Me> me;
    std::optional<SecondStepAsked> second_step;
};
BOOST_DESCRIBE_STRUCT(SignInReply, (), (me, second_step))

// Where somebody stands once they have proved who they are: the token of their session, or of being half in.
struct Entry {
    base::PersonId person;
    std::string session;  // goes as a cookie with the reply
    std::optional<SecondStepAsked> second_step;
};
// Throw Problem 403 `account_locked`.
Entry enter(db::Tx& tx, http::Call& call, base::PersonId person);         // after the password: half in, where there is a second step
Entry enter_wholly(db::Tx& tx, http::Call& call, base::PersonId person);  // after the code

struct SignedIn {
    SignInReply reply;
    std::string token;  // empty for who is half in
};
SignedIn signed_in(http::Call& call, Entry entry);

}  // namespace auth

template <>
struct http::Answer<auth::SignedIn> {
    static Response make(Call& call, const auth::SignedIn& signed_in);
    static void describe(RouteInfo& route) { route.reply = &json::type_of<auth::SignInReply>(); }
};
