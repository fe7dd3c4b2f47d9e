#include "auth/by_mail/digest_readers.hpp"

#include <boost/describe.hpp>

#include "auth/auth.hpp"
#include "auth/token.hpp"
#include "db/db.hpp"

namespace auth {

struct DigestRow {
    base::PersonId person_id;
    std::string email;
    base::Language language = base::Language::th;
};
BOOST_DESCRIBE_STRUCT(DigestRow, (), (person_id, email, language))

bool reads_digest(db::Session& db, base::PersonId person) {
    return db.find<base::PersonId>("SELECT person_id FROM auth_digest_readers WHERE person_id = $1", person).has_value();
}

void set_reads_digest(db::Tx& tx, base::PersonId person, base::Language language) {
    tx.run(
        "INSERT INTO auth_digest_readers (person_id, language) VALUES ($1, $2)"
        " ON CONFLICT (person_id) DO UPDATE SET language = excluded.language",
        person, language);
}

void delete_reads_digest(db::Tx& tx, base::PersonId person) {
    tx.run("DELETE FROM auth_digest_readers WHERE person_id = $1", person);
}

std::optional<std::string> find_digest_token(db::Tx& tx, base::PersonId reader) {
    return tx.find<std::string>("UPDATE auth_digest_readers SET token = coalesce(token, $2) WHERE person_id = $1 RETURNING token", reader,
                                new_token());
}

std::optional<base::PersonId> find_digest_reader(db::Session& db, std::string_view token) {
    return db.find<base::PersonId>("SELECT person_id FROM auth_digest_readers WHERE token = $1", token);
}

std::optional<mail::DigestReader> find_reader(db::Session& db, const Auth& auth, base::PersonId person) {
    const auto row = db.find<DigestRow>(
        "SELECT person_id, email, coalesce(language, 'th') AS language FROM auth_accounts"
        " WHERE person_id = $1 AND email IS NOT NULL AND email_confirmed_at IS NOT NULL AND locked_at IS NULL",
        person);
    if (!row) return std::nullopt;
    return mail::DigestReader{person, {row->email, auth.persons.called(db, person).name}, row->language};
}

std::vector<mail::DigestReader> list_digest_readers(db::Session& db, const Auth& auth) {
    const auto rows = db.all<DigestRow>(
        "SELECT d.person_id, a.email, coalesce(a.language, d.language) AS language FROM auth_digest_readers d JOIN auth_accounts a ON "
        "a.person_id = d.person_id"
        " WHERE a.email IS NOT NULL AND a.email_confirmed_at IS NOT NULL AND a.locked_at IS NULL ORDER BY d.person_id");
    std::vector<mail::DigestReader> readers;
    readers.reserve(rows.size());
    for (const auto& row : rows) readers.push_back({row.person_id, {row.email, auth.persons.called(db, row.person_id).name}, row.language});
    return readers;
}

}  // namespace auth
