#include "http/live.hpp"

#include <atomic>
#include <boost/asio/io_context.hpp>

#include "db/testing.hpp"
#include "http/net/channel.hpp"

namespace {

using namespace std::chrono_literals;

struct HandClock : base::Clock {
    [[nodiscard]] base::Instant now() const override { return {ms}; }
    std::atomic<std::int64_t> ms = 1'000'000;
};

struct Ear : http::net::Listener {
    void deliver(const http::net::SharedEvent& event) override { heard += event->bytes; }
    std::string heard;
};

class LiveTest : public testing::Test {
  protected:
    // All that comes to a page that listens, until it has heard this; or what it heard in five seconds.
    std::string hear(const std::shared_ptr<http::Channel>& channel, std::string_view until) {
        const auto network = std::make_shared<boost::asio::io_context>();
        const auto ear = std::make_shared<Ear>();
        channel->listen(network, ear);
        for (int i = 0; i < 500 && ear->heard.find(until) == std::string::npos; ++i) {
            network->poll();
            network->restart();
            std::this_thread::sleep_for(10ms);
        }
        return ear->heard;
    }

    HandClock clock;
    db::testing::Fresh database{db::Engine::sqlite, {}, clock};
    http::Live live{*database, [](std::string_view, std::string_view reason) { ADD_FAILURE() << reason; }};
};

TEST_F(LiveTest, who_listens_hears_what_changed_and_in_a_silence_that_we_are_here) {
    std::atomic<int> changes = 1;
    const auto channel = live.listen(7, [&changes, told = 0](db::Session&, base::Instant) mutable -> std::vector<http::Event> {
        if (told == changes) return {};
        told = changes;
        return {{told, "thing", std::to_string(told)}};
    });
    EXPECT_EQ(hear(channel, "data: 1\n\n"), "id: 1\nevent: thing\ndata: 1\n\n");
    changes = 2;
    EXPECT_TRUE(hear(channel, "data: 2\n\n").ends_with("id: 2\nevent: thing\ndata: 2\n\n"));
    clock.ms += 15'000;
    EXPECT_TRUE(hear(channel, "still").ends_with("event: still\ndata: {}\n\n"));
    EXPECT_EQ(live.listen(7, nullptr), channel) << "all who listen to a thing share what is told of it";
}

TEST_F(LiveTest, a_thing_that_fails_is_told_again_later) {
    std::atomic<int> calls = 0;
    std::atomic<int> complaints = 0;
    http::Live patient(*database, [&](std::string_view, std::string_view) { ++complaints; });
    const auto channel = patient.listen(8, [&](db::Session&, base::Instant) -> std::vector<http::Event> {
        if (++calls == 1) throw std::runtime_error("the disk is away");
        return {{1, "thing", "there"}};
    });
    EXPECT_NE(hear(channel, "there").find("there"), std::string::npos);
    EXPECT_EQ(complaints, 1);
}

}  // namespace
