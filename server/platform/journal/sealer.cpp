#include "journal/sealer.hpp"

#include <boost/describe/class.hpp>

#include "journal/chain.hpp"

namespace journal {

using namespace std::chrono_literals;

namespace {

constexpr int most_at_once = 500;  // bounds how long other writers wait

struct Head {
    std::int64_t sequence = 0;
    db::Blob chain_hash;
};
BOOST_DESCRIBE_STRUCT(Head, (), (sequence, chain_hash))

bool anything_to_seal(db::Database& database) {
    return database.read()->find<std::int64_t>("SELECT id FROM journal_events WHERE sequence IS NULL LIMIT 1").has_value();
}

// Two nodes that do this at once collide on the head, and one of them does it again.
int seal_some(db::Tx& tx) {
    const auto links = tx.all<Link>(
        "SELECT id, at, actor_id, action, record_id, version, content_hash FROM journal_events"
        " WHERE sequence IS NULL ORDER BY id LIMIT $1",
        most_at_once);
    if (links.empty()) return 0;
    auto head = tx.find<Head>("SELECT sequence, chain_hash FROM journal_head").value_or(Head{});
    for (const auto& link : links) {
        ++head.sequence;
        head.chain_hash = chain_hash(head.chain_hash, head.sequence, link);
        tx.run("UPDATE journal_events SET sequence = $2, chain_hash = $3 WHERE id = $1", link.id, head.sequence, head.chain_hash);
    }
    tx.run(
        "INSERT INTO journal_head (one, sequence, chain_hash) VALUES (1, $1, $2)"
        " ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence, chain_hash = excluded.chain_hash",
        head.sequence, head.chain_hash);
    return static_cast<int>(links.size());
}

void run(db::Database& database, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto seen = database.commits().beats();
        try {
            seal(database);
            database.commits().wait(seen, 1s, stop);
        } catch (const db::Error&) {  // whoever writes or reads meanwhile tells of it; nothing is lost by sealing later
            db::rest(1s, stop);
        }
    }
}

}  // namespace

int seal(db::Database& database) {
    int sealed = 0;
    while (anything_to_seal(database)) {
        sealed += database.write(seal_some);
        database.announce();
    }
    return sealed;
}

Sealer::Sealer(db::Database& database) : thread_([&database](const std::stop_token& stop) { run(database, stop); }) {}

}  // namespace journal
