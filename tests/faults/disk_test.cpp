// The power is cut while many write; the disk fills up and is emptied again.

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "db/db.hpp"
#include "db/testing.hpp"
#include "faults/faulty_disk.hpp"
#include "faults/notes.hpp"
#include "journal/sealer.hpp"

namespace {

std::string place(std::string_view name) {
    return "/dev/shm/lomwong_disk_" + std::to_string(getpid()) + "_" + std::string(name);
}

void remove(const std::string& path) {
    for (const char* suffix : {"", "-wal", "-shm", "-slots"}) std::filesystem::remove(path + suffix);
}

std::unique_ptr<db::Database> open(const std::string& path) {
    return db::Database::open({db::Engine::sqlite, path}, {}, db::testing::Fresh::system_clock());
}

// Those who write, and what was acknowledged to them.
class Writers {
  public:
    explicit Writers(db::Database& database) {
        for (int i = 0; i < 8; ++i)
            threads_.emplace_back([this, &database](const std::stop_token& stop) {
                while (!stop.stop_requested()) acknowledge(faults::write_note(database, std::string(700, 'x')).value);
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

TEST(Disk, what_was_acknowledged_survives_a_power_cut_at_any_moment) {
    const auto path = place("power.db");
    const auto after = place("power_after.db");
    faults::FaultyDisk disk;
    {
        const auto database = open(path);
        database->migrate(faults::note_migrations());
        const journal::Sealer sealer(*database);
        Writers writers(*database);
        for (unsigned cut = 0; cut < 20; ++cut) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20 + cut));
            const auto acknowledged = writers.acknowledged();
            disk.copy_as_after_power_cut(path, after, cut);
            faults::expect_kept(*open(after), acknowledged);
            remove(after);
        }
        EXPECT_GT(writers.acknowledged().size(), 100U);
    }
    remove(path);
}

// What a power cut of this disk leaves: all that was acknowledged, or not.
bool survives_power_cut(faults::FaultyDisk& disk, const std::string& path, Writers& writers, unsigned dice) {
    const auto after = place("lying_after.db");
    const auto acknowledged = writers.acknowledged();
    disk.copy_as_after_power_cut(path, after, dice);
    bool whole = false;
    try {
        whole = faults::lost(*open(after), acknowledged).empty();
    } catch (const db::Error&) {
        whole = false;  // not even a database any more
    }
    remove(after);
    return whole;
}

// Shows that the test above can fail.
TEST(Disk, without_syncing_a_power_cut_loses_what_was_acknowledged_and_that_is_seen) {
    const auto path = place("lying.db");
    faults::FaultyDisk disk;
    {
        const auto database = open(path);
        database->migrate(faults::note_migrations());
        disk.ignore_syncs();
        Writers writers(*database);
        while (writers.acknowledged().size() < 100) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        for (unsigned cut = 0; cut < 5; ++cut) EXPECT_FALSE(survives_power_cut(disk, path, writers, cut)) << cut;
    }
    remove(path);
}

TEST(Disk, a_full_disk_is_named_loses_nothing_and_is_forgotten_when_there_is_room) {
    const auto path = place("full.db");
    faults::FaultyDisk disk;
    {
        const auto database = open(path);
        database->migrate(faults::note_migrations());
        std::vector<std::int64_t> acknowledged;
        disk.fill_up(300'000);
        try {
            for (;;) acknowledged.push_back(faults::write_note(*database, std::string(2000, 'x')).value);
        } catch (const db::Gone& gone) {
            EXPECT_NE(std::string_view(gone.what()).find("the disk is full"), std::string_view::npos) << gone.what();
        }
        EXPECT_GT(acknowledged.size(), 5U);
        EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM notes"), static_cast<std::int64_t>(acknowledged.size()));
        disk.make_room();
        acknowledged.push_back(faults::write_note(*database, "again").value);
        EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM notes"), static_cast<std::int64_t>(acknowledged.size()));
    }
    faults::expect_kept(*open(path), {});
    remove(path);
}

}  // namespace
