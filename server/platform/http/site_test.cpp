#include "http/site.hpp"

#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

#include <cerrno>
#include <sstream>
#include <system_error>

#include "db/testing.hpp"
#include "http/problem.hpp"
#include "http/telemetry.hpp"

namespace {

using http::Request;
using http::Response;

struct Greeting {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Greeting, (), (text))

Greeting greet(http::Call&) {
    return {"สวัสดี"};
}
Greeting database_is_gone(http::Call&) {
    throw db::Gone{"the disk"};
}
Greeting disk_is_full(http::Call&) {
    throw db::Full{"the disk is full"};
}
Greeting disk_is_full_for_files(http::Call&) {
    throw std::system_error(ENOSPC, std::system_category(), "a file");
}
Greeting program_is_wrong(http::Call&) {
    throw std::logic_error("a secret of the program");
}
http::Page hidden_page(http::Call&) {
    throw http::not_found();
}

http::Page item_page(http::Call&, const http::Segment&) {
    throw http::not_found();
}

struct Routes : http::Router {
    Routes() {
        get("/api/greeting", greet, access::anyone);
        get("/api/gone", database_is_gone, access::anyone);
        get("/api/full", disk_is_full, access::anyone);
        get("/api/full-for-files", disk_is_full_for_files, access::anyone);
        get("/api/wrong", program_is_wrong, access::anyone);
        page("/circles/hidden", hidden_page, access::anyone);
        page("/knowledge/{item}", item_page, access::anyone);
    }
};

class SiteTest : public testing::Test {
  protected:
    Response ask(std::string_view target, http::Method method = http::Method::get) {
        Request request;
        request.method = method;
        request.target = target;
        request.id = "r1";
        if (auto response = site.answer_at_once(request)) return std::move(*response);
        try {
            return site.handle(request);
        } catch (...) {
            return site.failed(request, std::current_exception());
        }
    }

    static std::string body(const Response& response) { return std::get<std::string>(response.body); }

    std::ostringstream logged;
    std::shared_ptr<spdlog::logger> log =
        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_st>(logged));
    db::testing::Fresh database{db::Engine::sqlite, {}};
    http::Services services{*database, db::testing::Fresh::system_clock()};
    Routes router;
    http::Assets assets{"lomwong-web-1\n\n"};
    http::Site site{{router, services, assets, http::PageFrame::plain(), log, log}};
};

Request request_for(std::string_view target) {
    Request request;
    request.target = target;
    return request;
}

TEST_F(SiteTest, health_is_answered_without_a_worker) {
    const auto response = site.answer_at_once(request_for("/healthz"));
    ASSERT_TRUE(response);
    EXPECT_EQ(body(*response), "ok\n");
}

TEST_F(SiteTest, replies_are_counted_and_timed_by_route) {
    using std::chrono::microseconds;
    site.replied(request_for("/knowledge/12"), 200, 10, microseconds{700});
    site.replied(request_for("/knowledge/13"), 404, 10, microseconds{9'000'000});
    site.replied(request_for("/no-such-thing"), 404, 5, microseconds{100});
    const auto figures = body(ask("/metrics"));
    for (const auto* line :
         {"lomwong_http_requests_total{method=\"GET\",route=\"/knowledge/{item}\",status=\"2xx\"} 1",
          "lomwong_http_requests_total{method=\"GET\",route=\"/knowledge/{item}\",status=\"4xx\"} 1",
          "lomwong_http_requests_total{method=\"\",route=\"\",status=\"4xx\"} 1",
          "lomwong_http_request_seconds_bucket{method=\"GET\",route=\"/knowledge/{item}\",le=\"0.0005\"} 0",
          "lomwong_http_request_seconds_bucket{method=\"GET\",route=\"/knowledge/{item}\",le=\"0.001\"} 1",
          "lomwong_http_request_seconds_bucket{method=\"GET\",route=\"/knowledge/{item}\",le=\"+Inf\"} 2",
          "lomwong_http_request_seconds_count{method=\"GET\",route=\"/knowledge/{item}\"} 2",
          "lomwong_http_request_seconds_sum{method=\"GET\",route=\"/knowledge/{item}\"} 9.0007", "lomwong_http_reply_bytes_total 25"})
        EXPECT_NE(figures.find(std::string(line) + "\n"), std::string::npos) << line << "\n" << figures;
    EXPECT_EQ(figures.find("/api/greeting"), std::string::npos) << "nobody asked for it";
}

TEST_F(SiteTest, what_the_parts_tell_stands_among_the_figures) {
    http::Telemetry telemetry;
    telemetry.add([](db::Session&) {
        return std::vector<http::Gauge>{{"lomwong_jobs", "Jobs.", {{http::Exposition::write_labels({{"handler", "a\"b\\c\nd"}}), 3}}}};
    });
    services.equipment.add(telemetry);
    const auto figures = body(ask("/metrics"));
    EXPECT_NE(figures.find("# TYPE lomwong_jobs gauge\nlomwong_jobs{handler=\"a\\\"b\\\\c\\nd\"} 3\n"), std::string::npos) << figures;
    EXPECT_NE(figures.find("lomwong_database_up 1\n"), std::string::npos);
}

TEST_F(SiteTest, a_database_that_is_away_is_one_of_the_figures) {
    http::Telemetry telemetry;
    telemetry.add([](db::Session&) -> std::vector<http::Gauge> { throw db::Gone{"the disk"}; });
    services.equipment.add(telemetry);
    const auto response = ask("/metrics");
    EXPECT_EQ(response.status, 200u);
    EXPECT_NE(body(response).find("lomwong_database_up 0\n"), std::string::npos);
}

TEST_F(SiteTest, it_is_ready_while_the_database_reads_and_writes) {
    EXPECT_EQ(body(ask("/readyz")), "ready\n");
}

TEST_F(SiteTest, an_address_of_the_web_app_gets_its_frame_and_a_missing_file_does_not) {
    EXPECT_EQ(ask("/sign-in").status, 200u);
    EXPECT_NE(body(ask("/sign-in")).find("<!doctype html>"), std::string::npos);
    EXPECT_EQ(ask("/robots.txt").status, 404u);
    EXPECT_EQ(ask("/api/none").status, 404u);
    EXPECT_EQ(ask("/sign-in", http::Method::post).status, 404u);
}

TEST_F(SiteTest, a_page_that_may_not_be_seen_is_the_web_apps_own_not_found) {
    const auto response = ask("/circles/hidden");
    EXPECT_EQ(response.status, 404u);
    EXPECT_TRUE(response.headers.get("Content-Type").starts_with("text/html"));
}

TEST_F(SiteTest, when_the_database_is_away_the_caller_is_asked_to_come_back) {
    const auto response = ask("/api/gone");
    EXPECT_EQ(response.status, 503u);
    EXPECT_EQ(response.headers.get("Retry-After"), "5");
    EXPECT_NE(body(response).find("\"code\":\"database_gone\""), std::string::npos);
    EXPECT_NE(logged.str().find("database gone: the disk"), std::string::npos);
}

TEST_F(SiteTest, once_the_database_failed_somebody_health_asks_it_until_it_answers) {
    const auto health = [&] {
        Request request;
        request.target = "/healthz";
        return site.answer_at_once(request).has_value();
    };
    EXPECT_TRUE(health());
    ask("/api/gone");
    EXPECT_FALSE(health()) << "goes to a worker";
    EXPECT_EQ(body(ask("/healthz")), "ok\n");
    EXPECT_TRUE(health());
}

TEST_F(SiteTest, a_full_disk_is_called_by_its_name_whether_a_record_or_a_file_did_not_fit) {
    for (const auto* path : {"/api/full", "/api/full-for-files"}) {
        const auto response = ask(path);
        EXPECT_EQ(response.status, 507u);
        EXPECT_NE(body(response).find("\"code\":\"disk_full\""), std::string::npos);
        EXPECT_NE(body(response).find("ที่เก็บข้อมูลเต็ม"), std::string::npos) << body(response);
    }
}

TEST_F(SiteTest, a_fault_of_the_program_is_logged_once_and_not_told_to_the_caller) {
    const auto response = ask("/api/wrong");
    EXPECT_EQ(response.status, 500u);
    EXPECT_EQ(body(response).find("secret"), std::string::npos);
    EXPECT_NE(body(response).find("\"request_id\":\"r1\""), std::string::npos);
    EXPECT_NE(logged.str().find("GET /api/wrong: a secret of the program"), std::string::npos);
}

TEST_F(SiteTest, the_access_log_holds_no_question_that_somebody_asked) {
    Request request;
    request.target = "/search?q=secret";
    request.peer = "10.0.0.1";
    site.replied(request, 200, 10, std::chrono::microseconds{5});
    EXPECT_NE(logged.str().find("\"path\":\"/search\",\"peer\":\"10.0.0.1\",\"status\":200"), std::string::npos) << logged.str();
    EXPECT_EQ(logged.str().find("secret"), std::string::npos);
}

TEST_F(SiteTest, the_access_log_holds_no_link_that_gives_a_right) {
    const auto log_of = [&](std::string_view target) {
        logged.str({});
        Request request;
        request.target = target;
        site.replied(request, 200, 10, std::chrono::microseconds{5});
        return logged.str();
    };
    EXPECT_NE(log_of("/reset/2nmhJI01gPV1ZeF3WduseQ").find("\"path\":\"/reset/…\""), std::string::npos) << logged.str();
    EXPECT_NE(log_of("/api/invitations/2nmhJI01gP-1ZeF3Wdus_Q/x").find("\"path\":\"/api/invitations/…/x\""), std::string::npos);
    EXPECT_NE(log_of("/circles/12/").find("\"path\":\"/circles/12/\""), std::string::npos);
    EXPECT_NE(log_of("x//y").find("\"path\":\"x//y\""), std::string::npos) << "whatever is asked for";
}

TEST_F(SiteTest, the_form_for_a_new_one_is_the_web_apps_though_records_live_beside_it) {
    EXPECT_EQ(ask("/knowledge/new?kind=story").status, 200u);
    EXPECT_EQ(ask("/knowledge/7").status, 404u);
}

}  // namespace
