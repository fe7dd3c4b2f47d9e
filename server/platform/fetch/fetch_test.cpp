#include "fetch/fetch.hpp"

#include <gtest/gtest.h>

#include <latch>
#include <thread>

#include "fetch/testing.hpp"

namespace {

using fetch::Fault;
using fetch::Reply;
using fetch::testing::Asked;
using fetch::testing::reply_with;
using fetch::testing::Service;
using namespace std::chrono_literals;

constexpr fetch::Limits impatient{.connecting = 500ms, .whole = 300ms, .bytes = 1000};

Fault fault_of(const fetch::Outcome& outcome) {
    EXPECT_TRUE(std::holds_alternative<Fault>(outcome));
    return std::holds_alternative<Fault>(outcome) ? std::get<Fault>(outcome) : Fault{};
}

}  // namespace

TEST(Fetch, a_question_comes_with_its_form_and_its_authorization_and_the_answer_comes_back_whole) {
    Service service(
        [](const Asked& asked) { return reply_with(201, asked.method + " " + asked.target + " " + asked.body + "\n" + asked.head); });
    fetch::Client client;
    const auto posted = std::get<Reply>(client.send({service.url("/token?x=1"), "a=1&b=2", "Basic eDp5"}));
    EXPECT_EQ(posted.status, 201u);
    EXPECT_TRUE(posted.body.starts_with("POST /token?x=1 a=1&b=2\n")) << posted.body;
    EXPECT_NE(posted.body.find("Authorization: Basic eDp5\r\n"), std::string::npos) << posted.body;
    EXPECT_NE(posted.body.find("Content-Type: application/x-www-form-urlencoded"), std::string::npos) << posted.body;
    EXPECT_TRUE(std::get<Reply>(client.send({service.url("/"), {}, {}})).body.starts_with("GET / \n"));
    EXPECT_EQ(service.asked(), 2);
}

TEST(Fetch, nothing_is_sent_where_others_could_read_it) {
    fetch::Client client;
    for (const auto* url : {"http://example.org/", "ftp://127.0.0.1/", "file:///etc/passwd", "http://127.0.0.1.example.org/",
                            "http://localhost/", "http://user@127.0.0.1/", "gopher://127.0.0.1/", "", "//127.0.0.1/"})
        EXPECT_EQ(fault_of(client.send({url, {}, {}})), Fault::not_safe) << url;
    EXPECT_TRUE(fetch::is_safe("https://example.org/token"));
    EXPECT_FALSE(fetch::is_loopback("https://127.0.0.1/"));
}

TEST(Fetch, a_redirect_is_told_and_not_followed) {
    Service elsewhere([](const Asked&) { return reply_with(200, "inside"); });
    Service service([&](const Asked&) { return reply_with(302, "", "Location: " + elsewhere.url("/secret") + "\r\n"); });
    fetch::Client client;
    EXPECT_EQ(std::get<Reply>(client.send({service.url("/"), {}, {}})).status, 302u);
    EXPECT_EQ(elsewhere.asked(), 0);
}

TEST(Fetch, who_is_slow_who_says_too_much_and_who_is_gone_end_in_time) {
    Service slow([](const Asked&) {
        std::this_thread::sleep_for(900ms);
        return reply_with(200, "late");
    });
    Service endless([](const Asked&) { return reply_with(200, std::string(1001, 'x')); });
    Service silent([](const Asked&) { return std::string(); });
    fetch::Client client(impatient);
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_EQ(fault_of(client.send({slow.url("/"), {}, {}})), Fault::slow);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 800ms);
    EXPECT_EQ(fault_of(client.send({endless.url("/"), {}, {}})), Fault::too_large);
    EXPECT_EQ(fault_of(client.send({silent.url("/"), {}, {}})), Fault::away);
    std::string gone;
    {
        const Service service([](const Asked&) { return std::string(); });
        gone = service.url("/");
    }
    EXPECT_EQ(fault_of(client.send({gone, {}, {}})), Fault::away);
}

TEST(Fetch, a_slow_service_holds_some_askers_and_the_rest_are_told_at_once) {
    std::latch inside(2);
    std::latch go_on(1);
    Service service([&](const Asked&) {
        inside.count_down();
        go_on.wait();
        return reply_with(200, "at last");
    });
    fetch::Client client({}, 2);
    const auto ask = [&] { EXPECT_EQ(std::get<Reply>(client.send({service.url("/"), {}, {}})).body, "at last"); };
    std::jthread one(ask);
    std::jthread two(ask);
    inside.wait();
    EXPECT_EQ(fault_of(client.send({service.url("/"), {}, {}})), Fault::busy);
    go_on.count_down();
    one.join();
    two.join();
    Service free([](const Asked&) { return reply_with(200, "free"); });
    EXPECT_EQ(std::get<Reply>(client.send({free.url("/"), {}, {}})).body, "free");
}
