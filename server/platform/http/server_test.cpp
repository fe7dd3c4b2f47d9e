#include "http/server.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <atomic>

#include <filesystem>
#include <fstream>
#include <functional>
#include <latch>
#include <thread>

#include "http/net/server_test.hpp"

namespace {

using http::net::RawClient;
using ServerTest = http::net::ServerTest;
using namespace std::chrono_literals;

std::string get(std::string_view path, std::string_view more = {}) {
    return "GET " + std::string{path} + " HTTP/1.1\r\nHost: here\r\n" + std::string{more} + "\r\n";
}

std::string post(std::string_view body, std::string_view more = {}) {
    return "POST /p HTTP/1.1\r\nHost: here\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string{more} + "\r\n" +
           std::string{body};
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

TEST_F(ServerTest, one_connection_serves_many_requests_in_turn) {
    auto client = connect();
    EXPECT_TRUE(client.exchange(get("/a?x=1")).ends_with("\r\n\r\n/a|"));
    EXPECT_TRUE(client.exchange(post("words")).ends_with("\r\n\r\n/p|words"));
    EXPECT_TRUE(client.exchange(get("/healthz")).ends_with("well"));
}

TEST_F(ServerTest, requests_sent_ahead_are_answered_in_order_and_none_is_lost) {
    auto client = connect();
    std::string ahead;
    for (int i = 0; i < 50; ++i)
        ahead += i % 3 == 0 ? get("/healthz") : i % 3 == 1 ? get("/" + std::to_string(i)) : post(std::to_string(i));
    client.send(ahead);
    for (int i = 0; i < 50; ++i) {
        const auto wanted = i % 3 == 0 ? "well" : i % 3 == 1 ? "/" + std::to_string(i) + "|" : "/p|" + std::to_string(i);
        EXPECT_TRUE(client.read_response().ends_with("\r\n\r\n" + wanted)) << i;
    }
}

TEST_F(ServerTest, a_request_that_comes_byte_by_byte_is_understood) {
    auto client = connect();
    for (const char c : post("slow", "Transfer-X: y\r\n")) client.send({&c, 1});
    EXPECT_TRUE(client.read_response().ends_with("/p|slow"));
}

TEST_F(ServerTest, a_chunked_body_is_joined) {
    auto client = connect();
    client.send("POST /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;ext=1\r\n");
    client.send("de\r\n0\r\nTrailer: x\r\n\r\n");
    EXPECT_TRUE(client.read_response().ends_with("/p|abcde"));
    EXPECT_TRUE(client.exchange(get("/b")).ends_with("/b|"));
}

TEST_F(ServerTest, what_is_not_plain_http_is_refused_by_name) {
    const struct {
        std::string request, status, code;
    } cases[] = {
        {"GET / HTTP/1.1\r\n\r\n", "400", "host_missing"},
        {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400", "host_missing"},
        {"GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n folded\r\n\r\n", "400", "folded_header"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", "501", "transfer_encoding_unknown"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc", "400", "bad_request"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", "400", "bad_request"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", "400", "bad_request"},
        {"GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n", "400", "bad_request"},
        {"GET nowhere HTTP/1.1\r\nHost: a\r\n\r\n", "400", "bad_request"},
        {"GARBAGE\r\n\r\n", "400", "bad_request"},
        {"GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n", "431", "head_too_large"},
        {"GET /search?q=" + std::string(100'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n", "414", "address_too_long"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2147483648\r\n\r\n", "413", "body_too_large"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n800\r\n" + std::string(2048, 'x') + "\r\n", "413",
         "body_too_large"},
        {"POST / HTTP/1.1\r\nHost: a\r\nOrigin: https://evil\r\nContent-Length: 0\r\n\r\n", "403", "foreign_origin"},
        {"POST / HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-site\r\nContent-Length: 0\r\n\r\n", "403", "foreign_origin"},
    };
    for (const auto& each : cases) {
        const auto reply = connect().exchange(each.request);
        EXPECT_TRUE(reply.starts_with("HTTP/1.1 " + each.status)) << each.request.substr(0, 80) << "\n" << reply;
        EXPECT_TRUE(reply.ends_with(each.code)) << each.request.substr(0, 80) << "\n" << reply;
    }
}

TEST_F(ServerTest, our_own_pages_may_send_changes) {
    auto client = connect();
    EXPECT_TRUE(client.exchange(post("1", "Origin: http://here\r\n")).ends_with("/p|1"));
    EXPECT_TRUE(client.exchange(post("2", "Origin: http://here\r\nSec-Fetch-Site: same-origin\r\n")).ends_with("/p|2"));
}

TEST_F(ServerTest, a_client_that_dawdles_over_its_head_is_told_and_cut_off) {
    options.head_time = 100ms;
    auto client = connect();
    client.send("GET / HT");
    EXPECT_TRUE(has(client.read_all(), " 408 "));
    EXPECT_TRUE(client.is_closed());
}

TEST_F(ServerTest, a_body_that_stops_coming_is_given_up) {
    options.stall_time = 100ms;
    auto client = connect();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");
    EXPECT_TRUE(has(client.read_all(), " 408 "));
}

TEST_F(ServerTest, a_client_that_asks_first_is_told_to_send_or_why_not) {
    auto client = connect();
    client.send("POST /p HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_TRUE(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 100"));
    EXPECT_TRUE(client.exchange("ok").ends_with("/p|ok"));
    EXPECT_TRUE(
        client.exchange("POST /p HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5000\r\n\r\n").starts_with("HTTP/1.1 413"));
}

TEST_F(ServerTest, when_all_workers_are_busy_and_the_queue_is_full_the_rest_is_asked_to_come_back_but_health_still_answers) {
    options.workers = 1;
    options.queue = 1;
    std::latch release{1};
    std::atomic<int> begun = 0;
    app.answer = [&](http::Request&) {
        ++begun;
        release.wait();
        return http::Response::text(200, "text/plain", "done");
    };
    auto first = connect(), second = connect(), third = connect(), fourth = connect();
    first.send(get("/1"));
    while (begun == 0) std::this_thread::sleep_for(1ms);
    second.send(get("/2"));
    std::this_thread::sleep_for(50ms);
    const auto refused = third.exchange(get("/3"));
    EXPECT_TRUE(refused.starts_with("HTTP/1.1 503"));
    EXPECT_TRUE(has(refused, "Retry-After: 2\r\n"));
    EXPECT_TRUE(fourth.exchange(get("/healthz")).ends_with("well"));
    release.count_down();
    EXPECT_TRUE(first.read_response().ends_with("done"));
    EXPECT_TRUE(second.read_response().ends_with("done"));
    EXPECT_TRUE(third.exchange(get("/again")).ends_with("done"));
}

TEST_F(ServerTest, what_a_handler_throws_becomes_one_reply_and_the_connection_lives) {
    app.answer = [](http::Request& request) -> http::Response {
        if (request.path() == "/bad") throw std::runtime_error("no");
        return http::Response::text(200, "text/plain", "good");
    };
    auto client = connect();
    EXPECT_TRUE(client.exchange(get("/bad")).starts_with("HTTP/1.1 500"));
    EXPECT_TRUE(client.exchange(get("/")).ends_with("good"));
}

TEST_F(ServerTest, a_stop_finishes_what_has_begun_and_lets_idle_connections_go) {
    std::latch begun{1};
    app.answer = [&](http::Request&) {
        begun.count_down();
        std::this_thread::sleep_for(200ms);
        return http::Response::text(200, "text/plain", "finished");
    };
    auto busy = connect(), idle = connect();
    busy.send(get("/"));
    begun.wait();
    const auto before = std::chrono::steady_clock::now();
    server->stop();
    const auto reply = busy.read_response();
    EXPECT_TRUE(reply.ends_with("finished"));
    EXPECT_TRUE(has(reply, "Connection: close"));
    EXPECT_EQ(idle.read_all(), "");
    EXPECT_TRUE(idle.is_closed());
    stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 3s);
}

TEST_F(ServerTest, a_page_the_browser_has_is_not_sent_again) {
    auto client = connect();
    const auto reply = client.exchange(get("/a"));
    const auto at = reply.find("ETag: ") + 6;
    const auto etag = reply.substr(at, reply.find("\r\n", at) - at);
    const auto again = client.exchange(get("/a", "If-None-Match: \"other\", " + etag + "\r\n"));
    EXPECT_TRUE(again.starts_with("HTTP/1.1 304"));
    EXPECT_TRUE(again.ends_with("\r\n\r\n"));
    EXPECT_TRUE(client.exchange(get("/b", "If-None-Match: " + etag + "\r\n")).starts_with("HTTP/1.1 200"));
}

TEST_F(ServerTest, head_gives_the_head_of_get) {
    auto client = connect();
    client.send("HEAD /abc HTTP/1.1\r\nHost: h\r\n\r\n" + get("/next"));
    EXPECT_TRUE(has(client.read_until("\r\n\r\n"), "Content-Length: 5\r\n"));
    EXPECT_TRUE(client.read_response().ends_with("/next|"));
}

TEST_F(ServerTest, a_large_reply_reaches_a_slow_reader_whole) {
    const std::string large(20'000'000, 'x');
    app.answer = [&](http::Request&) { return http::Response::text(200, "application/octet-stream", large); };
    auto client = connect();
    client.send(get("/"));
    std::this_thread::sleep_for(100ms);
    const auto reply = client.read_response();
    EXPECT_EQ(reply.size() - reply.find("\r\n\r\n") - 4, large.size());
}

TEST_F(ServerTest, a_file_is_sent_from_disk) {
    const auto path = options.spool / "photo";
    std::ofstream{path} << std::string(3'000'000, 'p');
    app.answer = [&](http::Request&) {
        http::Response response;
        response.body = http::FileBytes{http::Descriptor{::open(path.c_str(), O_RDONLY)}, 3'000'000};
        return response;
    };
    const auto reply = connect().exchange(get("/"));
    EXPECT_EQ(reply.size() - reply.find("\r\n\r\n") - 4, 3'000'000u);
}

TEST_F(ServerTest, a_part_of_a_file_is_sent_if_it_is_asked_for) {
    const auto path = options.spool / "sound";
    std::ofstream{path} << "0123456789";
    app.answer = [&](http::Request&) {
        http::Response response;
        response.headers.set("ETag", "\"a\"");
        response.body = http::FileBytes{http::Descriptor{::open(path.c_str(), O_RDONLY)}, 10};
        return response;
    };
    auto client = connect();
    const auto ask = [&](const std::string& fields) { return client.exchange("GET / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n"); };
    const auto part = ask("Range: bytes=3-5\r\n");
    EXPECT_TRUE(part.starts_with("HTTP/1.1 206 ")) << part;
    EXPECT_NE(part.find("Content-Range: bytes 3-5/10\r\n"), std::string::npos) << part;
    EXPECT_TRUE(part.ends_with("\r\n\r\n345")) << part;
    EXPECT_TRUE(ask("Range: bytes=-2\r\nIf-Range: \"a\"\r\n").ends_with("\r\n\r\n89"));
    const auto changed = ask("Range: bytes=3-5\r\nIf-Range: \"b\"\r\n");
    EXPECT_TRUE(changed.starts_with("HTTP/1.1 200 ") && changed.ends_with("0123456789")) << changed;
    const auto beyond = ask("Range: bytes=10-\r\n");
    EXPECT_TRUE(beyond.starts_with("HTTP/1.1 416 ")) << beyond;
    EXPECT_NE(beyond.find("Content-Range: bytes */10\r\n"), std::string::npos) << beyond;
    EXPECT_NE(ask("").find("Accept-Ranges: bytes\r\n"), std::string::npos);
}

TEST_F(ServerTest, two_thousand_quiet_connections_do_not_keep_others_waiting) {
    std::vector<RawClient> quiet;
    quiet.reserve(2000);
    for (int i = 0; i < 2000; ++i) quiet.push_back(connect());
    EXPECT_TRUE(quiet[1999].exchange(get("/first")).ends_with("/first|"));
    EXPECT_TRUE(quiet[0].exchange(get("/last")).ends_with("/last|"));
}

TEST_F(ServerTest, more_connections_than_allowed_are_turned_away_with_a_word) {
    options.max_connections = 2;
    auto one = connect(), two = connect();
    EXPECT_TRUE(one.exchange(get("/")).ends_with("/|"));
    EXPECT_TRUE(two.exchange(get("/")).ends_with("/|"));
    EXPECT_TRUE(connect().exchange(get("/")).starts_with("HTTP/1.1 503"));
}

}  // namespace
