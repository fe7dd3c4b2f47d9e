#include "http/router.hpp"

#include <gtest/gtest.h>

#include "db/testing.hpp"
#include "http/openapi.hpp"

namespace {

struct Greeting {
    std::string text;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(Greeting, (), (text, version))

struct NewGreeting {
    base::Line text;
    base::Whole<1, 9> times;
};
BOOST_DESCRIBE_STRUCT(NewGreeting, (), (text, times))

struct Wanted {
    std::optional<base::Whole<1, 100>> limit;
    std::optional<std::vector<std::string>> tag;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (limit, tag))

struct GreetingTag {};
using GreetingId = base::Id<GreetingTag>;

int times_written = 0;

Greeting greet(http::Call&, const http::Segment& who, const http::Query<Wanted>& wanted) {
    return {who.value + (wanted->tag ? "+" + std::to_string(wanted->tag->size()) : ""), wanted->limit ? wanted->limit->value : 1};
}

http::Created<Greeting> add_greeting(http::Call& call, const NewGreeting& greeting) {
    return call.write([&](db::Tx&) {
        ++times_written;
        return http::Created<Greeting>{{greeting.text.value, times_written}};
    });
}

Greeting change_greeting(http::Call& call, GreetingId id, const NewGreeting& greeting) {
    return {greeting.text.value + std::to_string(id.value), call.expected_version()};
}

void forget_greeting(http::Call& call, GreetingId) {
    call.write([](db::Tx&) { ++times_written; });
}

http::Response calendar(http::Call&, const http::Segment& who) {
    return http::Response::text(200, "text/calendar", who.value);
}

http::List<Greeting> list(http::Call&) {
    return {{{"สวัสดี", 1}}, "7"};
}

// A router on a real database, asked without a network.
class Desk {
  public:
    explicit Desk(db::Engine engine) : database_(engine, {http::migrations()}) {
        router.get("/api/greetings/{who}", greet, access::anyone);
        router.get("/greetings/{who}.ics", calendar, access::anyone);
        router.get("/api/greetings", list, access::anyone);
        router.post("/api/greetings", add_greeting, access::signed_in, http::WriteKind::record);
        router.put("/api/greetings/{greeting}", change_greeting, access::signed_in, http::WriteKind::change);
        router.del("/api/greetings/{greeting}", forget_greeting, access::administrator, http::WriteKind::change);
        times_written = 0;
    }

    http::Response send(http::Method method, std::string target, std::string body = {}) {
        http::Request request;
        request.method = method;
        request.target = std::move(target);
        request.body = std::move(body);
        request.headers = headers;
        return router.handle({*database_, clock_, [this](http::Call&) { return viewer; }, equipment}, request);
    }
    std::string get(std::string target) { return std::get<std::string>(send(http::Method::get, std::move(target)).body); }
    http::Response post(std::string body) {
        headers.set("Content-Type", "application/json; charset=utf-8");
        return send(http::Method::post, "/api/greetings", std::move(body));
    }

    http::Problem refusal(http::Method method, std::string target, std::string body = {}) {
        try {
            const auto reply = send(method, std::move(target), std::move(body));
            ADD_FAILURE() << "was answered with " << reply.status;
        } catch (const http::Problem& problem) {
            return problem;
        }
        return {500, "none"};
    }

    // What is said to the head of a POST.
    std::string admission(std::string target) {
        http::Request head;
        head.method = http::Method::post;
        head.target = std::move(target);
        head.headers = headers;
        try {
            router.admit({*database_, clock_, [this](http::Call&) { return viewer; }, equipment}, head);
            return "admitted";
        } catch (const http::Problem& problem) {
            return problem.code();
        }
    }

    // As the daily job does, after so many days.
    void forget_after(std::int64_t days) {
        database_->write([&](db::Tx& tx) {
            tx.run("UPDATE http_idempotency SET at = at - $1", days * 24 * 60 * 60 * 1000);
            http::forget_old_results(tx);
        });
    }

    http::Router router;
    http::Equipment equipment;
    http::Viewer viewer{{7}, false, 1};
    http::Fields headers;

  private:
    base::SystemClock clock_;
    db::testing::Fresh database_;
};

std::vector<std::string> fields(const http::Problem& problem) {
    std::vector<std::string> all{problem.code()};
    for (const auto& error : problem.errors().list()) all.push_back(error.pointer + " " + error.code);
    return all;
}

using Fields = std::vector<std::string>;
constexpr auto sqlite = db::Engine::sqlite;

TEST(Router, a_path_is_decoded_and_a_query_is_typed) {
    Desk desk(sqlite);
    EXPECT_EQ(desk.get("/api/greetings/%E0%B8%A7%E0%B8%87?limit=5&tag=a&tag=b"), R"({"text":"วง+2","version":5})");
    EXPECT_EQ(desk.get("/api/greetings/a/"), R"({"text":"a","version":1})");
    EXPECT_EQ(desk.get("/api/greetings"), R"({"items":[{"text":"สวัสดี","version":1}],"next":"7"})");
}

TEST(Router, a_name_may_be_followed_by_a_suffix) {
    Desk desk(sqlite);
    EXPECT_EQ(desk.get("/greetings/12.ics"), "12");
    EXPECT_EQ(desk.refusal(http::Method::get, "/greetings/12").status(), 404u);
}

TEST(Router, what_is_wrong_in_a_query_is_named) {
    Desk desk(sqlite);
    EXPECT_EQ(fields(desk.refusal(http::Method::get, "/api/greetings/a?limit=1000&lmit=5")),
              (Fields{"invalid_input", "?limit too_large", "?lmit unknown_field"}));
    EXPECT_EQ(desk.refusal(http::Method::get, "/api/greetings/a?limit=%zz").code(), "bad_query");
}

TEST(Router, every_bad_field_of_a_body_is_named) {
    Desk desk(sqlite);
    desk.headers.set("Content-Type", "application/json");
    EXPECT_EQ(fields(desk.refusal(http::Method::post, "/api/greetings", R"({"text":" ","times":10})")),
              (Fields{"invalid_input", "/text required", "/times too_large"}));
    EXPECT_EQ(fields(desk.refusal(http::Method::post, "/api/greetings", "{")), (Fields{"invalid_input", " not_json"}));
    desk.headers.set("Content-Type", "text/plain");
    EXPECT_EQ(desk.refusal(http::Method::post, "/api/greetings", "{}").status(), 415u);
}

TEST(Router, an_address_that_is_not_there_and_a_method_it_does_not_take_are_told_apart) {
    Desk desk(sqlite);
    EXPECT_EQ(desk.refusal(http::Method::get, "/api/nothing").status(), 404u);
    EXPECT_EQ(desk.refusal(http::Method::get, "/api/greetings/%ff").status(), 404u);
    EXPECT_EQ(desk.refusal(http::Method::put, "/api/greetings/x").status(), 404u) << "an id is a number";
    const auto problem = desk.refusal(http::Method::del, "/api/greetings");
    EXPECT_EQ(problem.status(), 405u);
    EXPECT_EQ(http::problem_response(problem, base::Language::th, "r1").headers.get("Allow"), "GET, POST");
    EXPECT_EQ(desk.send(http::Method::head, "/api/greetings/a").status, 200u);
}

TEST(Router, the_permission_is_asked_before_anything_is_read) {
    Desk desk(sqlite);
    EXPECT_EQ(desk.refusal(http::Method::del, "/api/greetings/1").status(), 403u);
    desk.viewer = {};
    EXPECT_EQ(desk.refusal(http::Method::post, "/api/greetings", "{").code(), "sign_in_needed");
    EXPECT_EQ(desk.refusal(http::Method::del, "/api/greetings/1").status(), 401u);
}

TEST(Router, what_is_refused_whatever_the_body_is_is_refused_by_its_head_which_counts_nothing) {
    Desk desk(sqlite);
    http::Allowances two_an_hour;
    two_an_hour.set(http::WriteKind::record, 2);
    http::Limiter limiter(two_an_hour);
    desk.equipment.add(limiter);
    const std::string text = R"({"text":"สวัสดี","times":1})";
    for (const auto* key : {"the first of a phone", "the second of a phone"}) {
        desk.headers.set("Idempotency-Key", key);
        for (int i = 0; i < 5; ++i) EXPECT_EQ(desk.admission("/api/greetings"), "admitted") << key;
        EXPECT_EQ(desk.post(text).status, 201u) << key;
    }
    EXPECT_EQ(desk.admission("/api/greetings"), "admitted") << "it is only told again";
    desk.headers.set("Idempotency-Key", "the third of a phone");
    EXPECT_EQ(desk.admission("/api/greetings"), "many_writes");
    desk.viewer = {};
    EXPECT_EQ(desk.admission("/api/greetings"), "sign_in_needed");
    EXPECT_EQ(desk.admission("/api/nothing"), "not_found");
}

TEST(Router, an_edit_says_which_version_it_edits) {
    Desk desk(sqlite);
    desk.headers.set("Content-Type", "application/json");
    const std::string body = R"({"text":"a","times":1})";
    EXPECT_EQ(desk.refusal(http::Method::put, "/api/greetings/4", body).status(), 428u);
    for (const auto* tag : {"7", "\"7\"", "\"7.ab12\"", "W/\"7.ab12\""}) {
        desk.headers.set("If-Match", tag);
        const auto reply = desk.send(http::Method::put, "/api/greetings/4", body);
        EXPECT_EQ(std::get<std::string>(reply.body), R"({"text":"a4","version":7})");
        EXPECT_EQ(reply.version, 7);
    }
    desk.headers.set("If-Match", "*");
    EXPECT_EQ(desk.refusal(http::Method::put, "/api/greetings/4", body).code(), "bad_version");
}

EACH_ENGINE(Router, a_write_that_is_sent_twice_with_one_key_is_done_once) {
    Desk desk(engine);
    desk.headers.set("Idempotency-Key", "2f1c7a52-0001");
    const auto first = desk.post(R"({"text":"a","times":1})");
    const auto second = desk.post(R"({"text":"a","times":1})");
    EXPECT_EQ(first.status, 201u);
    EXPECT_EQ(second.status, 201u);
    EXPECT_EQ(std::get<std::string>(first.body), std::get<std::string>(second.body));
    EXPECT_EQ(times_written, 1);

    desk.viewer.person = {8};
    desk.post(R"({"text":"a","times":1})");
    EXPECT_EQ(times_written, 2) << "another person's key is another key";
}

EACH_ENGINE(Router, a_write_without_a_result_is_done_once_too) {
    Desk desk(engine);
    desk.viewer.administrator = true;
    desk.headers.set("Idempotency-Key", "2f1c7a52-0002");
    EXPECT_EQ(desk.send(http::Method::del, "/api/greetings/1").status, 204u);
    EXPECT_EQ(desk.send(http::Method::del, "/api/greetings/1").status, 204u);
    EXPECT_EQ(times_written, 1);
}

EACH_ENGINE(Router, a_write_that_is_sent_again_after_days_is_not_done_again_though_its_result_is_forgotten) {
    Desk desk(engine);
    desk.headers.set("Idempotency-Key", "2f1c7a52-0007");
    desk.post(R"({"text":"a","times":1})");
    desk.forget_after(3);
    EXPECT_EQ(desk.refusal(http::Method::post, "/api/greetings", R"({"text":"a","times":1})").code(), "done_before");
    desk.forget_after(60);
    EXPECT_EQ(desk.refusal(http::Method::post, "/api/greetings", R"({"text":"a","times":1})").code(), "done_before");
    EXPECT_EQ(times_written, 1);
}

EACH_ENGINE(Router, one_key_serves_one_request) {
    Desk desk(engine);
    desk.headers.set("Idempotency-Key", "2f1c7a52-0003");
    desk.post(R"({"text":"a","times":1})");
    EXPECT_EQ(desk.refusal(http::Method::post, "/api/greetings", R"({"text":"b","times":1})").code(), "key_used_for_another_request");
    desk.headers.set("Idempotency-Key", "short");
    EXPECT_EQ(desk.refusal(http::Method::post, "/api/greetings", "{}").code(), "bad_key");
}

EACH_ENGINE(Router, a_write_of_a_kind_that_was_made_too_often_is_refused_and_one_that_is_only_told_again_is_not) {
    Desk desk(engine);
    http::Allowances two;
    two.set(http::WriteKind::record, 2);
    http::Limiter limiter(two);
    desk.equipment.add(limiter);
    desk.headers.set("Idempotency-Key", "2f1c7a52-0004");
    for (int again = 0; again < 5; ++again) EXPECT_EQ(desk.post(R"({"text":"a","times":1})").status, 201u);
    desk.headers.set("Idempotency-Key", "2f1c7a52-0005");
    EXPECT_EQ(desk.post(R"({"text":"b","times":1})").status, 201u);
    desk.headers.set("Idempotency-Key", "2f1c7a52-0006");
    EXPECT_EQ(desk.refusal(http::Method::post, "/api/greetings", R"({"text":"c","times":1})").code(), "many_writes");
    EXPECT_EQ(times_written, 2);
    EXPECT_EQ(desk.get("/api/greetings/a"), R"({"text":"a","version":1})") << "reading goes on";
}

TEST(Router, a_route_tells_where_it_stands_and_who_may) {
    Desk desk(sqlite);
    const auto& route = *desk.router.routes().at(3);
    EXPECT_EQ(route.pattern, "/api/greetings");
    EXPECT_EQ(route.permission, "signed_in");
    EXPECT_EQ(route.file, "server/platform/http/router_test.cpp");
    EXPECT_GT(route.line, 0u);
}

TEST(Router, a_pattern_that_cannot_be_is_refused_at_start) {
    http::Router router;
    router.get("/api/a/{who}", greet, access::anyone);
    EXPECT_THROW(router.get("/api/a/{name}", greet, access::anyone), std::logic_error) << "there already";
    EXPECT_THROW(router.get("/api/b", greet, access::anyone), std::logic_error) << "the handler takes a segment";
    EXPECT_THROW(router.get("api/{who}", greet, access::anyone), std::logic_error);
    EXPECT_THROW(router.get("/api/x{who}", greet, access::anyone), std::logic_error);
}

TEST(Problem, speaks_both_languages_and_names_the_fields) {
    http::Problem problem(422, "invalid_input");
    problem.at("/title", "too_long", {{"max", 300}, {"is", 301}});
    const auto reply = http::problem_reply(problem, base::Language::en, "r1");
    EXPECT_EQ(reply.messages.at("th"), "ข้อมูลบางช่องยังไม่ถูกต้อง สิ่งที่พิมพ์ไว้ยังอยู่");
    EXPECT_EQ(reply.errors.at(0).message, "At most 300 characters; this has 301");
    EXPECT_EQ(reply.errors.at(0).messages.at("th"), "ยาวได้ไม่เกิน 300 ตัวอักษร ตอนนี้มี 301");
    EXPECT_EQ(reply.request_id, "r1");
}

TEST(OpenApi, tells_all_of_a_route) {
    Desk desk(sqlite);
    const auto text = http::openapi(desk.router, "0.1.0");
    for (const auto* part : {R"("/api/greetings/{greeting}")", R"("operationId": "put_greetings_greeting")", R"("name": "limit")",
                             R"("$ref": "#/components/schemas/NewGreeting")", R"("x-permission": "administrator")",
                             R"("$ref": "#/components/schemas/http.ProblemReply")", R"("name": "Idempotency-Key")"})
        EXPECT_NE(text.find(part), std::string::npos) << part;
    EXPECT_EQ(text.find(".ics"), std::string::npos) << "only what is under /api";
    json::Errors errors;
    EXPECT_TRUE(json::parse(text, errors)) << "is JSON";
}

}  // namespace
