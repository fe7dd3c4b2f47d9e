#include "auth/by_mail/mailed_links.hpp"

#include "auth/accounts/accounts.hpp"
#include "auth/token.hpp"
#include "db/db.hpp"
#include "http/problem.hpp"

namespace auth {

MadeLink insert_link(db::Tx& tx, const NewLink& link) {
    tx.run("DELETE FROM auth_mailed_links WHERE expires_at <= $1", tx.now());
    MadeLink made{tx.new_id<MailedLinkId>(), new_token(), {tx.now().ms + lifetime_ms(link.purpose)}};
    tx.run("INSERT INTO auth_mailed_links (id, purpose, person_id, email, token_hash, expires_at) VALUES ($1, $2, $3, $4, $5, $6)", made.id,
           link.purpose, link.person, link.email, hash_token(made.token), made.expires_at);
    return made;
}

std::optional<MailedLink> find_link(db::Session& db, LinkPurpose purpose, const std::string& token, base::Instant now) {
    return db.find<MailedLink>(
        "SELECT id, person_id, email, expires_at FROM auth_mailed_links WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3"
        " AND expires_at <= $4",
        hash_token(token), purpose, now, base::Instant{now.ms + lifetime_ms(purpose)});
}

std::optional<std::string> find_waiting_email(db::Session& db, base::PersonId person, base::Instant now) {
    return db.find<std::string>(
        "SELECT email FROM auth_mailed_links WHERE person_id = $1 AND purpose = 'email' AND expires_at > $2 AND expires_at <= $3"
        " ORDER BY id DESC LIMIT 1",
        person, now, base::Instant{now.ms + lifetime_ms(LinkPurpose::email)});
}

void delete_link(db::Tx& tx, MailedLinkId id) {
    tx.run("DELETE FROM auth_mailed_links WHERE id = $1", id);
}

void delete_links(db::Tx& tx, LinkPurpose purpose, base::PersonId person) {
    tx.run("DELETE FROM auth_mailed_links WHERE person_id = $1 AND purpose = $2", person, purpose);
}

std::optional<std::string> find_confirmed_email(db::Session& db, base::PersonId person) {
    return db.find<std::string>(
        "SELECT email FROM auth_accounts WHERE person_id = $1 AND email IS NOT NULL AND email_confirmed_at IS NOT NULL", person);
}

void update_email(db::Tx& tx, base::PersonId person, const std::optional<std::string>& confirmed) {
    // Who only typed it, or for whom it was typed, gives way to who has proved it.
    tx.run("UPDATE auth_accounts SET email = NULL WHERE email = $1 AND person_id <> $2 AND email_confirmed_at IS NULL", confirmed, person);
    const auto holder = confirmed ? find_account(tx, *confirmed) : std::nullopt;
    if (holder && holder->person_id != person) throw http::Problem(422, "invalid_input").at("/email", "email_taken");
    const auto at = confirmed ? std::optional(tx.now()) : std::nullopt;
    tx.run("UPDATE auth_accounts SET email = $2, email_confirmed_at = $3 WHERE person_id = $1", person, confirmed, at);
}

}  // namespace auth
