#include "auth/auth.hpp"
#include "auth/me.hpp"
#include "auth/routes.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace auth {

struct PasswordChange {
    std::string current;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (current, password))

Me me(http::Call& call, base::PersonId person) {
    const auto account = find_account(call.read(), person);
    auto called = call.services().equipment.get<Auth>().persons.called(call.read(), person);
    return {.person_id = person,
            .number = called.number,
            .name = std::move(called.name),
            .login = account ? account->login : "",
            .email = account ? account->email : std::nullopt,
            .administrator = account && account->administrator};
}

namespace {

// A guest gets null: to ask who one is is no mistake.
std::optional<Me> who_am_i(http::Call& call) {
    if (call.viewer().is_guest()) return std::nullopt;
    return me(call, call.person());
}

void change_my_password(http::Call& call, const PasswordChange& change) {
    auto& auth = call.services().equipment.get<Auth>();
    const auto account = find_account(call.read(), call.person());
    if (!account) throw http::not_found();
    require_new_password(change.password, account->login, "/password");
    if (!auth.hasher.verify(account->password, change.current)) throw http::Problem(422, "invalid_input").at("/current", "wrong_password");
    const auto hash = auth.hasher.hash(change.password);
    call.write([&](db::Tx& tx) {
        update_password(tx, account->person_id, hash);
        end_other_sessions(tx, account->person_id, {call.viewer().session});
        journal::record(tx, call.person(), "auth.password_changed", {account->person_id, 1});
    });
    auth.cache.forget_all();
}

}  // namespace

void add_account_routes(http::Router& router) {
    router.get("/api/me", who_am_i, access::anyone);
    router.put("/api/me/password", change_my_password, access::signed_in);
}

void add_routes(http::Router& router) {
    add_session_routes(router);
    add_account_routes(router);
    add_invitation_routes(router);
}

}  // namespace auth
