#include "auth/accounts/me.hpp"
#include "auth/auth.hpp"
#include "auth/proof.hpp"
#include "auth/routes.hpp"
#include "auth/second_step/half_sign_ins.hpp"
#include "auth/second_step/recovery_codes.hpp"
#include "auth/sessions/attempts.hpp"
#include "http/router.hpp"

namespace auth {

struct Credentials {
    base::Text<1, 200> login;  // user name, phone or e-mail
    std::string password;
};
BOOST_DESCRIBE_STRUCT(Credentials, (), (login, password))

struct SecondStepAnswer {
    std::string token;
    base::Text<1, 100> code;  // of the authenticator, or a recovery code
};
BOOST_DESCRIBE_STRUCT(SecondStepAnswer, (), (token, code))

namespace {

constexpr std::size_t longest_password_bytes = 1000;

// Verifying takes its time outside any transaction; a name nobody has takes as long, and an account that only a provider opens.
std::optional<Account> verified(http::Call& call, const std::string& login, const std::string& password) {
    auto& hasher = call.services().equipment.get<Auth>().hasher;
    auto account = find_account(call.read(), login);
    if (!account || account->password.empty()) {
        hasher.verify_nobody(password);
        account.reset();
    } else if (!hasher.verify(account->password, password)) {
        account.reset();
    }
    return account;
}

SignedIn sign_in(http::Call& call, const Credentials& credentials) {
    const auto login = fold_login(credentials.login.value);
    if (credentials.password.size() > longest_password_bytes) throw http::Problem(422, "wrong_login");
    const auto subjects = subjects_of(login, call.request().peer);
    require_open(call.read(), subjects, call.now());
    const auto account = verified(call, login, credentials.password);
    if (!account) {
        call.write_unkept([&](db::Tx& tx) { add_failure(tx, subjects); });
        throw http::Problem(422, "wrong_login");
    }
    return signed_in(call, call.write_unkept([&](db::Tx& tx) {
        clear_failures(tx, subjects);
        return enter(tx, call, account->person_id);
    }));
}

// What is guessed wrong must stay counted: so the transaction ends well, and is told of afterwards.
SignedIn take_second_step(http::Call& call, const SecondStepAnswer& answer) {
    const auto& vault = call.services().equipment.get<Auth>().vault;
    const auto code = fold_code(answer.code);
    auto outcome = CodeOutcome::wrong;
    auto entry = call.write_unkept([&](db::Tx& tx) -> Entry {
        const auto half = find_half_sign_in(tx, answer.token, tx.now());
        if (!half) throw http::Problem(422, "sign_in_over");
        const auto person = half->person_id;
        outcome = use_code_counted(tx, vault, {person, call.request().peer}, code);
        if (outcome != CodeOutcome::right) {
            add_wrong_code(tx, half->id);
            return {};
        }
        delete_half_sign_in(tx, half->id);
        return enter_wholly(tx, call, person);
    });
    require_right(outcome);
    return signed_in(call, std::move(entry));
}

http::Response sign_out(http::Call& call) {
    const auto& viewer = call.viewer();
    if (!viewer.is_guest()) {
        call.write([&](db::Tx& tx) { end_session(tx, viewer.person, {viewer.session}); });
        call.services().equipment.get<Auth>().cache.forget_all();
    }
    auto response = http::json_response(204, {});
    http::set_cookie(response, cookie_for("", call.request()));
    return response;
}

}  // namespace

struct MySession : SessionLine {
    bool this_one{};
};
BOOST_DESCRIBE_STRUCT(MySession, (SessionLine), (this_one))

namespace {

std::vector<MySession> my_sessions(http::Call& call) {
    std::vector<MySession> sessions;
    for (auto& line : list_sessions(call.read(), call.person(), call.now())) {
        const bool this_one = line.id.value == call.viewer().session;
        sessions.push_back({std::move(line), this_one});
    }
    return sessions;
}

void end_my_session(http::Call& call, SessionId id) {
    const bool ended = call.write([&](db::Tx& tx) { return end_session(tx, call.person(), id); });
    call.services().equipment.get<Auth>().cache.forget_all();
    if (!ended) throw http::not_found();
}

void end_my_other_sessions(http::Call& call) {
    call.write([&](db::Tx& tx) { end_other_sessions(tx, call.person(), {call.viewer().session}); });
    call.services().equipment.get<Auth>().cache.forget_all();
}

}  // namespace

void add_session_routes(http::Router& router) {
    router.post("/api/session", sign_in, access::anyone, http::WriteKind::sign_in);
    router.post("/api/session/second-step", take_second_step, access::anyone, http::WriteKind::sign_in);
    router.del("/api/session", sign_out, access::anyone, http::WriteKind::account);
    router.get("/api/me/sessions", my_sessions, access::signed_in);
    router.del("/api/me/sessions", end_my_other_sessions, access::signed_in, http::WriteKind::account);
    router.del("/api/me/sessions/{session}", end_my_session, access::signed_in, http::WriteKind::account);
}

}  // namespace auth

http::Response http::Answer<auth::SignedIn>::make(Call& call, const auth::SignedIn& signed_in) {
    auto response = json_response(200, json::write(signed_in.reply));
    if (!signed_in.token.empty()) set_cookie(response, auth::cookie_for(signed_in.token, call.request()));
    return response;
}
