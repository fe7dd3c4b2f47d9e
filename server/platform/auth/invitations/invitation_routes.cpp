#include "auth/accounts/me.hpp"
#include "auth/auth.hpp"
#include "auth/routes.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "mail/words/address.hpp"

namespace auth {

struct InvitationDraft {
    base::Line name;
    std::optional<base::Text<3, 200>> email;
    bool administrator{};
};
BOOST_DESCRIBE_STRUCT(InvitationDraft, (), (name, email, administrator))

struct InvitationLink {
    base::PersonId person_id;
    std::string path;  // told once: only its hash is kept
};
BOOST_DESCRIBE_STRUCT(InvitationLink, (), (person_id, path))

// What the page of an invitation shows. Who has an account already only chooses a new password.
struct InvitationReply {
    std::string name;
    std::optional<std::string> login;
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(InvitationReply, (), (name, login, expires_at))

struct Acceptance {
    std::optional<base::Text<1, 200>> login;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(Acceptance, (), (login, password))

namespace {

Invitation get_invitation(http::Call& call, const std::string& token) {
    auto invitation = find_invitation(call.read(), token, call.now());
    if (!invitation) throw http::Problem(404, "invitation_over");
    return *std::move(invitation);
}

http::Created<InvitationLink> invite(http::Call& call, const InvitationDraft& draft) {
    const auto& persons = call.services().equipment.get<Auth>().persons;
    const auto email = draft.email ? std::optional(fold_login(*draft.email)) : std::nullopt;
    if (const auto fault = email ? mail::address_fault(*email) : std::nullopt)
        throw http::Problem(422, "invalid_input").at("/email", *fault);
    return call.write_unkept([&](db::Tx& tx) {
        const auto person = persons.add(tx, draft.name);
        const auto token = insert_invitation(tx, {person, email, draft.administrator, call.person()});
        journal::record(tx, call.person(), "auth.invited", {person, 1});
        return http::Created<InvitationLink>{{person, invitation_path(token)}};
    });
}

InvitationReply look_at_invitation(http::Call& call, const http::Segment& token) {
    const auto invitation = get_invitation(call, token.value);
    const auto account = find_account(call.read(), invitation.person_id);
    auto called = call.services().equipment.get<Auth>().persons.called(call.read(), invitation.person_id);
    return {std::move(called.name), account ? std::optional(account->login) : std::nullopt, invitation.expires_at};
}

struct Choice {
    std::string login;
    std::string hash;
};

Choice choice(http::Call& call, const std::optional<Account>& account, const Acceptance& acceptance) {
    if (!account && !acceptance.login) throw http::Problem(422, "invalid_input").at("/login", "required");
    auto login = account ? account->login : fold_login(*acceptance.login);
    if (!account) require_new_login(login);
    require_new_password(acceptance.password, login, "/password");
    return {std::move(login), call.services().equipment.get<Auth>().hasher.hash(acceptance.password)};
}

void store_choice(db::Tx& tx, const Invitation& invitation, const Choice& chosen) {
    const auto person = invitation.person_id;
    if (find_account(tx, person)) {
        update_password(tx, person, chosen.hash);
        if (invitation.administrator) set_administrator(tx, person, true);
        end_other_sessions(tx, person, {});
        journal::record(tx, person, "auth.password_changed", {person, 1});
        return;
    }
    insert_account(tx, {person, chosen.login, invitation.email, chosen.hash, invitation.administrator, tx.now()});
    journal::record(tx, person, "auth.account_added", {person, 1});
}

SignedIn accept_invitation(http::Call& call, const http::Segment& token, const Acceptance& acceptance) {
    const auto invitation = get_invitation(call, token.value);
    const auto chosen = choice(call, find_account(call.read(), invitation.person_id), acceptance);
    auto entry = call.write_unkept([&](db::Tx& tx) {
        if (!find_invitation(tx, token.value, tx.now())) throw http::Problem(404, "invitation_over");  // used a moment ago
        delete_invitation(tx, invitation.id);
        store_choice(tx, invitation, chosen);
        return enter(tx, call, invitation.person_id);
    });
    call.services().equipment.get<Auth>().cache.forget_all();
    return signed_in(call, std::move(entry));
}

}  // namespace

void add_invitation_routes(http::Router& router) {
    router.post("/api/invitations", invite, access::administrator, http::WriteKind::mail);
    router.get("/api/invitations/{token}", look_at_invitation, access::anyone);
    router.post("/api/invitations/{token}", accept_invitation, access::anyone, http::WriteKind::account);
}

}  // namespace auth
