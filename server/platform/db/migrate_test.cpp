#include <future>

#include "db/db.hpp"
#include "db/ddl.hpp"
#include "db/testing.hpp"

namespace {

constexpr db::Migration first{1, "0001_first", "CREATE TABLE first (id INTEGER PRIMARY KEY) STRICT;"};
constexpr db::Migration second{2, "0002_second", "CREATE TABLE second (id INTEGER PRIMARY KEY REFERENCES first (id)) STRICT;"};
constexpr db::Migration third{3, "0003_third", "CREATE TABLE third (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE first (id INTEGER);"};

using Migrations = std::vector<db::Migration>;

std::string complaint(db::Database& database, const Migrations& migrations) {
    try {
        database.migrate(migrations);
    } catch (const db::Broken& broken) {
        return broken.what();
    }
    return "";
}

EACH_ENGINE(Migrate, each_step_is_applied_once_in_the_order_of_numbers) {
    db::testing::Fresh database(engine, {});
    EXPECT_EQ(database->migrate(Migrations{second, first}), 2);
    EXPECT_EQ(database->migrate(Migrations{second, first}), 0);
    EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM second"), 0);
}

EACH_ENGINE(Migrate, a_step_changed_after_it_was_applied_is_named) {
    db::testing::Fresh database(engine, {});
    database->migrate(Migrations{first});
    auto changed = first;
    changed.sql = "CREATE TABLE other (id INTEGER) STRICT;";
    EXPECT_EQ(complaint(*database, {changed}), "migration 0001_first: migration 0001_first was changed after it was applied");
}

EACH_ENGINE(Migrate, a_database_newer_than_the_program_is_refused) {
    db::testing::Fresh database(engine, {});
    database->migrate(Migrations{first, second});
    EXPECT_EQ(complaint(*database, {first}), "the database is newer than this program: it has 0002_second");
}

EACH_ENGINE(Migrate, a_step_that_fails_leaves_nothing_of_itself) {
    db::testing::Fresh database(engine, {});
    EXPECT_NE(complaint(*database, {first, third}), "");
    EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM db_migrations"), 1);
    EXPECT_THROW(database->read()->one<std::int64_t>("SELECT count(*) FROM third"), db::Broken);
}

EACH_ENGINE(Migrate, two_nodes_may_do_it_at_once) {
    db::testing::Fresh database(engine, {});
    const auto other = db::Database::open(database.address(), {}, db::testing::Fresh::system_clock());
    auto there = std::async(std::launch::async, [&] { return other->migrate(Migrations{first, second}); });
    const int here = database->migrate(Migrations{first, second});
    EXPECT_EQ(here + there.get(), 2);
}

TEST(Ddl, types_are_rewritten_for_postgres_and_texts_are_not) {
    EXPECT_EQ(db::ddl_for(db::Engine::postgres, "CREATE TABLE t (a INTEGER, b TEXT DEFAULT 'TEXT', c REAL, d BLOB) STRICT; -- INTEGER\n"),
              "CREATE TABLE t (a BIGINT, b TEXT COLLATE \"C\" DEFAULT 'TEXT', c DOUBLE PRECISION, d BYTEA) ; -- INTEGER\n");
    EXPECT_EQ(db::ddl_for(db::Engine::postgres, "CAST(a AS TEXT)"), "CAST(a AS TEXT)");
    EXPECT_EQ(db::ddl_for(db::Engine::sqlite, "CREATE TABLE t (a INTEGER) STRICT;"), "CREATE TABLE t (a INTEGER) STRICT;");
}

}  // namespace
