// The power is cut while many write; the disk fills up and is emptied again.

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "db/db.hpp"
#include "db/testing.hpp"
#include "faults/faulty_disk.hpp"
#include "journal/journal.hpp"
#include "journal/sealer.hpp"
#include "journal/verify.hpp"

namespace {

struct NoteTag;
using NoteId = base::Id<NoteTag>;

constexpr db::Migration notes{1, "0001_notes", "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"};

std::vector<db::Migration> migrations() {
    return db::together({{&notes, 1}, journal::migrations()});
}

std::string place(std::string_view name) {
    return "/dev/shm/lomwong_disk_" + std::to_string(getpid()) + "_" + std::string(name);
}

void remove(const std::string& path) {
    for (const char* suffix : {"", "-wal", "-shm", "-slots"}) std::filesystem::remove(path + suffix);
}

std::unique_ptr<db::Database> open(const std::string& path) {
    return db::Database::open({db::Engine::sqlite, path}, {}, db::testing::Fresh::system_clock());
}

std::int64_t write_note(db::Database& database, const std::string& text) {
    return database
        .write([&](db::Tx& tx) {
            const auto note = tx.new_id<NoteId>();
            tx.run("INSERT INTO notes (id, text) VALUES ($1, $2)", note, text);
            journal::record(tx, {}, "notes.written", {note, 1, text});
            return note;
        })
        .value;
}

// Those who write, and what was acknowledged to them.
class Writers {
  public:
    explicit Writers(db::Database& database) {
        for (int i = 0; i < 8; ++i)
            threads_.emplace_back([this, &database](const std::stop_token& stop) {
                while (!stop.stop_requested()) acknowledge(write_note(database, std::string(700, 'x')));
            });
    }
    std::vector<std::int64_t> acknowledged() {
        const std::lock_guard guard(mutex_);
        return acknowledged_;
    }

  private:
    void acknowledge(std::int64_t id) {
        const std::lock_guard guard(mutex_);
        acknowledged_.push_back(id);
    }

    std::mutex mutex_;
    std::vector<std::int64_t> acknowledged_;
    std::vector<std::jthread> threads_;
};

void expect_kept(const std::string& path, const std::vector<std::int64_t>& acknowledged) {
    const auto database = open(path);
    journal::seal(*database);
    auto session = database->read();
    const auto kept = session->all<std::int64_t>("SELECT id FROM notes");
    const std::set<std::int64_t> found(kept.begin(), kept.end());
    for (const auto id : acknowledged) ASSERT_TRUE(found.contains(id)) << id << " was acknowledged and is gone";
    const auto verdict = journal::verify(*session);
    EXPECT_TRUE(verdict.whole()) << verdict.faults.front().message;
    EXPECT_EQ(verdict.events, static_cast<std::int64_t>(found.size())) << "a note and its event are kept together or not at all";
}

TEST(Disk, what_was_acknowledged_survives_a_power_cut_at_any_moment) {
    const auto path = place("power.db");
    const auto after = place("power_after.db");
    faults::FaultyDisk disk;
    {
        const auto database = open(path);
        database->migrate(migrations());
        const journal::Sealer sealer(*database);
        Writers writers(*database);
        for (unsigned cut = 0; cut < 20; ++cut) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20 + cut));
            const auto acknowledged = writers.acknowledged();
            disk.copy_as_after_power_cut(path, after, cut);
            expect_kept(after, acknowledged);
            remove(after);
        }
        EXPECT_GT(writers.acknowledged().size(), 100U);
    }
    remove(path);
}

TEST(Disk, a_full_disk_is_named_loses_nothing_and_is_forgotten_when_there_is_room) {
    const auto path = place("full.db");
    faults::FaultyDisk disk;
    {
        const auto database = open(path);
        database->migrate(migrations());
        std::vector<std::int64_t> acknowledged;
        disk.fill_up(300'000);
        try {
            for (;;) acknowledged.push_back(write_note(*database, std::string(2000, 'x')));
        } catch (const db::Gone& gone) {
            EXPECT_NE(std::string_view(gone.what()).find("the disk is full"), std::string_view::npos) << gone.what();
        }
        EXPECT_GT(acknowledged.size(), 5U);
        EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM notes"), static_cast<std::int64_t>(acknowledged.size()));
        disk.make_room();
        acknowledged.push_back(write_note(*database, "again"));
        EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM notes"), static_cast<std::int64_t>(acknowledged.size()));
    }
    expect_kept(path, {});
    remove(path);
}

}  // namespace
