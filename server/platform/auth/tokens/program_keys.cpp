#include "auth/tokens/program_keys.hpp"

#include "auth/sessions/sessions.hpp"
#include "auth/token.hpp"
#include "auth/tokens/authorization.hpp"
#include "db/db.hpp"
#include "http/problem.hpp"

namespace auth {
namespace {

std::int64_t length_ms(KeyTerm term) {
    if (term == KeyTerm::year) return 365 * day_ms;
    return (term == KeyTerm::days_30 ? 30 : 90) * day_ms;
}

std::int64_t count_good(db::Session& db, base::PersonId person, base::Instant now) {
    return db.one<std::int64_t>("SELECT count(*) FROM auth_program_keys WHERE person_id = $1 AND expires_at > $2", person, now);
}

// Not at once: a clock that runs ahead would take what is good again when it is set right.
void delete_long_over(db::Tx& tx) {
    tx.run("DELETE FROM auth_program_keys WHERE expires_at <= $1", base::Instant{tx.now().ms - 400 * day_ms});
}

}  // namespace

// What a clock that ran ahead has made would be good for as long as that clock was wrong; a day, as time zones are confused, is forgiven.
std::optional<ProgramKey> find_program_key(db::Session& db, const db::Blob& token_hash, base::Instant now) {
    return db.find<ProgramKey>(
        "SELECT k.id, k.person_id, a.login, a.email, k.expires_at, k.used_at"
        " FROM auth_program_keys k JOIN auth_accounts a ON a.person_id = k.person_id"
        " WHERE k.token_hash = $1 AND k.created_at <= $2 AND a.locked_at IS NULL",
        token_hash, base::Instant{now.ms + day_ms});
}

std::vector<ProgramKeyLine> list_program_keys(db::Session& db, base::PersonId person) {
    return db.all<ProgramKeyLine>(
        "SELECT id, name, created_at, expires_at, used_at FROM auth_program_keys WHERE person_id = $1 ORDER BY created_at DESC, id DESC",
        person);
}

std::string insert_program_key(db::Tx& tx, const NewProgramKey& key) {
    const auto now = tx.now();
    delete_long_over(tx);
    if (count_good(tx, key.person, now) >= most_program_keys) throw http::Problem(409, "many_program_keys", {{"max", most_program_keys}});
    auto text = std::string(key_begins) + new_token();
    tx.run("INSERT INTO auth_program_keys (id, person_id, token_hash, name, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
           tx.new_id<ProgramKeyId>(), key.person, hash_token(text), key.name, now, base::Instant{now.ms + length_ms(key.term)});
    return text;
}

void update_used(db::Tx& tx, ProgramKeyId id) {
    tx.run("UPDATE auth_program_keys SET used_at = $2 WHERE id = $1", id, tx.now());
}

bool delete_program_key(db::Tx& tx, base::PersonId person, ProgramKeyId id) {
    return tx.run("DELETE FROM auth_program_keys WHERE person_id = $1 AND id = $2", person, id) > 0;
}

void delete_program_keys(db::Tx& tx, base::PersonId person) {
    tx.run("DELETE FROM auth_program_keys WHERE person_id = $1", person);
}

}  // namespace auth
