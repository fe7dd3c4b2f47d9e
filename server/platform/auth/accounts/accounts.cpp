#include "auth/accounts/accounts.hpp"

#include <algorithm>

#include "base/thai_text.hpp"
#include "db/db.hpp"
#include "http/problem.hpp"

#define AUTH_ACCOUNT                                                                     \
    "SELECT a.person_id, a.login, a.email, a.password, CASE WHEN " AUTH_IS_ADMINISTRATOR \
    " THEN 1 ELSE 0 END AS administrator, a.created_at, a.locked_at, a.language FROM auth_accounts a"

namespace auth {
namespace {

constexpr std::size_t shortest_login = 3;
constexpr std::size_t longest_login = 100;

bool is_phone(std::string_view login) {
    return !login.empty() && std::ranges::all_of(login, [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == ' ' || c == '+'; });
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string fold_login(std::string_view login) {
    auto folded = base::tidy(login);
    std::ranges::transform(folded, folded.begin(), lower);
    if (is_phone(folded)) std::erase_if(folded, [](char c) { return c == '-' || c == ' '; });
    std::erase_if(folded, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
    return folded;
}

std::optional<std::string_view> login_fault(std::string_view login) {
    if (login.size() < shortest_login) return "login_too_short";
    if (login.size() > longest_login) return "login_too_long";
    if (login.find('@') != std::string_view::npos) return "login_holds_at";
    return std::nullopt;
}

std::optional<Account> find_account(db::Session& db, std::string_view folded) {
    return db.find<Account>(AUTH_ACCOUNT " WHERE a.login = $1 OR a.email = $1", folded);
}

std::optional<Account> find_account(db::Session& db, base::PersonId person) {
    return db.find<Account>(AUTH_ACCOUNT " WHERE a.person_id = $1", person);
}

std::vector<Account> list_accounts(db::Session& db) {
    return db.all<Account>(AUTH_ACCOUNT " ORDER BY a.login");
}

bool has_administrator(db::Session& db) {
    return db.one<bool>("SELECT count(*) FROM auth_accounts a WHERE " AUTH_IS_ADMINISTRATOR);
}

void insert_account(db::Tx& tx, const Account& account) {
    if (find_account(tx, account.login)) throw http::Problem(422, "invalid_input").at("/login", "login_taken");
    if (account.email && find_account(tx, *account.email)) throw http::Problem(422, "invalid_input").at("/email", "email_taken");
    tx.run(
        "INSERT INTO auth_accounts (person_id, login, email, password, administrator, created_at, password_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $6)",
        account.person_id, account.login, account.email, account.password, account.administrator, tx.now());
}

void update_password(db::Tx& tx, base::PersonId person, std::string_view hash) {
    tx.run("UPDATE auth_accounts SET password = $2, password_at = $3 WHERE person_id = $1", person, hash, tx.now());
}

void set_language(db::Tx& tx, base::PersonId person, base::Language language) {
    tx.run("UPDATE auth_accounts SET language = $2 WHERE person_id = $1", person, language);
}

void set_administrator(db::Tx& tx, base::PersonId person, bool administrator) {
    tx.run("UPDATE auth_accounts SET administrator = $2 WHERE person_id = $1", person, administrator);
}

bool is_last_administrator(db::Session& db, base::PersonId person) {
    return !db.one<bool>("SELECT count(*) FROM auth_accounts a WHERE a.person_id <> $1 AND a.locked_at IS NULL AND " AUTH_IS_ADMINISTRATOR,
                         person);
}

void lock(db::Tx& tx, base::PersonId person) {
    tx.run("UPDATE auth_accounts SET locked_at = $2 WHERE person_id = $1", person, tx.now());
}

void unlock(db::Tx& tx, base::PersonId person) {
    tx.run("UPDATE auth_accounts SET locked_at = NULL WHERE person_id = $1", person);
}

void require_unlocked(db::Session& db, base::PersonId person) {
    const auto account = find_account(db, person);
    if (account && account->locked_at) throw http::Problem(403, "account_locked");
}

}  // namespace auth
