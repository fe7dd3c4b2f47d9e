#include "auth/sign_on/provider_roles.hpp"

#include <algorithm>
#include <set>

#include "auth/sign_on/sign_on.hpp"
#include "base/json/json.hpp"
#include "db/db.hpp"
#include "journal/journal.hpp"

namespace auth {
namespace {

using Roles = std::set<ProviderRole>;

Roles roles_of(db::Session& db, base::PersonId person, const std::string& issuer) {
    const auto rows =
        db.all<ProviderRole>("SELECT scope_id, role FROM auth_provider_roles WHERE person_id = $1 AND issuer = $2", person, issuer);
    return {rows.begin(), rows.end()};
}

Roles roles_by(db::Session& db, const Scopes& scopes, std::span<const Provider::RoleRule> met) {
    Roles roles;
    for (const auto& rule : met)
        if (const auto scope = rule.at.empty() ? std::optional<std::int64_t>(0) : scopes.find(db, rule.at))
            roles.insert({*scope, rule.role});
    return roles;
}

void replace_roles(db::Tx& tx, base::PersonId person, const std::string& issuer, const Roles& roles) {
    tx.run("DELETE FROM auth_provider_roles WHERE person_id = $1 AND issuer = $2", person, issuer);
    for (const auto& [scope, role] : roles)
        tx.run("INSERT INTO auth_provider_roles (person_id, issuer, scope_id, role) VALUES ($1, $2, $3, $4)", person, issuer, scope, role);
}

// What one provider says no longer another one may still say.
void settle(db::Tx& tx, const Scopes& scopes, base::PersonId person, std::int64_t scope) {
    const auto roles =
        tx.all<std::string>("SELECT DISTINCT role FROM auth_provider_roles WHERE person_id = $1 AND scope_id = $2", person, scope);
    scopes.set(tx, person, scope, roles);
}

void write_down(db::Tx& tx, base::PersonId person, Roles before, Roles now) {
    const ProviderRole administrator{0, std::string(administrator_role)};
    const bool was = before.erase(administrator) > 0;
    const bool is = now.erase(administrator) > 0;
    if (was != is) journal::record(tx, {}, is ? "auth.administrator_by_provider" : "auth.administrator_no_more", {person, 1});
    if (before == now) return;
    journal::record(tx, {}, "auth.roles_by_provider", {person, 1, json::write(std::vector(now.begin(), now.end()))});
}

struct RoleHolder {
    base::PersonId person_id;
    std::string issuer;
};
BOOST_DESCRIBE_STRUCT(RoleHolder, (), (person_id, issuer))

}  // namespace

bool is_administrator_by_provider(db::Session& db, base::PersonId person) {
    return db.one<bool>("SELECT count(*) FROM auth_provider_roles WHERE person_id = $1 AND scope_id = 0", person);
}

bool follow_roles(db::Tx& tx, const Scopes& scopes, base::PersonId person, const std::string& issuer,
                  std::span<const Provider::RoleRule> met) {
    const auto before = roles_of(tx, person, issuer);
    const auto now = roles_by(tx, scopes, met);
    if (before == now) return false;
    replace_roles(tx, person, issuer, now);
    std::set<std::int64_t> touched;
    for (const auto* roles : {&before, &now})
        for (const auto& role : *roles) touched.insert(role.scope_id);
    touched.erase(0);
    for (const auto scope : touched) settle(tx, scopes, person, scope);
    write_down(tx, person, before, now);
    return true;
}

void drop_roles_without_identity(db::Tx& tx, const Scopes& scopes, base::PersonId person) {
    const auto issuers = tx.all<std::string>(
        "SELECT DISTINCT issuer FROM auth_provider_roles WHERE person_id = $1"
        " AND issuer NOT IN (SELECT issuer FROM auth_identities WHERE person_id = $1)",
        person);
    for (const auto& issuer : issuers) follow_roles(tx, scopes, person, issuer, {});
}

void forget_roles_of_others(db::Database& database, const SignOn& sign_on) {
    const auto providers = sign_on.providers();
    database.write([&](db::Tx& tx) {
        for (const auto& [person, issuer] : tx.all<RoleHolder>("SELECT DISTINCT person_id, issuer FROM auth_provider_roles"))
            if (std::ranges::count(providers, issuer, &Provider::issuer) == 0) follow_roles(tx, sign_on.scopes, person, issuer, {});
    });
}

std::vector<LostRule> list_lost_rules(db::Session& db, const SignOn& sign_on) {
    std::vector<LostRule> lost;
    for (const auto* provider : sign_on.providers())
        for (const auto& rule : provider->roles)
            if (!rule.at.empty() && !sign_on.scopes.find(db, rule.at)) lost.push_back({provider->key, rule.at});
    return lost;
}

}  // namespace auth
