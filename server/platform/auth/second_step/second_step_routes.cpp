#include "auth/auth.hpp"
#include "auth/proof.hpp"
#include "auth/routes.hpp"
#include "auth/second_step/recovery_codes.hpp"
#include "auth/second_step/second_steps.hpp"
#include "auth/second_step/totp.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace auth {

struct MySecondStep {
    bool on{};
    std::int64_t recovery_codes_left{};
};
BOOST_DESCRIBE_STRUCT(MySecondStep, (), (on, recovery_codes_left))

struct PasswordProof {
    std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordProof, (), (password))

struct CodeProof {
    base::Text<1, 100> code;
};
BOOST_DESCRIBE_STRUCT(CodeProof, (), (code))

struct WholeProof {
    std::string password;
    base::Text<1, 100> code;  // of the authenticator, or a recovery code
};
BOOST_DESCRIBE_STRUCT(WholeProof, (), (password, code))

// Told once, to be taken into an authenticator.
struct NewSecret {
    std::string address;  // what the picture holds: "otpauth://…"
    std::string secret;   // to be typed, where a picture can not be taken
};
BOOST_DESCRIBE_STRUCT(NewSecret, (), (address, secret))

struct RecoveryCodes {
    std::vector<std::string> codes;  // told once: only their hashes are kept
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (codes))

namespace {

constexpr std::string_view installation = "Lomwong";  // as an authenticator lists it

const Auth& equipment(http::Call& call) {
    return call.services().equipment.get<Auth>();
}

MySecondStep my_second_step(http::Call& call) {
    return {has_second_step(call.read(), call.person()), count_recovery_codes(call.read(), call.person())};
}

NewSecret set_up(http::Call& call, const PasswordProof& proof) {
    const auto account = get_account(call);
    require_password(call, account, proof.password, "/password");
    const auto secret = totp::new_secret();
    call.write_unkept([&](db::Tx& tx) {
        if (has_second_step(tx, account.person_id)) throw http::Problem(409, "second_step_on");
        insert_second_step(tx, account.person_id, equipment(call).vault.seal(account.person_id, secret));
    });
    return {totp::address(installation, account.login, secret), totp::base32(secret)};
}

RecoveryCodes give_recovery_codes(db::Tx& tx, const Vault& vault, base::PersonId person) {
    RecoveryCodes given{new_recovery_codes()};
    std::vector<db::Blob> hashes;
    hashes.reserve(given.codes.size());
    for (const auto& code : given.codes) hashes.push_back(vault.mark(person, fold_code(code)));
    replace_recovery_codes(tx, person, hashes);
    return given;
}

// Does `then` once the code is right; what is guessed wrong stays counted.
template <class F>
void with_code(http::Call& call, std::string_view code, F&& then) {
    auto outcome = CodeOutcome::wrong;
    call.write_unkept([&](db::Tx& tx) {
        outcome = use_code_counted(tx, equipment(call).vault, {call.person(), call.request().peer}, fold_code(code));
        if (outcome == CodeOutcome::right) then(tx);
    });
    require_right(outcome);
}

// The sessions that were opened with the password alone end, but for the one that has just given a code.
RecoveryCodes confirm(http::Call& call, const CodeProof& proof) {
    if (!find_second_step(call.read(), call.person())) throw http::Problem(409, "second_step_off");
    if (has_second_step(call.read(), call.person())) throw http::Problem(409, "second_step_on");
    RecoveryCodes given;
    with_code(call, proof.code, [&](db::Tx& tx) {
        confirm_second_step(tx, call.person());
        given = give_recovery_codes(tx, equipment(call).vault, call.person());
        end_other_sessions(tx, call.person(), {call.viewer().session});
        journal::record(tx, call.person(), "auth.second_step_on", {call.person(), 1});
    });
    call.services().equipment.get<Auth>().cache.forget_all();
    return given;
}

void require_second_step(http::Call& call) {
    if (!has_second_step(call.read(), call.person())) throw http::Problem(409, "second_step_off");
}

RecoveryCodes new_codes(http::Call& call, const WholeProof& proof) {
    require_second_step(call);
    require_password(call, get_account(call), proof.password, "/password");
    RecoveryCodes given;
    with_code(call, proof.code, [&](db::Tx& tx) {
        given = give_recovery_codes(tx, equipment(call).vault, call.person());
        journal::record(tx, call.person(), "auth.recovery_codes_made", {call.person(), 1});
    });
    return given;
}

void turn_off(http::Call& call, const WholeProof& proof) {
    require_second_step(call);
    require_password(call, get_account(call), proof.password, "/password");
    with_code(call, proof.code, [&](db::Tx& tx) {
        delete_second_step(tx, call.person());
        journal::record(tx, call.person(), "auth.second_step_off", {call.person(), 1});
    });
    call.services().equipment.get<Auth>().cache.forget_all();
}

}  // namespace

void add_second_step_routes(http::Router& router) {
    router.get("/api/me/second-step", my_second_step, access::signed_in);
    router.post("/api/me/second-step", set_up, access::signed_in, http::WriteKind::account);
    router.put("/api/me/second-step", confirm, access::signed_in, http::WriteKind::account);
    router.post("/api/me/second-step/off", turn_off, access::signed_in, http::WriteKind::account);
    router.post("/api/me/second-step/recovery-codes", new_codes, access::signed_in, http::WriteKind::account);
}

}  // namespace auth
