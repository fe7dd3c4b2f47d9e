#include "auth/auth.hpp"
#include "auth/by_mail/letters.hpp"
#include "auth/by_mail/mailed_links.hpp"
#include "auth/by_mail/resets.hpp"
#include "base/json/json.hpp"
#include "db/db.hpp"
#include "mail/mail.hpp"

namespace auth {

namespace {

// A name that nobody has, and an account that may not be written to, end here without a word.
void send_link(db::Database& database, const Auth& auth, const mail::Postbox& postbox, const ResetAsked& asked) {
    database.write([&](db::Tx& tx) {
        const auto account = find_account(tx, asked.login);
        const auto email = account && !account->locked_at ? find_confirmed_email(tx, account->person_id) : std::nullopt;
        if (!email) return;
        const auto link = insert_link(tx, {LinkPurpose::reset, account->person_id, *email});
        const mail::Order order{
            .kind = "auth.reset",
            .to = {*email, auth.persons.called(tx, account->person_id).name},
            .letter = reset_letter({account->language.value_or(asked.language), link.token, link.expires_at}, account->login),
            .give_up_at = link.expires_at};
        if (mail::queue(tx, postbox, order) != mail::Queued::yes) delete_link(tx, link.id);
    });
}

}  // namespace

void add_jobs(jobs::Handlers& handlers, const Auth& auth, const mail::Postbox& postbox, db::Database& database) {
    handlers["auth.send_reset_link"] = {
        .work = [&](const std::string& payload) { send_link(database, auth, postbox, json::read_own<ResetAsked>(payload)); }};
}

}  // namespace auth
