#include "auth/second_step/half_sign_ins.hpp"

#include "auth/token.hpp"
#include "db/db.hpp"

namespace auth {

std::string insert_half_sign_in(db::Tx& tx, base::PersonId person) {
    auto token = new_token();
    const auto now = tx.now();
    tx.run("DELETE FROM auth_half_sign_ins WHERE expires_at <= $1", now);
    tx.run("INSERT INTO auth_half_sign_ins (id, person_id, token_hash, wrong_codes, expires_at) VALUES ($1, $2, $3, 0, $4)",
           tx.new_id<HalfSignInId>(), person, hash_token(token), base::Instant{now.ms + half_sign_in_ms});
    return token;
}

// One that ends later than one made now would is of a clock that was set back since: it is over too.
std::optional<HalfSignIn> find_half_sign_in(db::Session& db, const std::string& token, base::Instant now) {
    return db.find<HalfSignIn>(
        "SELECT id, person_id FROM auth_half_sign_ins"
        " WHERE token_hash = $1 AND expires_at > $2 AND expires_at <= $3 AND wrong_codes < $4",
        hash_token(token), now, base::Instant{now.ms + half_sign_in_ms}, most_wrong_codes);
}

void add_wrong_code(db::Tx& tx, HalfSignInId id) {
    tx.run("UPDATE auth_half_sign_ins SET wrong_codes = wrong_codes + 1 WHERE id = $1", id);
}

void delete_half_sign_in(db::Tx& tx, HalfSignInId id) {
    tx.run("DELETE FROM auth_half_sign_ins WHERE id = $1", id);
}

void delete_half_sign_ins(db::Tx& tx, base::PersonId person) {
    tx.run("DELETE FROM auth_half_sign_ins WHERE person_id = $1", person);
}

}  // namespace auth
