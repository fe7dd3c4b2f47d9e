#include "auth/accounts/me.hpp"
#include "auth/auth.hpp"
#include "auth/proof.hpp"
#include "auth/routes.hpp"
#include "auth/second_step/half_sign_ins.hpp"
#include "auth/second_step/second_steps.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace auth {

struct PasswordChange {
    std::string current;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (current, password))

struct LanguageChoice {
    base::Language language{};
};
BOOST_DESCRIBE_STRUCT(LanguageChoice, (), (language))

Me me(http::Call& call, base::PersonId person) {
    const auto account = find_account(call.read(), person);
    const bool is_administrator = acts_as_administrator(call.read(), person);
    auto called = call.services().equipment.get<Auth>().persons.called(call.read(), person);
    return {.person_id = person,
            .number = called.number,
            .name = std::move(called.name),
            .login = account ? account->login : "",
            .email = account ? account->email : std::nullopt,
            .administrator = is_administrator,
            .needs_second_step = account && account->administrator && !is_administrator,
            .language = account ? account->language : std::nullopt};
}

Entry enter(db::Tx& tx, http::Call& call, base::PersonId person) {
    require_unlocked(tx, person);
    if (!has_second_step(tx, person)) return enter_wholly(tx, call, person);
    auto token = insert_half_sign_in(tx, person);
    return {person, {}, SecondStepAsked{std::move(token), {tx.now().ms + half_sign_in_ms}}};
}

Entry enter_wholly(db::Tx& tx, http::Call& call, base::PersonId person) {
    require_unlocked(tx, person);
    return {person, open_session(tx, person, call.header("User-Agent"), call.request().peer), {}};
}

SignedIn signed_in(http::Call& call, Entry entry) {
    if (entry.second_step) return {{{}, std::move(entry.second_step)}, {}};
    return {{me(call, entry.person), {}}, std::move(entry.session)};
}

namespace {

// A guest gets null: to ask who one is is no mistake.
std::optional<Me> who_am_i(http::Call& call) {
    if (call.viewer().is_guest()) return std::nullopt;
    return me(call, call.person());
}

void change_my_password(http::Call& call, const PasswordChange& change) {
    auto& auth = call.services().equipment.get<Auth>();
    const auto account = get_account(call);
    require_new_password(change.password, account.login, "/password");
    require_password(call, account, change.current, "/current");
    const auto hash = auth.hasher.hash(change.password);
    call.write([&](db::Tx& tx) {
        update_password(tx, account.person_id, hash);
        end_other_sessions(tx, account.person_id, {call.viewer().session});
        journal::record(tx, call.person(), "auth.password_changed", {account.person_id, 1});
    });
    auth.cache.forget_all();
}

void choose_language(http::Call& call, const LanguageChoice& choice) {
    call.write([&](db::Tx& tx) { set_language(tx, call.person(), choice.language); });
}

}  // namespace

void add_account_routes(http::Router& router) {
    router.get("/api/me", who_am_i, access::anyone);
    router.put("/api/me/language", choose_language, access::signed_in, http::WriteKind::account);
    router.put("/api/me/password", change_my_password, access::signed_in, http::WriteKind::account);
}

void add_routes(http::Router& router) {
    add_session_routes(router);
    add_account_routes(router);
    add_invitation_routes(router);
    add_second_step_routes(router);
    add_sign_on_routes(router);
    add_administration_routes(router);
    add_reset_routes(router);
    add_email_routes(router);
    add_program_key_routes(router);
}

}  // namespace auth
