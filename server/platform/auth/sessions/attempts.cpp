#include "auth/sessions/attempts.hpp"

#include <algorithm>
#include <boost/describe.hpp>

#include "base/network.hpp"
#include "db/db.hpp"
#include "http/problem.hpp"

namespace auth {
namespace {

constexpr std::int64_t longest_wait_seconds = 15 * 60;
constexpr std::int64_t forgotten_after_ms = std::int64_t{24} * 60 * 60 * 1000;

struct Failures {
    int failures{};
    base::Instant closed_until;
    base::Instant last_at;
};
BOOST_DESCRIBE_STRUCT(Failures, (), (failures, closed_until, last_at))

std::optional<Failures> find_failures(db::Session& db, const Subject& subject) {
    return db.find<Failures>("SELECT failures, closed_until, last_at FROM auth_failures WHERE subject = $1", subject.name);
}

// So that guesses without end fill no table.
void forget_old_failures(db::Tx& tx) {
    tx.run("DELETE FROM auth_failures WHERE last_at < $1", base::Instant{tx.now().ms - forgotten_after_ms});
}

}  // namespace

std::vector<Subject> subjects_of(std::string_view login, std::string_view address) {
    const std::string account(login);
    const auto network = base::network_of(std::string(address));
    return {{"both " + account + " " + network, 5}, {"account " + account, 50}, {"address " + network, 30}};
}

std::vector<Subject> code_subjects_of(base::PersonId person, std::string_view address) {
    const auto account = "code " + std::to_string(person.value);
    const auto network = base::network_of(std::string(address));
    return {{"both " + account + " " + network, 5}, {account, 20}, {"address " + network, 30}};
}

std::vector<Subject> key_subjects_of(std::string_view address) {
    return {{"key " + base::network_of(std::string(address)), 30}};
}

std::int64_t wait_seconds(int failures, int free_tries) {
    if (failures < free_tries) return 0;
    const int doublings = std::min(failures - free_tries + 1, 10);
    return std::min(std::int64_t{1} << doublings, longest_wait_seconds);
}

void require_open(db::Session& db, std::span<const Subject> subjects, base::Instant now) {
    std::int64_t wait_ms = 0;
    for (const auto& subject : subjects) {
        const auto known = find_failures(db, subject);
        const bool clock_was_set_back = known && known->last_at > now;  // else all would wait until that time comes again
        if (known && !clock_was_set_back) wait_ms = std::max(wait_ms, known->closed_until.ms - now.ms);
    }
    if (wait_ms > 0) throw http::Problem(429, "too_many_tries", {{"seconds", (wait_ms + 999) / 1000}});
}

void add_failure(db::Tx& tx, std::span<const Subject> subjects) {
    const auto now = tx.now();
    forget_old_failures(tx);
    for (const auto& subject : subjects) {
        const auto known = find_failures(tx, subject);
        const bool is_recent = known && now.ms - known->last_at.ms < forgotten_after_ms;
        const int failures = (is_recent ? known->failures : 0) + 1;
        const base::Instant closed_until{now.ms + wait_seconds(failures, subject.free_tries) * 1000};
        tx.run(
            "INSERT INTO auth_failures (subject, failures, closed_until, last_at) VALUES ($1, $2, $3, $4)"
            " ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, closed_until = excluded.closed_until,"
            " last_at = excluded.last_at",
            subject.name, failures, closed_until, now);
    }
}

void clear_failures(db::Tx& tx, std::span<const Subject> subjects) {
    for (const auto& subject : subjects.first(2)) tx.run("DELETE FROM auth_failures WHERE subject = $1", subject.name);
    forget_old_failures(tx);
}

}  // namespace auth
