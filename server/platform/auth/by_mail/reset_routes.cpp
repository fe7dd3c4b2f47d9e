#include "auth/auth.hpp"
#include "auth/by_mail/mailed_links.hpp"
#include "auth/by_mail/resets.hpp"
#include "auth/routes.hpp"
#include "auth/sessions/attempts.hpp"
#include "base/network.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "jobs/jobs.hpp"
#include "journal/journal.hpp"
#include "mail/mail.hpp"

namespace auth {

// Whether a new password can be had by mail here, or only from an administrator.
struct ResetWays {
    bool by_mail{};
};
BOOST_DESCRIBE_STRUCT(ResetWays, (), (by_mail))

struct ResetRequest {
    base::Text<1, 200> login;  // user name, phone or e-mail
};
BOOST_DESCRIBE_STRUCT(ResetRequest, (), (login))

struct ResetReply {
    std::string login;  // for the browser that keeps passwords
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(ResetReply, (), (login, expires_at))

struct NewPassword {
    std::string password;
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (password))

namespace {

ResetWays show_ways(http::Call& call) {
    return {call.services().equipment.get<mail::Postbox>().settings.sends()};
}

// Counted like guesses at the door, but apart from them.
std::vector<Subject> reset_subjects_of(const std::string& login, const std::string& address) {
    return subjects_of("reset " + login, "reset " + base::network_of(address));
}

// Answers the same for every name: whose it is, and whether there is anybody to write to, is found out afterwards by a job.
http::NoContent ask_for_link(http::Call& call, const ResetRequest& request) {
    if (!show_ways(call).by_mail) throw http::Problem(409, "reset_not_by_mail");
    const auto login = fold_login(request.login.value);
    const auto subjects = reset_subjects_of(login, call.request().peer);
    require_open(call.read(), subjects, call.now());
    call.write_unkept([&](db::Tx& tx) {
        add_failure(tx, subjects);
        jobs::add(tx, "auth.send_reset_link", json::write(ResetAsked{login, call.language()}));
    });
    return {};
}

struct Resetting {
    MailedLink link;
    Account account;
};

// A link that was sent to an address which is not the account's any more is over.
Resetting get_reset(db::Session& db, const std::string& token, base::Instant now) {
    const auto link = find_link(db, LinkPurpose::reset, token, now);
    auto account = link ? find_account(db, link->person_id) : std::nullopt;
    if (!account || account->email != link->email) throw http::Problem(404, "reset_over");
    return {*link, *std::move(account)};
}

ResetReply look_at_reset(http::Call& call, const http::Segment& token) {
    auto reset = get_reset(call.read(), token.value, call.now());
    return {std::move(reset.account.login), reset.link.expires_at};
}

// Opens no session: who has a second step must give it, so everybody signs in anew.
ResetReply reset_password(http::Call& call, const http::Segment& token, const NewPassword& chosen) {
    auto& auth = call.services().equipment.get<Auth>();
    auto reset = get_reset(call.read(), token.value, call.now());
    const auto person = reset.account.person_id;
    require_new_password(chosen.password, reset.account.login, "/password");
    const auto hash = auth.hasher.hash(chosen.password);
    call.write_unkept([&](db::Tx& tx) {
        (void)get_reset(tx, token.value, tx.now());  // used a moment ago?
        delete_links(tx, LinkPurpose::reset, person);
        update_password(tx, person, hash);
        end_other_sessions(tx, person, {});
        journal::record(tx, person, "auth.password_reset", {person, 1});
    });
    auth.cache.forget_all();
    return {std::move(reset.account.login), reset.link.expires_at};
}

}  // namespace

void add_reset_routes(http::Router& router) {
    router.get("/api/resets", show_ways, access::anyone);
    router.post("/api/resets", ask_for_link, access::anyone, http::WriteKind::mail);
    router.get("/api/resets/{token}", look_at_reset, access::anyone);
    router.post("/api/resets/{token}", reset_password, access::anyone, http::WriteKind::account);
}

}  // namespace auth
