#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/person.hpp"
#include "base/time.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

// Wrong passwords and codes make the next try wait: longer for each, for the account, for the address, and soonest for the two together,
// so that a stranger can not lock somebody out from their own desk.
namespace auth {

struct Subject {
    std::string name;
    int free_tries;
};
std::vector<Subject> subjects_of(std::string_view login, std::string_view address);
// Codes are counted apart from passwords: a right password does not clear them.
std::vector<Subject> code_subjects_of(base::PersonId person, std::string_view address);
// Wrong keys of programs, apart from both: a program that asks day and night with a key that is over shuts no desk beside it out.
std::vector<Subject> key_subjects_of(std::string_view address);

// How long after the nth failure the next try waits: nothing for the free ones, then 2 s, 4 s, 8 s … 15 minutes.
std::int64_t wait_seconds(int failures, int free_tries);

// Throws Problem 429 `too_many_tries` with the seconds to wait.
void require_open(db::Session& db, std::span<const Subject> subjects, base::Instant now);
void add_failure(db::Tx& tx, std::span<const Subject> subjects);
// After a right password: the account's, and the two together; an address may still be guessing others.
void clear_failures(db::Tx& tx, std::span<const Subject> subjects);

}  // namespace auth
