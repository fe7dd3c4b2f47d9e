#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/person.hpp"
#include "base/time.hpp"

namespace db {
class Session;
class Tx;
struct Migration;
}  // namespace db

// A write that is sent twice with one key is done once: its result is stored in its own transaction and given back again.
namespace http {

struct Request;

std::span<const db::Migration> migrations();

struct IdempotencyKey {
    base::PersonId person;
    std::string key;
    std::string fingerprint;  // of the request, 32 bytes: one key serves one request only
};

struct StoredResult {
    std::string type;
    std::string result;
};

// The request's key; nothing without one. Problem 422 for one that is too short to be nobody else's, or too long.
std::optional<IdempotencyKey> read_key(const Request& request, base::PersonId person);

// Problem 422 when the key came with another request before; 409 `done_before` when it was done so long ago that its result is forgotten.
std::optional<StoredResult> find_result(db::Session& db, const IdempotencyKey& key, int step);
// Whether there was such a write, whatever it brought: of a key whose request has not come whole.
bool is_known(db::Session& db, const IdempotencyKey& key);
void insert_result(db::Tx& tx, const IdempotencyKey& key, int step, const StoredResult& stored);

// Forgets results older than two days, and after half a year that there was such a write: a phone that finds a signal late does nothing
// twice. For a daily job.
void forget_old_results(db::Tx& tx);

}  // namespace http
