// A process is killed at a random moment while many write; whatever it said was written must be there afterwards.

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <random>
#include <thread>
#include <vector>

#include "db/db.hpp"
#include "db/testing.hpp"
#include "faults/notes.hpp"
#include "journal/journal.hpp"
#include "journal/sealer.hpp"

namespace {

void acknowledge(faults::NoteId note, int to) {
    // Eight bytes go into a pipe whole or not at all.
    if (write(to, &note.value, sizeof note.value) != sizeof note.value) std::_Exit(1);
}

// The victim: writes until it is killed.
[[noreturn]] void write_for_ever(const db::Address& address, int acknowledge_to) {
    const auto database = db::Database::open(address, {}, db::testing::Fresh::system_clock());
    const journal::Sealer sealer(*database);
    std::vector<std::jthread> writers(8);
    for (auto& writer : writers)
        writer = std::jthread([&] {
            for (;;) acknowledge(faults::write_note(*database, "บันทึกของวง"), acknowledge_to);
        });
    for (;;) pause();
}

// Starts the victim, lets it live for that long, and returns what it said was written.
std::vector<std::int64_t> kill_after(const db::Address& address, std::chrono::milliseconds life) {
    std::array<int, 2> pipe_ends{};
    EXPECT_EQ(pipe(pipe_ends.data()), 0);
    const pid_t victim = fork();
    if (victim == 0) write_for_ever(address, pipe_ends[1]);
    close(pipe_ends[1]);
    std::jthread killer([&] {
        std::this_thread::sleep_for(life);
        kill(victim, SIGKILL);
    });
    std::vector<std::int64_t> acknowledged;
    for (std::int64_t id = 0; read(pipe_ends[0], &id, sizeof id) == sizeof id;) acknowledged.push_back(id);
    close(pipe_ends[0]);
    waitpid(victim, nullptr, 0);
    return acknowledged;
}

EACH_ENGINE(Killed, what_was_acknowledged_survives_and_the_journal_is_whole) {
    db::testing::Fresh database(engine, {{&faults::notes_table, 1}, journal::migrations()});
    std::mt19937 dice{std::random_device{}()};
    std::vector<std::int64_t> acknowledged;
    for (int round = 0; round < 5; ++round) {
        const auto some = kill_after(database.address(), std::chrono::milliseconds(50 + dice() % 250));
        acknowledged.insert(acknowledged.end(), some.begin(), some.end());
    }
    ASSERT_GT(acknowledged.size(), 20U);
    faults::expect_kept(*database, acknowledged);
}

}  // namespace
