#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "http/net/server_test.hpp"

namespace {

using namespace std::chrono_literals;

// Replies that are made piece by piece.
class PiecesTest : public http::net::ServerTest {
  protected:
    void answer(std::function<std::string()> next) {
        app.answer = [next = std::move(next)](http::Request& request) {
            if (request.path() == "/plain") return http::Response::text(200, "text/plain", "plain");
            http::Response response;
            response.body = http::Pieces{next};
            return response;
        };
    }
    static std::string get(std::string_view path = "/") { return "GET " + std::string(path) + " HTTP/1.1\r\nHost: h\r\n\r\n"; }
};

TEST_F(PiecesTest, pieces_are_joined_by_the_client_and_the_connection_serves_on) {
    answer([made = 0]() mutable { return ++made > 3 ? std::string{} : std::string(10, static_cast<char>('a' + made)); });
    auto client = connect();
    client.send(get());
    EXPECT_NE(client.read_until("\r\n\r\n").find("Transfer-Encoding: chunked\r\n"), std::string::npos);
    EXPECT_EQ(client.read_until("0\r\n\r\n"), "a\r\nbbbbbbbbbb\r\na\r\ncccccccccc\r\na\r\ndddddddddd\r\n0\r\n\r\n");
    EXPECT_TRUE(client.exchange(get("/plain")).ends_with("plain"));
}

TEST_F(PiecesTest, no_piece_is_made_before_the_one_before_it_was_taken) {
    std::atomic<int> made = 0;
    answer([&] { return ++made > 60 ? std::string{} : std::string(1 << 20, 'x'); });
    auto client = connect();
    client.send(get());
    client.read_until("\r\n\r\n");
    std::this_thread::sleep_for(300ms);
    EXPECT_LT(made, 30) << "the client has not read them";
    for (int piece = 0; piece < 60; ++piece) {
        ASSERT_EQ(client.read_until("\r\n"), "100000\r\n") << piece;
        ASSERT_EQ(client.read_until("\r\n").size(), (1U << 20) + 2) << piece;
    }
    EXPECT_EQ(client.read_until("\r\n\r\n"), "0\r\n\r\n");
    EXPECT_EQ(made, 61);
}

TEST_F(PiecesTest, a_slow_reader_holds_no_worker) {
    answer([] { return std::string(1 << 20, 'x'); });
    std::vector<http::net::RawClient> slow;
    for (unsigned i = 0; i < 4 * options.workers; ++i) {
        slow.push_back(connect());
        slow.back().send(get());
    }
    std::this_thread::sleep_for(300ms);
    EXPECT_TRUE(connect().exchange(get("/plain")).ends_with("plain"));
}

TEST_F(PiecesTest, what_cannot_be_made_to_its_end_is_cut_so_that_nobody_takes_it_for_the_whole) {
    answer([made = 0]() mutable -> std::string {
        if (++made > 1) throw std::runtime_error("the database is gone");
        return "first";
    });
    auto client = connect();
    client.send(get());
    client.read_until("\r\n\r\n");
    EXPECT_EQ(client.read_all(), "5\r\nfirst\r\n");
    EXPECT_TRUE(client.is_closed());
}

TEST_F(PiecesTest, a_client_of_http_1_0_which_knows_no_pieces_is_told_so) {
    answer([] { return std::string{}; });
    auto client = connect();
    client.send("GET / HTTP/1.0\r\nHost: h\r\n\r\n");
    const auto reply = client.read_all();
    EXPECT_TRUE(reply.starts_with("HTTP/1.1 505 ")) << reply;
    EXPECT_TRUE(reply.ends_with("http_1_1_needed")) << reply;
}

TEST_F(PiecesTest, a_head_is_asked_for_without_making_any_of_it) {
    std::atomic<int> made = 0;
    answer([&] { return ++made > 1 ? std::string{} : "x"; });
    auto client = connect();
    client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n");
    client.read_until("\r\n\r\n");
    EXPECT_TRUE(client.exchange(get("/plain")).ends_with("plain"));
    EXPECT_EQ(made, 0);
}

}  // namespace
