#include "auth/auth.hpp"
#include "auth/proof.hpp"
#include "auth/routes.hpp"
#include "auth/second_step/second_steps.hpp"
#include "auth/sign_on/provider_roles.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace auth {

// What an administrator sees of another one's account.
struct AccountState {
    bool administrator{};
    bool administrator_by_provider{};
    bool second_step{};
    std::int64_t sessions{};
    std::optional<base::Instant> locked_at;
};
BOOST_DESCRIBE_STRUCT(AccountState, (), (administrator, administrator_by_provider, second_step, sessions, locked_at))

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
    return AccountState{account->administrator, is_administrator_by_provider(call.read(), person), has_second_step(call.read(), person),
                        static_cast<std::int64_t>(sessions.size()), account->locked_at};
}

Account get_account_of(http::Call& call, base::PersonId person) {
    auto account = find_account(call.read(), person);
    if (!account) throw http::not_found();
    return *std::move(account);
}

void forget_viewers(http::Call& call) {
    call.services().equipment.get<Auth>().cache.forget_all();
}

void make_administrator(http::Call& call, base::PersonId person) {
    if (get_account_of(call, person).administrator) return;
    call.write([&](db::Tx& tx) {
        set_administrator(tx, person, true);
        journal::record(tx, call.person(), "auth.administrator_made", {person, 1});
    });
    forget_viewers(call);
}

// What a provider says is changed there: here it would hold until the next sign-in only.
void unmake_administrator(http::Call& call, base::PersonId person) {
    if (!get_account_of(call, person).administrator) return;
    call.write([&](db::Tx& tx) {
        if (is_administrator_by_provider(tx, person)) throw http::Problem(409, "administrator_by_provider");
        if (is_last_administrator(tx, person)) throw http::Problem(409, "administrator_last");
        set_administrator(tx, person, false);
        journal::record(tx, call.person(), "auth.administrator_unmade", {person, 1});
    });
    forget_viewers(call);
}

// Nobody locks themselves out; so an administrator is always left.
void lock_account(http::Call& call, base::PersonId person) {
    if (person == call.person()) throw http::Problem(409, "account_lock_own");
    if (get_account_of(call, person).locked_at) return;
    call.write([&](db::Tx& tx) {
        lock(tx, person);
        end_other_sessions(tx, person, {});
        journal::record(tx, call.person(), "auth.account_locked", {person, 1});
    });
    forget_viewers(call);
}

void unlock_account(http::Call& call, base::PersonId person) {
    if (!get_account_of(call, person).locked_at) return;
    call.write([&](db::Tx& tx) {
        unlock(tx, person);
        journal::record(tx, call.person(), "auth.account_unlocked", {person, 1});
    });
}

void end_all_sessions(http::Call& call, base::PersonId person) {
    (void)get_account_of(call, person);
    call.write([&](db::Tx& tx) {
        end_other_sessions(tx, person, {});
        journal::record(tx, call.person(), "auth.sessions_ended", {person, 1});
    });
    forget_viewers(call);
}

// One's own is turned off with a code, like everybody's.
void reset(http::Call& call, base::PersonId person) {
    if (person == call.person()) throw http::Problem(409, "second_step_own");
    const bool was_on = call.write([&](db::Tx& tx) { return reset_second_step(tx, call.person(), person); });
    if (!was_on) throw http::not_found();
    forget_viewers(call);
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
    forget_viewers(call);
}

}  // namespace

void add_administration_routes(http::Router& router) {
    router.get("/api/accounts/{account}", show_account, access::administrator);
    router.put("/api/accounts/{account}/administrator", make_administrator, access::administrator, http::WriteKind::office);
    router.del("/api/accounts/{account}/administrator", unmake_administrator, access::administrator, http::WriteKind::office);
    router.put("/api/accounts/{account}/lock", lock_account, access::administrator, http::WriteKind::office);
    router.del("/api/accounts/{account}/lock", unlock_account, access::administrator, http::WriteKind::office);
    router.del("/api/accounts/{account}/sessions", end_all_sessions, access::administrator, http::WriteKind::office);
    router.del("/api/accounts/{account}/second-step", reset, access::administrator, http::WriteKind::office);
    router.get("/api/sign-in-rules", show_rules, access::administrator);
    router.put("/api/sign-in-rules", change_rules, access::administrator, http::WriteKind::office);
}

}  // namespace auth
