#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/person.hpp"
#include "base/time.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace auth {

struct Account {
    base::PersonId person_id;
    std::string login;
    std::optional<std::string> email;
    std::string password;  // hashed; empty for who comes in by a provider only
    bool administrator{};
    base::Instant created_at;
    std::optional<base::Instant> locked_at{};
    std::optional<base::Language> language{};  // as its owner chose it
};
BOOST_DESCRIBE_STRUCT(Account, (), (person_id, login, email, password, administrator, created_at, locked_at, language))

// One spelling for each name: "  Somchai@Example.ORG " is "somchai@example.org", "081-234 5678" is "0812345678".
std::string fold_login(std::string_view login);
// What a new login may not be; a locale key without its "problem_", or nothing. `login` is folded.
std::optional<std::string_view> login_fault(std::string_view login);

std::optional<Account> find_account(db::Session& db, std::string_view folded_login_or_email);
std::optional<Account> find_account(db::Session& db, base::PersonId person);
std::vector<Account> list_accounts(db::Session& db);
bool has_administrator(db::Session& db);

// Throw Problem 422 `login_taken` or `email_taken`.
void insert_account(db::Tx& tx, const Account& account);
void update_password(db::Tx& tx, base::PersonId person, std::string_view hash);
void set_language(db::Tx& tx, base::PersonId person, base::Language language);
// What people here say; a provider may make somebody an administrator beside.
void set_administrator(db::Tx& tx, base::PersonId person, bool administrator);
bool is_last_administrator(db::Session& db, base::PersonId person);

// A locked account opens no session; those that it has end.
void lock(db::Tx& tx, base::PersonId person);
void unlock(db::Tx& tx, base::PersonId person);
void require_unlocked(db::Session& db, base::PersonId person);  // Problem 403 `account_locked`

}  // namespace auth

// Over alias a of auth_accounts: made an administrator by people here, or by a provider.
#define AUTH_IS_ADMINISTRATOR \
    "(a.administrator = 1 OR EXISTS (SELECT 1 FROM auth_provider_roles p WHERE p.person_id = a.person_id AND p.scope_id = 0))"
