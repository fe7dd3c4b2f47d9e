#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/person.hpp"
#include "base/time.hpp"
#include "db/value.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace auth {

class Vault;

struct SecondStep {
    base::PersonId person_id;
    db::Blob secret;  // sealed
    std::optional<base::Instant> confirmed_at;
};
BOOST_DESCRIBE_STRUCT(SecondStep, (), (person_id, secret, confirmed_at))

std::optional<SecondStep> find_second_step(db::Session& db, base::PersonId person);  // also one that is being set up
bool has_second_step(db::Session& db, base::PersonId person);                        // a confirmed one

// Being set up; takes the place of one that was not confirmed.
void insert_second_step(db::Tx& tx, base::PersonId person, const db::Blob& sealed);
void confirm_second_step(db::Tx& tx, base::PersonId person);
// With its recovery codes. False when there was none.
bool delete_second_step(db::Tx& tx, base::PersonId person);

std::int64_t count_recovery_codes(db::Session& db, base::PersonId person);
void replace_recovery_codes(db::Tx& tx, base::PersonId person, std::span<const db::Blob> hashes);

// Is it this person's code, of the authenticator or a recovery code? What is right is used up in this transaction. `code` is folded.
enum class CodeOutcome : std::uint8_t { right, wrong, used_before };
[[nodiscard]] CodeOutcome use_code(db::Tx& tx, const Vault& vault, base::PersonId person, std::string_view code);

// May administrators do an administrator's work only with a second step?
bool administrators_use_two_steps(db::Session& db);
void set_administrators_use_two_steps(db::Tx& tx, bool use);

}  // namespace auth
