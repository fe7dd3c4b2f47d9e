#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/person.hpp"
#include "base/time.hpp"
#include "db/value.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

// Which accounts open for whom a provider knows.
namespace auth {

struct IdentityTag {};
using IdentityId = base::Id<IdentityTag>;

// Who somebody is, as a provider has proved it. The name it knows them by is kept as a mark only: it may be a citizen's number.
struct Proven {
    std::string issuer;
    db::Blob subject_mark;
    std::string called;  // for people: a name or an e-mail address
};

struct Identity {
    IdentityId id;
    base::PersonId person_id;
    std::string issuer;
    std::string called;
    base::Instant linked_at;
    base::Instant used_at;
};
BOOST_DESCRIBE_STRUCT(Identity, (), (id, person_id, issuer, called, linked_at, used_at))

std::optional<Identity> find_identity(db::Session& db, const Proven& proven);
std::vector<Identity> list_identities(db::Session& db, base::PersonId person);

// False when somebody has it already.
[[nodiscard]] bool insert_identity(db::Tx& tx, base::PersonId person, const Proven& proven);
void update_used(db::Tx& tx, IdentityId id);
// False when the person has no such identity.
[[nodiscard]] bool delete_identity(db::Tx& tx, base::PersonId person, IdentityId id);

}  // namespace auth
