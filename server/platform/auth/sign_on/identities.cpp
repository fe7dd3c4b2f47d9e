#include "auth/sign_on/identities.hpp"

#include "db/db.hpp"

namespace auth {

std::optional<Identity> find_identity(db::Session& db, const Proven& proven) {
    return db.find<Identity>(
        "SELECT id, person_id, issuer, called, linked_at, used_at FROM auth_identities WHERE issuer = $1 AND subject_mark = $2",
        proven.issuer, proven.subject_mark);
}

std::vector<Identity> list_identities(db::Session& db, base::PersonId person) {
    return db.all<Identity>(
        "SELECT id, person_id, issuer, called, linked_at, used_at FROM auth_identities WHERE person_id = $1 ORDER BY linked_at, id",
        person);
}

bool insert_identity(db::Tx& tx, base::PersonId person, const Proven& proven) {
    return tx.run(
               "INSERT INTO auth_identities (id, person_id, issuer, subject_mark, called, linked_at, used_at)"
               " VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT (issuer, subject_mark) DO NOTHING",
               tx.new_id<IdentityId>(), person, proven.issuer, proven.subject_mark, proven.called, tx.now()) > 0;
}

void update_used(db::Tx& tx, IdentityId id) {
    tx.run("UPDATE auth_identities SET used_at = $2 WHERE id = $1", id, tx.now());
}

bool delete_identity(db::Tx& tx, base::PersonId person, IdentityId id) {
    return tx.run("DELETE FROM auth_identities WHERE person_id = $1 AND id = $2", person, id) > 0;
}

}  // namespace auth
