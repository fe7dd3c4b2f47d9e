#include "auth/second_step/second_steps.hpp"

#include <algorithm>

#include "auth/second_step/totp.hpp"
#include "auth/second_step/vault.hpp"
#include "db/db.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"

namespace auth {
namespace {

constexpr std::int64_t kept_steps = std::int64_t{2} * 366 * 24 * 60 * 2;  // two years: further back no clock is set

bool is_of_authenticator(std::string_view code) {
    return code.size() == totp::digits && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

// A code is good no longer once it, or one of those that follow it while it would be taken, was used. The row decides who was first, of
// two that come at once. What was used under a clock that ran ahead shuts nobody out when it is set back.
CodeOutcome use_step(db::Tx& tx, base::PersonId person, std::int64_t step) {
    tx.run("DELETE FROM auth_used_codes WHERE person_id = $1 AND step < $2", person, step - kept_steps);
    const auto taken = tx.run(
        "INSERT INTO auth_used_codes (person_id, step) SELECT t.person_id, CAST($2 AS BIGINT) FROM auth_second_steps t"
        " WHERE t.person_id = $1 AND NOT EXISTS (SELECT 1 FROM auth_used_codes u WHERE u.person_id = $1 AND u.step BETWEEN $2 AND $3)"
        " ON CONFLICT DO NOTHING",
        person, step, step + 2 * totp::drift_steps);
    return taken > 0 ? CodeOutcome::right : CodeOutcome::used_before;
}

CodeOutcome use_authenticator_code(db::Tx& tx, const Vault& vault, base::PersonId person, std::string_view code) {
    const auto known = find_second_step(tx, person);
    if (!known) return CodeOutcome::wrong;
    const auto secret = vault.open(person, known->secret);
    if (!secret) throw http::Problem(503, "second_step_unreadable");
    const auto step = totp::find_step(*secret, code, tx.now());
    return step ? use_step(tx, person, *step) : CodeOutcome::wrong;
}

CodeOutcome use_recovery_code(db::Tx& tx, const Vault& vault, base::PersonId person, std::string_view code) {
    const auto used = tx.run("DELETE FROM auth_recovery_codes WHERE person_id = $1 AND code_hash = $2", person, vault.mark(person, code));
    if (used == 0) return CodeOutcome::wrong;
    journal::record(tx, person, "auth.recovery_code_used", {person, 1});
    return CodeOutcome::right;
}

}  // namespace

std::optional<SecondStep> find_second_step(db::Session& db, base::PersonId person) {
    return db.find<SecondStep>("SELECT person_id, secret, confirmed_at FROM auth_second_steps WHERE person_id = $1", person);
}

bool has_second_step(db::Session& db, base::PersonId person) {
    return db.one<bool>("SELECT count(*) FROM auth_second_steps WHERE person_id = $1 AND confirmed_at IS NOT NULL", person);
}

void insert_second_step(db::Tx& tx, base::PersonId person, const db::Blob& sealed) {
    tx.run("DELETE FROM auth_second_steps WHERE person_id = $1 AND confirmed_at IS NULL", person);
    tx.run("DELETE FROM auth_used_codes WHERE person_id = $1", person);
    tx.run("INSERT INTO auth_second_steps (person_id, secret) VALUES ($1, $2)", person, sealed);
}

void confirm_second_step(db::Tx& tx, base::PersonId person) {
    tx.run("UPDATE auth_second_steps SET confirmed_at = $2 WHERE person_id = $1", person, tx.now());
}

bool delete_second_step(db::Tx& tx, base::PersonId person) {
    tx.run("DELETE FROM auth_recovery_codes WHERE person_id = $1", person);
    tx.run("DELETE FROM auth_used_codes WHERE person_id = $1", person);
    return tx.run("DELETE FROM auth_second_steps WHERE person_id = $1", person) > 0;
}

std::int64_t count_recovery_codes(db::Session& db, base::PersonId person) {
    return db.one<std::int64_t>("SELECT count(*) FROM auth_recovery_codes WHERE person_id = $1", person);
}

void replace_recovery_codes(db::Tx& tx, base::PersonId person, std::span<const db::Blob> hashes) {
    tx.run("DELETE FROM auth_recovery_codes WHERE person_id = $1", person);
    for (const auto& hash : hashes) tx.run("INSERT INTO auth_recovery_codes (person_id, code_hash) VALUES ($1, $2)", person, hash);
}

CodeOutcome use_code(db::Tx& tx, const Vault& vault, base::PersonId person, std::string_view code) {
    return is_of_authenticator(code) ? use_authenticator_code(tx, vault, person, code) : use_recovery_code(tx, vault, person, code);
}

bool administrators_use_two_steps(db::Session& db) {
    return db.one<bool>("SELECT administrators_use_two_steps FROM auth_rules");
}

void set_administrators_use_two_steps(db::Tx& tx, bool use) {
    tx.run("UPDATE auth_rules SET administrators_use_two_steps = $1", use);
}

}  // namespace auth
