#include <algorithm>
#include <map>
#include <string>

#include <boost/describe/class.hpp>

#include "db/db.hpp"
#include "db/ddl.hpp"

namespace db {

namespace {

struct Applied {
    int number = 0;
    std::string name;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (number, name, checksum))

std::string title(const Migration& migration) {
    return "migration " + std::string(migration.name);
}

std::vector<Migration> in_order(std::span<const Migration> migrations) {
    std::vector<Migration> ordered(migrations.begin(), migrations.end());
    std::ranges::sort(ordered, {}, &Migration::number);
    const auto twice = std::ranges::adjacent_find(ordered, {}, &Migration::number);
    if (twice != ordered.end()) throw Broken(title(*twice) + " shares its number with another");
    return ordered;
}

void check_known(const std::map<int, Applied>& applied, const std::vector<Migration>& migrations) {
    for (const auto& [number, one] : applied)
        if (!std::ranges::binary_search(migrations, number, {}, &Migration::number))
            throw Broken("the database is newer than this program: it has " + one.name);
}

// Others that start at the same moment wait here, and find the work done.
void begin_alone(Connection& connection) {
    if (connection.engine() == Engine::sqlite) return connection.script("BEGIN IMMEDIATE");
    connection.script("BEGIN; SELECT pg_advisory_xact_lock(5002, 0)");
}

// One transaction; false if it was applied before.
bool apply(Connection& connection, Tx& tx, const Migration& migration) {
    begin_alone(connection);
    try {
        const auto known = tx.find<std::string>("SELECT checksum FROM db_migrations WHERE number = $1", migration.number);
        if (known && *known != checksum(migration.sql)) throw Broken(title(migration) + " was changed after it was applied");
        if (!known) {
            connection.script(ddl_for(connection.engine(), migration.sql));
            tx.run("INSERT INTO db_migrations (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)", migration.number,
                   migration.name, checksum(migration.sql), tx.now());
        }
        connection.script("COMMIT");
        return !known;
    } catch (const Error& error) {
        connection.script("ROLLBACK");
        throw Broken(title(migration) + ": " + error.what());
    }
}

}  // namespace

std::vector<Migration> together(const std::vector<std::span<const Migration>>& parts) {
    std::vector<Migration> all;
    for (const auto part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

int Database::migrate(std::span<const Migration> migrations) {
    const auto ordered = in_order(migrations);
    const auto connection = connect();
    begin_alone(*connection);
    connection->script(migrations_table);
    connection->script("COMMIT");

    Tx tx(*connection, ids_, clock_.now());
    std::map<int, Applied> applied;
    for (auto& one : tx.all<Applied>("SELECT number, name, checksum FROM db_migrations")) applied.emplace(one.number, std::move(one));
    check_known(applied, ordered);

    int count = 0;
    for (const auto& migration : ordered) {
        const auto before = applied.find(migration.number);
        const bool done = before != applied.end() && before->second.checksum == checksum(migration.sql);
        if (!done && apply(*connection, tx, migration)) ++count;
    }
    return count;
}

}  // namespace db
