#include "auth/auth.hpp"
#include "auth/by_mail/digest_readers.hpp"
#include "auth/by_mail/letters.hpp"
#include "auth/by_mail/mailed_links.hpp"
#include "auth/proof.hpp"
#include "auth/routes.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "mail/mail.hpp"
#include "mail/words/address.hpp"

namespace auth {

struct MyEmail {
    std::optional<std::string> email;
    bool confirmed{};
    std::optional<std::string> waiting;  // another one, to which a link was sent
    bool by_mail{};                      // whether this installation sends any
    bool digest{};                       // whether they are told once a day what waits for them
};
BOOST_DESCRIBE_STRUCT(MyEmail, (), (email, confirmed, waiting, by_mail, digest))

struct DigestChoice {
    bool wanted{};
};
BOOST_DESCRIBE_STRUCT(DigestChoice, (), (wanted))

struct EmailChange {
    base::Text<1, 300> email;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(EmailChange, (), (email, password))

struct ConfirmedEmail {
    std::string email;
};
BOOST_DESCRIBE_STRUCT(ConfirmedEmail, (), (email))

namespace {

MyEmail show_my_email(http::Call& call) {
    return {get_account(call).email, find_confirmed_email(call.read(), call.person()).has_value(),
            find_waiting_email(call.read(), call.person(), call.now()), call.services().equipment.get<mail::Postbox>().settings.sends(),
            reads_digest(call.read(), call.person())};
}

void require_queued(mail::Queued outcome) {
    switch (outcome) {
        case mail::Queued::yes:
            return;
        case mail::Queued::sends_nothing:
            throw http::Problem(409, "mail_sends_nothing");
        case mail::Queued::unreachable:
            throw http::Problem(422, "invalid_input").at("/email", "email_unreachable");
        case mail::Queued::too_many:
            throw http::Problem(429, "too_many_mails");
    }
}

// The address becomes the account's only when the link that is sent to it comes back: whose it is, and whether another account has
// it, nobody learns before. The password is asked for, as a new address is the way to a new password.
http::NoContent ask_to_confirm(http::Call& call, const EmailChange& change) {
    const auto& services = call.services().equipment;
    const auto account = get_account(call);
    const auto email = mail::fold_address(change.email);
    if (const auto fault = mail::address_fault(email)) throw http::Problem(422, "invalid_input").at("/email", *fault);
    require_password(call, account, change.password, "/password");
    call.write_unkept([&](db::Tx& tx) {
        const auto link = insert_link(tx, {LinkPurpose::email, account.person_id, email});
        const mail::Order order{
            .kind = "auth.email",
            .to = {email, services.get<Auth>().persons.called(tx, account.person_id).name},
            .letter = confirm_letter({account.language.value_or(call.language()), link.token, link.expires_at}, account.login),
            .give_up_at = link.expires_at};
        require_queued(mail::queue(tx, services.get<mail::Postbox>(), order));
    });
    return {};
}

void forget_my_email(http::Call& call) {
    call.write([&](db::Tx& tx) {
        update_email(tx, call.person(), std::nullopt);
        delete_links(tx, LinkPurpose::email, call.person());
        delete_reads_digest(tx, call.person());
        journal::record(tx, call.person(), "auth.email_forgotten", {call.person(), 1});
    });
}

// In the language of the account; before one was chosen, in that in which it is asked for.
void choose_digest(http::Call& call, const DigestChoice& choice) {
    if (choice.wanted && !find_confirmed_email(call.read(), call.person())) throw http::Problem(409, "email_not_confirmed");
    call.write([&](db::Tx& tx) {
        if (choice.wanted)
            set_reads_digest(tx, call.person(), call.language());
        else
            delete_reads_digest(tx, call.person());
    });
}

ConfirmedEmail confirm(http::Call& call, const http::Segment& token) {
    return call.write_unkept([&](db::Tx& tx) {
        const auto link = find_link(tx, LinkPurpose::email, token.value, tx.now());
        if (!link) throw http::Problem(404, "confirmation_over");
        update_email(tx, link->person_id, link->email);
        delete_links(tx, LinkPurpose::email, link->person_id);
        journal::record(tx, link->person_id, "auth.email_confirmed", {link->person_id, 1});
        return ConfirmedEmail{link->email};
    });
}

}  // namespace

void add_email_routes(http::Router& router) {
    router.get("/api/me/email", show_my_email, access::signed_in);
    router.put("/api/me/email", ask_to_confirm, access::signed_in, http::WriteKind::mail);
    router.del("/api/me/email", forget_my_email, access::signed_in, http::WriteKind::account);
    router.put("/api/me/digest", choose_digest, access::signed_in, http::WriteKind::account);
    router.post("/api/emails/{token}", confirm, access::anyone, http::WriteKind::account);
}

}  // namespace auth
