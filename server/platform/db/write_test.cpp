#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "base/ids.hpp"
#include "db/db.hpp"
#include "db/testing.hpp"

namespace {

struct NoteTag;
using NoteId = base::Id<NoteTag>;

constexpr db::Migration tables[] = {{1, "0001_notes", R"(
CREATE TABLE notes (id INTEGER PRIMARY KEY, number INTEGER NOT NULL) STRICT;
CREATE TABLE numbers (kind TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
INSERT INTO numbers (kind, last) VALUES ('note', 0);
)"}};

void at_once(int threads, const std::function<void(int)>& work) {
    std::vector<std::jthread> running;
    running.reserve(static_cast<std::size_t>(threads));
    for (int thread = 0; thread < threads; ++thread) running.emplace_back([&, thread] { work(thread); });
}

EACH_ENGINE(Write, sixteen_writers_get_every_number_once) {
    db::testing::Fresh database(engine, {tables});
    at_once(16, [&](int) {
        for (int i = 0; i < 10; ++i)
            database->write([](db::Tx& tx) {
                const auto last = tx.one<std::int64_t>("SELECT last FROM numbers WHERE kind = 'note'");
                tx.run("UPDATE numbers SET last = $1 WHERE kind = 'note'", last + 1);
                tx.run("INSERT INTO notes (id, number) VALUES ($1, $2)", tx.new_id<NoteId>(), last + 1);
            });
    });
    auto session = database->read();
    EXPECT_EQ(session->one<std::int64_t>("SELECT count(DISTINCT number) FROM notes"), 160);
    EXPECT_EQ(session->one<std::int64_t>("SELECT max(number) FROM notes"), 160);
}

void note(db::Tx& tx) {
    tx.run("INSERT INTO notes (id, number) VALUES ($1, 1)", tx.new_id<NoteId>());
}

void note_twice(db::Tx& tx) {
    note(tx);
    tx.run("INSERT INTO notes (id, number) SELECT id, 2 FROM notes");
}

bool may_write(db::Database& database, const std::function<void(db::Tx&)>& work) {
    try {
        database.write(work);
        return true;
    } catch (const db::Conflict&) {
        return false;
    }
}

EACH_ENGINE(Write, one_that_fails_takes_nothing_from_its_neighbours) {
    db::testing::Fresh database(engine, {tables});
    std::atomic<int> failed{0};
    at_once(16, [&](int thread) {
        for (int i = 0; i < 10; ++i)
            if (!may_write(*database, thread % 2 == 0 ? note_twice : note)) ++failed;
    });
    EXPECT_EQ(failed, 80);
    EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM notes"), 80);
}

EACH_ENGINE(Write, ids_of_two_processes_never_meet) {
    db::testing::Fresh database(engine, {tables});
    const auto other = db::Database::open(database.address(), {}, db::testing::Fresh::system_clock());
    at_once(2, [&](int which) {
        db::Database& mine = which == 0 ? *database : *other;
        for (int i = 0; i < 20; ++i)
            mine.write([](db::Tx& tx) {
                for (int n = 0; n < 20; ++n) tx.run("INSERT INTO notes (id, number) VALUES ($1, 0)", tx.new_id<NoteId>());
            });
    });
    EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM notes"), 800);
}

}  // namespace
