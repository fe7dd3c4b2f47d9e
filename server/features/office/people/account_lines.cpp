#include "office/people/account_lines.hpp"

#include <algorithm>
#include <map>

#include "auth/accounts/accounts.hpp"
#include "auth/sign_on/sign_on.hpp"
#include "base/enum_names.hpp"
#include "base/thai_text.hpp"
#include "db/ids.hpp"
#include "db/like.hpp"

namespace office {

constexpr int page_size = 50;
constexpr std::int64_t unseen_ms = std::int64_t{90} * 24 * 60 * 60 * 1000;

// $3 is what is wanted only, or nothing; who was never here counts from when their account was made.
#define WANTED_ONLY                                                                                             \
    "($3 = '' OR ($3 = 'administrators' AND a.administrator_here + a.administrator_by_provider > 0)"            \
    " OR ($3 = 'one_step' AND a.second_step = 0) OR ($3 = 'unseen' AND coalesce(a.seen_at, a.created_at) < $4)" \
    " OR ($3 = 'locked' AND a.locked_at IS NOT NULL))"

static std::vector<Account> list_rows(db::Session& db, const WantedAccounts& wanted, base::Instant now) {
    const auto text = wanted.text ? wanted.text->value : std::string();
    return db.all<Account>(
        "SELECT a.person_id, r.title AS name, a.login, a.email, a.email_confirmed,"
        " CASE WHEN a.administrator_here + a.administrator_by_provider > 0 THEN 1 ELSE 0 END AS administrator, a.administrator_by_provider,"
        " a.second_step, a.created_at, a.seen_at, a.locked_at FROM auth_v_accounts a JOIN records_v_records r ON r.id = a.person_id"
        " WHERE ($1 = '' OR r.title LIKE $1 ESCAPE '\\' OR a.login LIKE $2 ESCAPE '\\' OR a.email LIKE $2 ESCAPE '\\') AND " WANTED_ONLY
        " AND ($5 = 0 OR (r.sort_key, r.id) > (SELECT p.sort_key, p.id FROM records_v_records p WHERE p.id = $5))"
        " ORDER BY r.sort_key, r.id LIMIT $6",
        db::containing(base::tidy(text)), db::containing(auth::fold_login(text)), wanted.only ? base::name_of(*wanted.only) : "",
        base::Instant{now.ms - unseen_ms}, wanted.after.value_or(base::PersonId{}), page_size + 1);
}

struct RoleRow {
    base::PersonId person_id;
    records::RecordId scope_id;
    records::Role role{};
    bool by_provider{};
};
BOOST_DESCRIBE_STRUCT(RoleRow, (), (person_id, scope_id, role, by_provider))

#define ROLES "SELECT person_id, scope_id, role, CASE WHEN by_provider = role THEN 1 ELSE 0 END AS by_provider FROM records_v_scopes"

static std::vector<RoleRow> list_roles(db::Session& db, const std::string& people) {
    return db.all<RoleRow>({"/* sqlite */ " ROLES " WHERE person_id IN (" DB_SQLITE_IDS("$1") ") ORDER BY person_id, scope_id",
                            "/* postgres */ " ROLES " WHERE person_id IN (" DB_POSTGRES_IDS("$1") ") ORDER BY person_id, scope_id"},
                           people);
}

struct IdentityRow {
    base::PersonId person_id;
    std::string issuer;
};
BOOST_DESCRIBE_STRUCT(IdentityRow, (), (person_id, issuer))

#define IDENTITIES "SELECT DISTINCT person_id, issuer FROM auth_v_identities"

static std::vector<IdentityRow> list_identities(db::Session& db, const std::string& people) {
    return db.all<IdentityRow>({"/* sqlite */ " IDENTITIES " WHERE person_id IN (" DB_SQLITE_IDS("$1") ") ORDER BY person_id, issuer",
                                "/* postgres */ " IDENTITIES " WHERE person_id IN (" DB_POSTGRES_IDS("$1") ") ORDER BY person_id, issuer"},
                               people);
}

// One that is configured no longer has no name but its address.
static std::string name_of_provider(http::Call& call, const std::string& issuer) {
    const auto* sign_on = call.services().equipment.find<auth::SignOn>();
    if (sign_on == nullptr) return issuer;
    const auto providers = sign_on->providers();
    const auto found = std::ranges::find(providers, issuer, &auth::Provider::issuer);
    if (found == providers.end()) return issuer;
    return call.language() == base::Language::th ? (*found)->name : (*found)->name_en;
}

using CardsById = std::map<std::int64_t, records::Card>;

static CardsById cards_of(http::Call& call, const std::vector<Account>& rows, const std::vector<RoleRow>& roles) {
    std::vector<records::RecordId> ids;
    ids.reserve(rows.size() + roles.size());
    for (const auto& row : rows) ids.push_back({row.person_id.value});
    for (const auto& role : roles) ids.push_back(role.scope_id);
    CardsById cards;
    for (auto& card : records::cards(call.read(), call.viewer(), ids)) cards.emplace(card.id.value, std::move(card));
    return cards;
}

static AccountLine line_of(Account account, const CardsById& cards) {
    const auto card = cards.find(account.person_id.value);
    return {std::move(account), card == cards.end() ? "" : card->second.address, {}, {}};
}

static std::vector<AccountLine> lines_of(http::Call& call, std::vector<Account> rows) {
    std::vector<base::PersonId> ids;
    ids.reserve(rows.size());
    for (const auto& row : rows) ids.push_back(row.person_id);
    const auto people = json::write(ids);
    const auto roles = list_roles(call.read(), people);
    const auto cards = cards_of(call, rows, roles);
    std::vector<AccountLine> lines;
    std::map<base::PersonId, AccountLine*> by_person;
    lines.reserve(rows.size());
    for (auto& row : rows) {
        auto& line = lines.emplace_back(line_of(std::move(row), cards));
        by_person[line.person_id] = &line;
    }
    for (const auto& role : roles) {
        const auto card = cards.find(role.scope_id.value);
        const bool is_open = card != cards.end();
        by_person[role.person_id]->roles.push_back(
            {is_open ? card->second.title : "", is_open ? card->second.address : "", role.role, role.by_provider});
    }
    for (const auto& [person, issuer] : list_identities(call.read(), people))
        by_person[person]->providers.push_back(name_of_provider(call, issuer));
    return lines;
}

http::List<AccountLine> list_account_lines(http::Call& call, const WantedAccounts& wanted) {
    auto rows = list_rows(call.read(), wanted, call.now());
    http::List<AccountLine> page;
    if (rows.size() > page_size) {
        rows.resize(page_size);
        page.next = std::to_string(rows.back().person_id.value);
    }
    page.items = lines_of(call, std::move(rows));
    return page;
}

}  // namespace office
