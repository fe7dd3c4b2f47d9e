#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/ids.hpp"
#include "base/person.hpp"
#include "base/time.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

// Between the password and the code: a token that opens nothing by itself, for five minutes and five codes.
namespace auth {

struct HalfSignInTag {};
using HalfSignInId = base::Id<HalfSignInTag>;

constexpr std::int64_t half_sign_in_ms = std::int64_t{5} * 60 * 1000;
constexpr int most_wrong_codes = 5;

struct HalfSignIn {
    HalfSignInId id;
    base::PersonId person_id;
};
BOOST_DESCRIBE_STRUCT(HalfSignIn, (), (id, person_id))

// The token, which is told once.
std::string insert_half_sign_in(db::Tx& tx, base::PersonId person);
// Nothing for one that was used, is too old, or was guessed at too often.
std::optional<HalfSignIn> find_half_sign_in(db::Session& db, const std::string& token, base::Instant now);
void add_wrong_code(db::Tx& tx, HalfSignInId id);
void delete_half_sign_in(db::Tx& tx, HalfSignInId id);
void delete_half_sign_ins(db::Tx& tx, base::PersonId person);

}  // namespace auth
