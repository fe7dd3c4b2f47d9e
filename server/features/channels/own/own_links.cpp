#include "channels/own/own_links.hpp"

#include "auth/auth.hpp"
#include "auth/token.hpp"
#include "db/db.hpp"

namespace channels {

std::vector<OwnLink> list_own_links(db::Session& db, base::PersonId person) {
    return db.all<OwnLink>("SELECT id, name, made_at FROM channels_own_links WHERE person_id = $1 ORDER BY id", person);
}

std::string insert_own_link(db::Tx& tx, base::PersonId person, std::string_view name) {
    auto token = auth::new_token();
    tx.run("INSERT INTO channels_own_links (id, person_id, name, token_hash, made_at) VALUES ($1, $2, $3, $4, $5)", tx.new_id<OwnLinkId>(),
           person, name, auth::hash_token(token), tx.now());
    return token;
}

std::optional<std::string> renew_own_link(db::Tx& tx, base::PersonId person, OwnLinkId id) {
    auto token = auth::new_token();
    const auto renewed = tx.run("UPDATE channels_own_links SET token_hash = $3, made_at = $4 WHERE id = $1 AND person_id = $2", id, person,
                                auth::hash_token(token), tx.now());
    return renewed > 0 ? std::optional{std::move(token)} : std::nullopt;
}

bool delete_own_link(db::Tx& tx, base::PersonId person, OwnLinkId id) {
    return tx.run("DELETE FROM channels_own_links WHERE id = $1 AND person_id = $2", id, person) > 0;
}

std::optional<base::PersonId> find_owner(db::Session& db, std::string_view token) {
    const auto person = db.find<base::PersonId>("SELECT person_id FROM channels_own_links WHERE token_hash = $1", auth::hash_token(token));
    const auto account = person ? auth::find_account(db, *person) : std::nullopt;
    return account && !account->locked_at ? person : std::nullopt;
}

}  // namespace channels
