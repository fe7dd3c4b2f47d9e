#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auth/sign_on/provider.hpp"
#include "base/person.hpp"

namespace db {
class Database;
class Session;
class Tx;
}  // namespace db

// Roles that come and go with what a provider says. Those that people here give are not touched.
namespace auth {

class SignOn;

constexpr std::string_view administrator_role = "administrator";

struct ProviderRole {
    std::int64_t scope_id{};  // a record; 0: the whole installation
    std::string role;
    friend auto operator<=>(const ProviderRole&, const ProviderRole&) = default;
};
BOOST_DESCRIBE_STRUCT(ProviderRole, (), (scope_id, role))

// Where one may have a role is known to features; they tell auth what it needs.
struct Scopes {
    // The record that a rule names by its address or code.
    std::function<std::optional<std::int64_t>(db::Session&, std::string_view at)> find = [](db::Session&, std::string_view) {
        return std::optional<std::int64_t>();
    };
    // All that providers say of the person there now; nothing: they say nothing any more.
    std::function<void(db::Tx&, base::PersonId, std::int64_t scope, std::span<const std::string> roles)> set =
        [](db::Tx&, base::PersonId, std::int64_t, std::span<const std::string>) {};
};

bool is_administrator_by_provider(db::Session& db, base::PersonId person);

// What this issuer says holds from now on. True when that changed something.
bool follow_roles(db::Tx& tx, const Scopes& scopes, base::PersonId person, const std::string& issuer,
                  std::span<const Provider::RoleRule> met);
// Of providers where the person is not known any more nothing holds.
void drop_roles_without_identity(db::Tx& tx, const Scopes& scopes, base::PersonId person);
// Of providers that are configured no longer nothing holds.
void forget_roles_of_others(db::Database& database, const SignOn& sign_on);

// A rule whose place is not there: nobody gets its role.
struct LostRule {
    std::string provider;  // its key
    std::string at;
};
std::vector<LostRule> list_lost_rules(db::Session& db, const SignOn& sign_on);

}  // namespace auth
