#include "http/events.hpp"

#include <gtest/gtest.h>

#include "http/net/server_test.hpp"

namespace {

using http::net::RawClient;

class EventsTest : public http::net::ServerTest {
  protected:
    std::shared_ptr<http::Channel> channel = http::make_channel();

    EventsTest() {
        app.answer = [this](http::Request& request) {
            http::Response response;
            const auto last = std::string{request.header("Last-Event-ID")};
            response.body = http::EventStream{channel, {}, last.empty() ? 0 : std::stoll(last)};
            return response;
        };
    }

    RawClient listen(std::string_view more = {}) {
        auto client = connect();
        client.send("GET /live HTTP/1.1\r\nHost: h\r\n" + std::string{more} + "\r\n");
        EXPECT_NE(client.read_until("\r\n\r\n").find("Content-Type: text/event-stream"), std::string::npos);
        return client;
    }
};

TEST_F(EventsTest, what_is_published_reaches_all_who_listen) {
    auto one = listen(), two = listen();
    http::publish(*channel, {7, "noted", "แรก\nสอง"});
    for (auto* each : {&one, &two}) EXPECT_EQ(each->read_until("\n\n"), "id: 7\nevent: noted\ndata: แรก\ndata: สอง\n\n");
}

TEST_F(EventsTest, who_comes_back_gets_what_was_missed_and_nothing_twice) {
    for (int id = 1; id <= 5; ++id) http::publish(*channel, {id, "", "n" + std::to_string(id)});
    auto client = listen("Last-Event-ID: 3\r\n");
    EXPECT_EQ(client.read_until("n5\n\n"), "id: 4\ndata: n4\n\nid: 5\ndata: n5\n\n");
    http::publish(*channel, {5, "", "again"});
    http::publish(*channel, {6, "", "n6"});
    EXPECT_EQ(client.read_until("n6\n\n"), "id: 6\ndata: n6\n\n");
}

TEST_F(EventsTest, a_stream_holds_no_worker) {
    options.workers = 1;
    std::vector<RawClient> streams;
    streams.reserve(20);
    for (int i = 0; i < 20; ++i) streams.push_back(listen());
    auto client = connect();
    EXPECT_EQ(client.exchange("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n").substr(9, 3), "200");
    http::publish(*channel, {1, "", "all"});
    for (auto& stream : streams) EXPECT_EQ(stream.read_until("\n\n"), "id: 1\ndata: all\n\n");
}

TEST_F(EventsTest, who_does_not_read_is_cut_off_and_holds_nobody_up) {
    auto deaf = listen(), keen = listen();
    const std::string much(60'000, 'x');
    for (int id = 1; id <= 200; ++id) {
        http::publish(*channel, {id, "", much});
        keen.read_until("\n\n");
    }
    deaf.read_all();
    EXPECT_TRUE(deaf.is_closed());
    EXPECT_FALSE(keen.is_closed());
}

TEST_F(EventsTest, a_channel_may_outlive_the_server) {
    auto client = listen();
    stop();
    http::publish(*channel, {1, "", "nobody"});
    client.read_all();
    EXPECT_TRUE(client.is_closed());
}

}  // namespace
