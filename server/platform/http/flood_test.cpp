// What the network layer does when very many come at once: it takes as many as it is told to, and turns the rest away with a word.

#include <gtest/gtest.h>

#include <algorithm>
#include <latch>
#include <vector>

#include "http/events.hpp"
#include "http/net/server_test.hpp"

namespace {

using http::net::RawClient;

class FloodTest : public http::net::ServerTest {
  protected:
    std::vector<RawClient> crowd(std::size_t size) {
        std::vector<RawClient> clients;
        clients.reserve(size);
        for (std::size_t i = 0; i < size; ++i) clients.push_back(connect());
        return clients;
    }
};

std::size_t count_with(std::vector<std::string>& replies, std::string_view status) {
    return static_cast<std::size_t>(std::ranges::count_if(replies, [&](const auto& reply) { return reply.substr(9, 3) == status; }));
}

TEST_F(FloodTest, of_uploads_leaves_no_more_files_on_the_disk_than_there_may_be_at_once) {
    app.rule = {.max_bytes = 1'000'000, .takes_uploads = true};
    auto clients = crowd(150);
    const std::string half =
        "POST /files HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=xyz\r\nContent-Length: 500000\r\n\r\n"
        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n" +
        std::string(100'000, 'x');
    for (auto& client : clients) client.send(half);
    std::size_t refused = 0;
    for (auto& client : clients)
        refused += client.read_until("\r\n\r\n", std::chrono::milliseconds{20}).substr(0, 12) == "HTTP/1.1 503" ? 1 : 0;
    EXPECT_EQ(refused, 150u - 64u);
    EXPECT_EQ(server->state().uploads, 64u);
    clients.clear();
    for (int i = 0; i < 100 && server->state().uploads > 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{50});
    EXPECT_EQ(server->state().uploads, 0u);
    EXPECT_TRUE(std::filesystem::is_empty(options.spool));
}

TEST_F(FloodTest, of_one_visitor_behind_a_proxy_leaves_room_for_others) {
    options.visitor_connections = 20;
    options.proxy = http::local_proxy;
    const auto channel = http::make_channel();
    app.answer = [&](http::Request& request) {
        http::Response response;
        if (request.path() == "/live") response.body = http::EventStream{channel, {}, 0};
        return response;
    };
    const auto from = [](std::string_view path, std::string_view visitor) {
        return "GET " + std::string(path) + " HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: " + std::string(visitor) + "\r\n\r\n";
    };
    auto clients = crowd(30);
    std::vector<std::string> replies;
    replies.reserve(clients.size());
    for (auto& client : clients) client.send(from("/live", "203.0.113.9"));
    for (auto& client : clients) replies.push_back(client.read_until("\r\n\r\n"));
    EXPECT_EQ(count_with(replies, "200"), 20u);
    EXPECT_EQ(count_with(replies, "503"), 10u);
    auto shared = connect();  // the proxy sends the questions of many over one connection
    for (int i = 0; i < 50; ++i) EXPECT_EQ(shared.exchange(from("/", "2001:db8::" + std::to_string(i + 1))).substr(9, 3), "200") << i;
    clients.clear();
    for (int i = 0; i < 100 && server->state().visitors > 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{20});
    EXPECT_EQ(server->state().visitors, 0u);
    EXPECT_EQ(connect().exchange(from("/", "203.0.113.9")).substr(9, 3), "200") << "who has gone may come again";
}

TEST_F(FloodTest, of_one_visitor_who_comes_directly_ends_at_the_door) {
    options.visitor_connections = 20;
    auto clients = crowd(30);
    std::size_t turned_away = 0;
    for (auto& client : clients) turned_away += client.read_all(std::chrono::milliseconds{20}).starts_with("HTTP/1.1 503") ? 1 : 0;
    EXPECT_EQ(turned_away, 10u);
    clients.erase(clients.begin());
    for (int i = 0; i < 100 && server->state().connections >= 20; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{20});
    EXPECT_EQ(connect().exchange("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n").substr(9, 3), "200");
}

TEST_F(FloodTest, of_event_streams_ends_at_the_connections_that_there_may_be) {
    options.max_connections = 50;
    const auto channel = http::make_channel();
    app.answer = [&](http::Request&) {
        http::Response response;
        response.body = http::EventStream{channel, {}, 0};
        return response;
    };
    auto clients = crowd(120);
    std::vector<std::string> replies;
    replies.reserve(clients.size());
    for (auto& client : clients) client.send("GET /live HTTP/1.1\r\nHost: h\r\n\r\n");
    for (auto& client : clients) replies.push_back(client.read_until("\r\n\r\n"));
    EXPECT_EQ(count_with(replies, "200"), 50u);
    EXPECT_EQ(count_with(replies, "503"), 70u);
    clients.erase(clients.begin());
    for (int i = 0; i < 100 && server->state().connections >= 50; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{20});
    EXPECT_EQ(connect().exchange("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n").substr(9, 3), "200") << "when one goes another may come";
}

TEST_F(FloodTest, of_slow_questions_waits_in_a_queue_that_ends_and_all_are_answered) {
    options.workers = 2;
    options.queue = 10;
    std::latch release{1};
    app.answer = [&](http::Request&) {
        release.wait();
        return http::Response::text(200, "text/plain", "found");
    };
    auto clients = crowd(100);
    for (auto& client : clients) client.send("GET /search?q=x HTTP/1.1\r\nHost: h\r\n\r\n");
    auto other = connect();
    EXPECT_EQ(other.exchange("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n").substr(9, 3), "200");
    EXPECT_LE(server->state().waiting, 12u);
    std::this_thread::sleep_for(std::chrono::milliseconds{200});
    release.count_down();
    std::vector<std::string> replies;
    replies.reserve(clients.size());
    for (auto& client : clients) replies.push_back(client.read_response());
    EXPECT_EQ(count_with(replies, "200") + count_with(replies, "503"), 100u);
    EXPECT_GE(count_with(replies, "200"), 12u);
    EXPECT_GE(count_with(replies, "503"), 80u);
}

}  // namespace
