#include "knowledge/reads/read_queries.hpp"

#include "knowledge/reads/reader.hpp"

namespace knowledge {

// One item counts so many readers a day at most: a flood of addresses ends here.
static constexpr std::int64_t most_a_day = 5'000;

static std::string salt_of(db::Tx& tx, base::Date day, const std::string& fresh_salt) {
    if (const auto salt = tx.find<db::Blob>("SELECT salt FROM knowledge_read_days WHERE day = $1", day)) return salt->bytes;
    tx.run("DELETE FROM knowledge_readers WHERE day <> $1", day);
    tx.run("DELETE FROM knowledge_read_days WHERE day <> $1", day);
    tx.run("INSERT INTO knowledge_read_days (day, salt) VALUES ($1, $2)", day, db::Blob{fresh_salt});
    return fresh_salt;
}

bool count(db::Tx& tx, ItemId item, Act act, std::string_view who, const std::string& fresh_salt) {
    const auto day = base::bangkok_date(tx.now());
    const auto reader = db::Blob{reader_hash(salt_of(tx, day, fresh_salt), who)};
    const auto counted = tx.one<std::int64_t>(
        "SELECT count(*) AS readers FROM knowledge_readers WHERE day = $1 AND item_id = $2 AND act = $3", day, item, act);
    if (counted >= most_a_day) return false;
    const auto is_new = tx.run(
        "INSERT INTO knowledge_readers (day, item_id, act, reader) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (day, item_id, act, reader) DO NOTHING",
        day, item, act, reader);
    if (is_new == 0) return false;
    tx.run("UPDATE knowledge_items SET reads = reads + $2, shares = shares + $3 WHERE id = $1", item, act == Act::read ? 1 : 0,
           act == Act::shared ? 1 : 0);
    return true;
}

}  // namespace knowledge
