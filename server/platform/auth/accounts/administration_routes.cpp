#include "auth/auth.hpp"
#include "auth/proof.hpp"
#include "auth/routes.hpp"
#include "auth/second_step/second_steps.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace auth {

// What an administrator sees of another one's account.
struct AccountState {
    bool administrator{};
    bool second_step{};
    std::int64_t sessions{};
};
BOOST_DESCRIBE_STRUCT(AccountState, (), (administrator, second_step, sessions))

struct SignInRules {
    bool administrators_use_two_steps{};
};
BOOST_DESCRIBE_STRUCT(SignInRules, (), (administrators_use_two_steps))

namespace {

// A person without an account gets null: to ask is no mistake.
std::optional<AccountState> show_account(http::Call& call, base::PersonId person) {
    const auto account = find_account(call.read(), person);
    if (!account) return std::nullopt;
    const auto sessions = list_sessions(call.read(), person, call.now());
    return AccountState{account->administrator, has_second_step(call.read(), person), static_cast<std::int64_t>(sessions.size())};
}

void end_all_sessions(http::Call& call, base::PersonId person) {
    if (!find_account(call.read(), person)) throw http::not_found();
    call.write([&](db::Tx& tx) {
        end_other_sessions(tx, person, {});
        journal::record(tx, call.person(), "auth.sessions_ended", {person, 1});
    });
    call.services().equipment.get<Auth>().cache.forget_all();
}

// One's own is turned off with a code, like everybody's.
void reset(http::Call& call, base::PersonId person) {
    if (person == call.person()) throw http::Problem(409, "second_step_own");
    const bool was_on = call.write([&](db::Tx& tx) { return reset_second_step(tx, call.person(), person); });
    if (!was_on) throw http::not_found();
    call.services().equipment.get<Auth>().cache.forget_all();
}

SignInRules show_rules(http::Call& call) {
    return {administrators_use_two_steps(call.read())};
}

// Who makes the rule keeps it already: so nobody shuts themselves out.
void change_rules(http::Call& call, const SignInRules& rules) {
    const bool wanted = rules.administrators_use_two_steps;
    if (wanted && !has_second_step(call.read(), call.person())) throw http::Problem(409, "second_step_first");
    call.write([&](db::Tx& tx) {
        if (administrators_use_two_steps(tx) == wanted) return;
        set_administrators_use_two_steps(tx, wanted);
        journal::record(tx, call.person(), wanted ? "auth.two_steps_required" : "auth.two_steps_left_free", {});
    });
    call.services().equipment.get<Auth>().cache.forget_all();
}

}  // namespace

void add_administration_routes(http::Router& router) {
    router.get("/api/accounts/{account}", show_account, access::administrator);
    router.del("/api/accounts/{account}/sessions", end_all_sessions, access::administrator, http::WriteKind::office);
    router.del("/api/accounts/{account}/second-step", reset, access::administrator, http::WriteKind::office);
    router.get("/api/sign-in-rules", show_rules, access::administrator);
    router.put("/api/sign-in-rules", change_rules, access::administrator, http::WriteKind::office);
}

}  // namespace auth
