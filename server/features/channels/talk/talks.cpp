#include "channels/talk/talks.hpp"

#include "auth/token.hpp"
#include "db/db.hpp"
#include "mail/words/token.hpp"

namespace channels {

static constexpr std::int64_t kept_ms = std::int64_t{90} * 24 * 60 * 60 * 1000;

Talk talk_of(db::Tx& tx, base::PersonId person, records::RecordId record) {
    tx.run("INSERT INTO channels_talks (person_id, record_id, token) VALUES ($1, $2, $3) ON CONFLICT (person_id, record_id) DO NOTHING",
           person, record, auth::new_token());
    return tx.one<Talk>("SELECT person_id, record_id, token, quiet FROM channels_talks WHERE person_id = $1 AND record_id = $2", person,
                        record);
}

std::optional<Talk> find_talk(db::Session& db, std::string_view token) {
    return db.find<Talk>("SELECT person_id, record_id, token, quiet FROM channels_talks WHERE token = $1", token);
}

void set_volume(db::Tx& tx, base::PersonId person, records::RecordId record, Volume volume) {
    tx.run("UPDATE channels_talks SET quiet = $3 WHERE person_id = $1 AND record_id = $2", person, record, volume == Volume::quiet);
}

std::string insert_reply_address(db::Tx& tx, const ReplyAddress& address) {
    auto token = mail::new_token();
    tx.run("INSERT INTO channels_reply_addresses (token_hash, person_id, comment_id, made_at) VALUES ($1, $2, $3, $4)",
           auth::hash_token(token), address.person_id, address.comment_id, tx.now());
    return token;
}

std::optional<ReplyAddress> find_reply_address(db::Session& db, std::string_view token, base::Instant now) {
    return db.find<ReplyAddress>("SELECT person_id, comment_id FROM channels_reply_addresses WHERE token_hash = $1 AND made_at > $2",
                                 auth::hash_token(token), base::Instant{now.ms - kept_ms});
}

bool insert_reply(db::Tx& tx, std::string_view token, std::string_view message) {
    return tx.run("INSERT INTO channels_replies (token_hash, message, at) VALUES ($1, $2, $3) ON CONFLICT (token_hash, message) DO NOTHING",
                  auth::hash_token(token), message, tx.now()) > 0;
}

void forget_old_replies(db::Tx& tx) {
    const base::Instant before{tx.now().ms - kept_ms};
    tx.run("DELETE FROM channels_reply_addresses WHERE made_at <= $1", before);
    tx.run("DELETE FROM channels_replies WHERE at <= $1", before);
}

}  // namespace channels
