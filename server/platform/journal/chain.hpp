#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/person.hpp"
#include "base/time.hpp"
#include "db/value.hpp"
#include "journal/journal.hpp"

// The two hashes of an event (BLAKE2b, 32 bytes): of what was written, and of its place in the chain.
namespace journal {

// All of an event that its place in the chain vouches for.
struct Link {
    EventId id;
    base::Instant at;
    base::PersonId actor_id;
    std::string action;
    std::int64_t record_id = 0;
    std::int64_t version = 0;
    db::Blob content_hash;
};
BOOST_DESCRIBE_STRUCT(Link, (), (id, at, actor_id, action, record_id, version, content_hash))

// 16 random bytes: without them nobody can guess an erased text by trying.
db::Blob new_salt();
db::Blob content_hash(const db::Blob& salt, std::string_view body);
// Of an event that has no text, and so no salt.
const db::Blob& empty_content_hash();
db::Blob chain_hash(const db::Blob& before, std::int64_t sequence, const Link& link);

}  // namespace journal
