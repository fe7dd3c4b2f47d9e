#pragma once

#include <optional>
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

// Whether they asked for a digest or not: who may be written to at the address that they confirmed.
std::optional<mail::DigestReader> find_reader(db::Session& db, const Auth& auth, base::PersonId person);

// Of those who asked for it, who may be written to.
std::vector<mail::DigestReader> list_digest_readers(db::Session& db, const Auth& auth);

}  // namespace auth
