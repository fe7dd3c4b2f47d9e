#include "auth/sign_on/accounts_by_provider.hpp"

#include <algorithm>
#include <iterator>

#include "auth/auth.hpp"
#include "auth/sign_on/openid/values.hpp"
#include "auth/token.hpp"
#include "base/thai_text.hpp"
#include "base/utf8.hpp"
#include "db/db.hpp"
#include "journal/journal.hpp"

namespace auth {
namespace {

constexpr std::size_t longest_name_bytes = 300;
constexpr base::PersonId nobody{};

// What nobody else has, and what may be one.
std::string free_login(db::Tx& tx, const std::string& wanted, const Provider& provider) {
    auto login = fold_login(wanted);
    const bool is_good = !login_fault(login) && !find_account(tx, login);
    return is_good ? login : fold_login(provider.key + "-" + new_token().substr(0, 12));
}

std::optional<std::string> free_email(db::Tx& tx, const std::string& told, const json::Node& claims) {
    const auto verified = openid::texts_at(claims, "email_verified");
    auto email = fold_login(told);
    const bool is_good = verified == std::vector<std::string>{"true"} && email.find('@') != std::string::npos && !find_account(tx, email);
    return is_good ? std::optional(std::move(email)) : std::nullopt;
}

}  // namespace

Proven proven_by(const json::Node& claims, const Provider& provider, const Vault& vault) {
    auto called = openid::text_at(claims, provider.claims.name);
    if (called.empty()) called = openid::text_at(claims, provider.claims.email);
    const auto subject = provider.issuer + " " + openid::text_at(claims, "sub");
    return {provider.issuer, vault.mark(nobody, subject), base::tidy(base::beginning(called, longest_name_bytes))};
}

base::PersonId add_account_for(db::Tx& tx, const Persons& persons, const Provider& provider, const json::Node& claims,
                               const Proven& proven) {
    auto login = free_login(tx, openid::text_at(claims, provider.claims.login), provider);
    auto email = free_email(tx, openid::text_at(claims, provider.claims.email), claims);
    const auto person = persons.add(tx, proven.called.empty() ? login : proven.called);
    insert_account(tx, {.person_id = person,
                        .login = std::move(login),
                        .email = std::move(email),
                        .password = {},
                        .administrator = false,
                        .created_at = tx.now()});
    journal::record(tx, person, "auth.account_added", {person, 1});
    return person;
}

std::vector<Provider::RoleRule> rules_met(const Provider& provider, const json::Node& claims) {
    std::vector<Provider::RoleRule> met;
    std::ranges::copy_if(provider.roles, std::back_inserter(met), [&](const Provider::RoleRule& rule) {
        return std::ranges::count(openid::texts_at(claims, rule.when.claim), rule.when.value) > 0;
    });
    return met;
}

bool counts_as_second_step(const Provider& provider, const json::Node& claims) {
    const auto level = openid::text_at(claims, "acr");
    return !level.empty() && std::ranges::count(provider.second_step_acr, level) > 0;
}

}  // namespace auth
