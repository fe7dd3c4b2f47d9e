#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/person.hpp"
#include "base/time.hpp"
#include "db/value.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace auth {

struct ProgramKeyTag {};
using ProgramKeyId = base::Id<ProgramKeyTag>;

constexpr std::int64_t most_program_keys = 20;  // a person

enum class KeyTerm : std::uint8_t { days_30, days_90, year };
BOOST_DESCRIBE_ENUM(KeyTerm, days_30, days_90, year)

// One that is not locked away with its owner's account; it may be over.
struct ProgramKey {
    ProgramKeyId id;
    base::PersonId person_id;
    std::string login;
    std::optional<std::string> email;
    base::Instant expires_at;
    std::optional<base::Instant> used_at;
};
BOOST_DESCRIBE_STRUCT(ProgramKey, (), (id, person_id, login, email, expires_at, used_at))

struct ProgramKeyLine {
    ProgramKeyId id;
    std::string name;
    base::Instant created_at;
    base::Instant expires_at;
    std::optional<base::Instant> used_at;  // to ten minutes
};
BOOST_DESCRIBE_STRUCT(ProgramKeyLine, (), (id, name, created_at, expires_at, used_at))

struct NewProgramKey {
    base::PersonId person;
    std::string_view name;
    KeyTerm term{};
};

std::optional<ProgramKey> find_program_key(db::Session& db, const db::Blob& token_hash, base::Instant now);
// Those that are over too, for a year and some.
std::vector<ProgramKeyLine> list_program_keys(db::Session& db, base::PersonId person);

// The key's text, which is told once. Throws Problem 409 `many_program_keys`.
std::string insert_program_key(db::Tx& tx, const NewProgramKey& key);
void update_used(db::Tx& tx, ProgramKeyId id);
// False when the person has no such key.
bool delete_program_key(db::Tx& tx, base::PersonId person, ProgramKeyId id);
void delete_program_keys(db::Tx& tx, base::PersonId person);

}  // namespace auth
