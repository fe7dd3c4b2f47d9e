#include "db/db.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/bounded.hpp"
#include "base/ids.hpp"
#include "db/testing.hpp"

namespace {

struct CircleTag;
using CircleId = base::Id<CircleTag>;

enum class Level { village, tambon, private_ };
BOOST_DESCRIBE_ENUM(Level, village, tambon, private_)

struct Circle {
    CircleId id;
    base::Line title;
    Level level = Level::village;
    std::optional<base::Date> began_on;
    base::Instant created_at;
    base::TimeOfDay opens;
    bool open = false;
    double share = 0;
    std::optional<std::int64_t> people;
    db::Blob sort_key;

    friend bool operator==(const Circle&, const Circle&) = default;
};
BOOST_DESCRIBE_STRUCT(Circle, (), (id, title, level, began_on, created_at, opens, open, share, people, sort_key))

struct Short {
    CircleId id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(Short, (), (id, title))

constexpr db::Migration tables[] = {{1, "0001_circles", R"(
-- the sentence says TEXT and INTEGER, and stays as it is
CREATE TABLE circles (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, level TEXT NOT NULL CHECK (level <> 'INTEGER'), began_on TEXT,
    created_at INTEGER NOT NULL, opens INTEGER NOT NULL, open INTEGER NOT NULL, share REAL NOT NULL, people INTEGER,
    sort_key BLOB NOT NULL, UNIQUE (title, level)
) STRICT;
CREATE TABLE sessions (id INTEGER PRIMARY KEY, circle_id INTEGER NOT NULL REFERENCES circles (id)) STRICT;
-- engine: sqlite
CREATE INDEX only_here ON sessions (circle_id);
-- engine: postgres
CREATE INDEX only_there ON sessions (circle_id);
-- engine: both
CREATE TABLE counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
)"}};

const Circle wednesday{.id = {7},
                       .title = {"วงวันพุธ O'Brien \"$1\""},
                       .level = Level::private_,
                       .began_on = base::Date{2013, 5, 1},
                       .created_at = {1'700'000'000'123},
                       .opens = {540},
                       .open = true,
                       .share = 0.1,
                       .people = std::nullopt,
                       .sort_key = {std::string("\x00\xff'\\x", 5)}};

void insert(db::Tx& tx, const Circle& circle) {
    tx.run(
        "INSERT INTO circles (id, title, level, began_on, created_at, opens, open, share, people, sort_key)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        circle.id, circle.title, circle.level, circle.began_on, circle.created_at, circle.opens, circle.open, circle.share, circle.people,
        circle.sort_key);
}

std::int64_t count(db::Database& database) {
    return database.read()->one<std::int64_t>("SELECT count(*) FROM circles");
}

EACH_ENGINE(Db, what_is_written_is_read_back_whole) {
    db::testing::Fresh database(engine, {tables});
    database->write([](db::Tx& tx) { insert(tx, wednesday); });
    EXPECT_EQ(database->read()->one<Circle>("SELECT * FROM circles WHERE id = $1", CircleId{7}), wednesday);
}

EACH_ENGINE(Db, a_value_is_read_without_a_struct) {
    db::testing::Fresh database(engine, {tables});
    auto session = database->read();
    EXPECT_EQ(session->one<std::int64_t>("SELECT CAST($1 AS BIGINT) + 1", 41), 42);
    EXPECT_TRUE(session->one<bool>("SELECT 1 = 1"));
    EXPECT_EQ(session->find<std::string>("SELECT title FROM circles"), std::nullopt);
}

EACH_ENGINE(Db, placeholders_go_by_their_number_and_not_by_their_place) {
    db::testing::Fresh database(engine, {tables});
    EXPECT_EQ(database->read()->one<std::string>("SELECT $2 || $1 || $2", "b", "a"), "aba");
}

EACH_ENGINE(Db, one_row_is_meant_and_anything_else_is_refused) {
    db::testing::Fresh database(engine, {tables});
    auto session = database->read();
    EXPECT_THROW(session->one<std::int64_t>("SELECT last FROM counters"), db::NotOne);
    EXPECT_THROW(session->find<std::int64_t>("SELECT 1 UNION ALL SELECT 2"), db::NotOne);
    EXPECT_EQ(session->all<std::int64_t>("SELECT 1 UNION ALL SELECT 2").size(), 2U);
}

EACH_ENGINE(Db, a_struct_and_its_columns_must_agree) {
    db::testing::Fresh database(engine, {tables});
    auto session = database->read();
    EXPECT_THROW(session->all<Short>("SELECT id FROM circles"), db::Broken);
    EXPECT_THROW(session->all<Short>("SELECT id, title, level FROM circles"), db::Broken);
    EXPECT_THROW(session->all<std::string>("SELECT title, level FROM circles"), db::Broken);
    EXPECT_THROW(session->all<std::string>("SELECT title FROM circles WHERE id = $1"), db::Broken);
}

EACH_ENGINE(Db, null_is_never_read_as_zero) {
    db::testing::Fresh database(engine, {tables});
    database->write([](db::Tx& tx) { insert(tx, wednesday); });
    auto session = database->read();
    EXPECT_THROW(session->one<std::int64_t>("SELECT people FROM circles"), db::Broken);
    EXPECT_EQ(session->one<std::optional<std::int64_t>>("SELECT people FROM circles"), std::nullopt);
    EXPECT_THROW(session->one<std::int64_t>("SELECT share FROM circles"), db::Broken);
}

EACH_ENGINE(Db, rows_changed_are_counted) {
    db::testing::Fresh database(engine, {tables});
    database->write([](db::Tx& tx) { insert(tx, wednesday); });
    EXPECT_EQ(database->write([](db::Tx& tx) { return tx.run("UPDATE circles SET open = $1", false); }), 1);
    EXPECT_EQ(database->write([](db::Tx& tx) { return tx.run("DELETE FROM circles WHERE open = $1", true); }), 0);
}

EACH_ENGINE(Db, a_write_that_throws_leaves_nothing) {
    db::testing::Fresh database(engine, {tables});
    const auto failing = [](db::Tx& tx) {
        insert(tx, wednesday);
        throw std::runtime_error("no");
    };
    EXPECT_THROW(database->write(failing), std::runtime_error);
    EXPECT_EQ(count(*database), 0);
}

EACH_ENGINE(Db, a_unique_rule_is_named_alike_on_both_engines) {
    db::testing::Fresh database(engine, {tables});
    database->write([](db::Tx& tx) { insert(tx, wednesday); });
    auto twin = wednesday;
    twin.id = {8};
    try {
        database->write([&](db::Tx& tx) { insert(tx, twin); });
        FAIL();
    } catch (const db::Conflict& conflict) {
        EXPECT_EQ(conflict.rule(), db::Conflict::Rule::unique);
        EXPECT_EQ(conflict.constraint(), "circles.title, circles.level");
    }
}

EACH_ENGINE(Db, a_row_that_points_nowhere_is_refused) {
    db::testing::Fresh database(engine, {tables});
    const auto orphan = [](db::Tx& tx) { tx.run("INSERT INTO sessions (id, circle_id) VALUES (1, $1)", CircleId{99}); };
    try {
        database->write(orphan);
        FAIL();
    } catch (const db::Conflict& conflict) {
        EXPECT_EQ(conflict.rule(), db::Conflict::Rule::foreign_key);
    }
}

EACH_ENGINE(Db, rows_can_be_streamed_and_left_half_way) {
    db::testing::Fresh database(engine, {tables});
    auto session = database->read();
    std::int64_t sum = 0;
    const auto add_up_to_1000 = [&](std::int64_t n) {
        if (n > 1000) throw std::runtime_error("enough");
        sum += n;
    };
    EXPECT_THROW(session->each<std::int64_t>(
                     "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n", add_up_to_1000),
                 std::runtime_error);
    EXPECT_EQ(sum, 500500);
    EXPECT_EQ(session->one<std::int64_t>("SELECT 1"), 1);
}

EACH_ENGINE(Db, a_write_inside_a_write_is_refused_and_does_not_wait_for_itself) {
    db::testing::Fresh database(engine, {tables});
    const auto nested = [&](db::Tx&) { database->write([](db::Tx&) {}); };
    EXPECT_THROW(database->write(nested), db::Broken);
    database->write([](db::Tx& tx) { insert(tx, wednesday); });
}

EACH_ENGINE(Db, text_compares_by_bytes_and_like_tells_case) {
    db::testing::Fresh database(engine, {tables});
    database->write([](db::Tx& tx) {
        for (const char* name : {"b", "B", "a", "ก"}) tx.run("INSERT INTO counters (name, last) VALUES ($1, 0)", name);
    });
    auto session = database->read();
    EXPECT_EQ(session->all<std::string>("SELECT name FROM counters ORDER BY name"), (std::vector<std::string>{"B", "a", "b", "ก"}));
    EXPECT_EQ(session->one<std::int64_t>("SELECT count(*) FROM counters WHERE name LIKE 'b%'"), 1);
}

EACH_ENGINE(Db, a_commit_wakes_those_who_wait) {
    db::testing::Fresh database(engine, {tables});
    const auto before = database->commits().beats();
    database->write([](db::Tx&) {});
    EXPECT_GT(database->commits().beats(), before);
}

EACH_ENGINE(Db, another_process_is_heard) {
    db::testing::Fresh database(engine, {tables});
    const auto other = db::Database::open(database.address(), {}, db::testing::Fresh::system_clock());
    database->hear_others();
    const auto first = database->news().wait(0, std::chrono::seconds(10));
    other->write([&](db::Tx& tx) { insert(tx, wednesday); });
    other->announce();
    EXPECT_GT(database->news().wait(first, std::chrono::seconds(10)), first);
}

}  // namespace
