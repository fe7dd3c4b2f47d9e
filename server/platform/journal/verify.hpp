#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "db/db.hpp"

namespace journal {

struct Fault {
    enum class What : std::uint8_t { changed, missing, reordered, cut_off, revision_changed, revision_missing };
    What what;
    std::int64_t sequence = 0;
    std::string message;  // names the event: its place, id, action, record, and what is wrong
};

struct Verdict {
    std::int64_t events = 0;    // sealed events read
    std::int64_t unsealed = 0;  // committed, their seal still to come
    std::int64_t erased = 0;    // events whose text was erased
    std::string head;           // the last chained hash, in hexadecimal: publish it, and nobody can rewrite what came before
    std::vector<Fault> faults;

    [[nodiscard]] bool whole() const { return faults.empty(); }
};

// How far the chain has come. Of an empty journal 0 and nothing.
struct Head {
    std::int64_t sequence = 0;
    std::string chain_hash;  // in hexadecimal
    friend bool operator==(const Head&, const Head&) = default;
};
BOOST_DESCRIBE_STRUCT(Head, (), (sequence, chain_hash))
Head head(db::Session& session);

// Reads the whole journal and proves that nothing was changed, taken out or moved since it was sealed.
Verdict verify(db::Session& session);

}  // namespace journal
