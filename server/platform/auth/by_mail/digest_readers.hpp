#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/person.hpp"
#include "mail/digest.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace auth {

class Auth;

bool reads_digest(db::Session& db, base::PersonId person);
void set_reads_digest(db::Tx& tx, base::PersonId person, base::Language language);
void delete_reads_digest(db::Tx& tx, base::PersonId person);

// What the mail to a reader of the digest carries to end it, always the same; it gives no other right. None who does not read it.
std::optional<std::string> find_digest_token(db::Tx& tx, base::PersonId reader);
std::optional<base::PersonId> find_digest_reader(db::Session& db, std::string_view token);

// Whether they asked for a digest or not: who may be written to at the address that they confirmed.
std::optional<mail::DigestReader> find_reader(db::Session& db, const Auth& auth, base::PersonId person);

// Of those who asked for it, who may be written to.
std::vector<mail::DigestReader> list_digest_readers(db::Session& db, const Auth& auth);

}  // namespace auth
