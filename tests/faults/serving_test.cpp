// What callers see while the world beneath the server breaks.

#include <sys/mount.h>
#include <sys/resource.h>

#include <atomic>
#include <filesystem>
#include <fstream>

#include "db/sqlite/connection.hpp"
#include "faults/faulty_disk.hpp"
#include "faults/forwarder.hpp"
#include "faults/whole_server.hpp"
#include "http/events.hpp"
#include "http/net/server_test.hpp"

namespace {

using namespace std::chrono_literals;
using faults::has;
using faults::WholeServer;

const base::Clock& clock() {
    return db::testing::Fresh::system_clock();
}

TEST(Serving, while_the_database_is_gone_callers_are_asked_to_come_back_and_afterwards_all_is_well) {
    if (!db::testing::postgres_given()) GTEST_SKIP() << "not run: LOMWONG_TEST_POSTGRES is not set";
    const db::testing::Fresh fresh{db::Engine::postgres, {}};
    faults::Forwarder road{faults::port_of(fresh.address().where)};
    WholeServer server{
        db::Database::open(db::Address::parse(faults::with_port(fresh.address().where, road.port())), {.patience = 500ms}, clock())};
    ASSERT_TRUE(has(server.write_note(), " 204 "));

    road.cut();
    for (const auto& reply : {server.count_notes(), server.write_note()}) {
        EXPECT_TRUE(has(reply, " 503 ")) << reply;
        EXPECT_TRUE(has(reply, "Retry-After: 5\r\n")) << reply;
        EXPECT_TRUE(has(reply, "\"code\":\"database_gone\"")) << reply;
    }
    EXPECT_TRUE(has(server.health(), " 503 "));

    road.mend();
    EXPECT_TRUE(has(server.health(), " 200 "));
    EXPECT_TRUE(has(server.write_note(), " 204 "));
    EXPECT_TRUE(has(server.count_notes(), "{\"notes\":2}"));
}

TEST(Serving, while_the_disk_under_sqlite_answers_nothing_callers_are_asked_to_come_back_and_afterwards_all_is_well) {
    faults::FaultyDisk disk;
    const db::testing::Fresh fresh{db::Engine::sqlite, {}};
    WholeServer server{db::Database::open(fresh.address(), {.patience = 500ms}, clock())};
    ASSERT_TRUE(has(server.write_note(), " 204 "));

    disk.unplug();
    const auto reply = server.write_note();
    EXPECT_TRUE(has(reply, " 503 ")) << reply;
    EXPECT_TRUE(has(reply, "Retry-After: 5\r\n")) << reply;
    EXPECT_TRUE(has(reply, "\"code\":\"database_gone\"")) << reply;
    EXPECT_TRUE(has(server.health(), " 503 ")) << server.health();

    disk.plug_in();
    EXPECT_TRUE(has(server.write_note(), " 204 "));
    EXPECT_TRUE(has(server.count_notes(), "{\"notes\":2}"));
    EXPECT_TRUE(has(server.health(), " 200 "));
}

TEST(Serving, while_another_program_holds_the_file_writers_are_asked_to_come_back_and_readers_read) {
    const db::testing::Fresh fresh{db::Engine::sqlite, {}};
    WholeServer server{db::Database::open(fresh.address(), {.patience = 300ms}, clock())};
    ASSERT_TRUE(has(server.write_note(), " 204 "));
    {
        db::sqlite::Connection other{fresh.address().where, db::sqlite::Mode::write, 1s};
        other.script("BEGIN IMMEDIATE");
        const auto reply = server.write_note();
        EXPECT_TRUE(has(reply, " 503 ")) << reply;
        EXPECT_TRUE(has(reply, "Retry-After: 5\r\n")) << reply;
        EXPECT_TRUE(has(reply, "\"code\":\"busy\"")) << reply;
        EXPECT_TRUE(has(server.count_notes(), "{\"notes\":1}"));
        other.script("ROLLBACK");
    }
    EXPECT_TRUE(has(server.write_note(), " 204 "));
}

// A disk of a few megabytes, which only the superuser may make.
class SmallDisk {
  public:
    SmallDisk() {
        std::filesystem::create_directories(folder);
        is_there = ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=3m") == 0;
    }
    ~SmallDisk() {
        if (is_there) ::umount(folder.c_str());
        std::filesystem::remove_all(folder);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("lomwong-disk-" + std::to_string(::getpid()));
    bool is_there = false;
};

TEST(Serving, when_the_disk_is_full_the_writer_is_told_and_nothing_acknowledged_is_lost) {
    const SmallDisk disk;
    if (!disk.is_there) GTEST_SKIP() << "not run: needs the right to mount a small disk";
    const auto ballast = disk.folder / "ballast";
    WholeServer server{db::Database::open({db::Engine::sqlite, (disk.folder / "small.sqlite").string()}, {}, clock())};
    ASSERT_TRUE(has(server.write_note(), " 204 "));
    std::ofstream{ballast} << std::string(4 << 20, 'x');  // as much as fits

    int stored = 1;
    std::string reply;
    for (; stored < 1000; ++stored) {
        reply = server.write_note(std::string(180, 'x'));
        if (!has(reply, " 204 ")) break;
    }
    EXPECT_TRUE(has(reply, " 507 ")) << reply;
    EXPECT_TRUE(has(reply, "\"code\":\"disk_full\"")) << reply;
    EXPECT_TRUE(has(server.count_notes(), "{\"notes\":" + std::to_string(stored) + "}")) << server.count_notes();

    std::filesystem::remove(ballast);
    EXPECT_TRUE(has(server.write_note(), " 204 "));
    EXPECT_TRUE(has(server.count_notes(), "{\"notes\":" + std::to_string(stored + 1) + "}"));
}

static void write_until_nobody_listens(const WholeServer& server, std::atomic<int>& acknowledged) {
    try {
        while (has(server.write_note(), " 204 ")) ++acknowledged;
    } catch (const std::runtime_error&) {
        return;
    }
}

TEST(Serving, a_stop_in_the_midst_of_writing_loses_nothing_that_was_acknowledged) {
    const db::testing::Fresh fresh{db::Engine::sqlite, {}};
    std::atomic<int> acknowledged = 0;
    {
        WholeServer server{db::Database::open(fresh.address(), {}, clock())};
        std::vector<std::jthread> callers(8);
        for (auto& caller : callers) caller = std::jthread([&] { write_until_nobody_listens(server, acknowledged); });
        while (acknowledged < 50) std::this_thread::sleep_for(1ms);
        server.stop();
    }
    const auto database = db::Database::open(fresh.address(), {}, clock());
    EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM notes"), acknowledged);
}

class Crowd : public http::net::ServerTest {};

TEST_F(Crowd, five_thousand_streams_are_held_by_one_thread_with_little_memory_and_all_hear_a_word) {
    constexpr int streams = 5000;
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < 2 * streams + 100)
        GTEST_SKIP() << "not run: needs " << 2 * streams + 100 << " descriptors, has " << limit.rlim_cur;

    options.queue = streams;  // all ask at once, and a slow machine has few workers
    const auto channel = http::make_channel();
    app.answer = [&](http::Request&) {
        http::Response response;
        response.body = http::EventStream{channel, {}, 0};
        return response;
    };
    std::vector<http::net::RawClient> listeners;
    for (int i = 0; i < streams; ++i) {
        listeners.push_back(connect());
        listeners.back().send("GET /live HTTP/1.1\r\nHost: h\r\n\r\n");
    }
    for (auto& listener : listeners) ASSERT_TRUE(has(listener.read_until("\r\n\r\n", 30s), "text/event-stream"));
    http::publish(*channel, {1, "", "ทุกคน"});
    for (auto& listener : listeners) ASSERT_EQ(listener.read_until("\n\n", 30s), "id: 1\ndata: ทุกคน\n\n");
}

}  // namespace
