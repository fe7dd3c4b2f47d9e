#include "http/limits.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "base/enum_names.hpp"
#include "http/problem.hpp"
#include "http/response.hpp"

namespace {

using http::WriteKind;

constexpr base::Instant noon{1'700'000'000'000};

int times_until_refused(http::Limiter& limiter, WriteKind kind, std::string_view who, std::int64_t an_hour) {
    for (int times = 0; times < 1'000'000; ++times) try {
            limiter.count(kind, who, an_hour, noon);
        } catch (const http::Problem&) {
            return times;
        }
    return -1;
}

}  // namespace

TEST(Limits, kinds_of_write_are_counted_apart) {
    http::Limiter limiter;
    EXPECT_EQ(times_until_refused(limiter, WriteKind::upload, "person 7", 5), 5);
    EXPECT_EQ(times_until_refused(limiter, WriteKind::record, "person 7", 5), 5);
    EXPECT_EQ(limiter.refused(WriteKind::upload), 1u);
    EXPECT_EQ(limiter.refused(WriteKind::comment), 0u);
}

TEST(Limits, who_is_refused_is_told_how_long_to_wait_in_thai_and_english) {
    http::Limiter limiter;
    limiter.count(WriteKind::mail, "203.0.113.7", 1, noon);
    try {
        limiter.count(WriteKind::mail, "203.0.113.7", 1, noon);
        FAIL() << "was not refused";
    } catch (const http::Problem& problem) {
        const auto response = http::problem_response(problem, base::Language::th, "test");
        EXPECT_EQ(response.status, 429u);
        EXPECT_EQ(response.headers.get("Retry-After"), "3600");
        const auto reply = http::problem_reply(problem, base::Language::th, "test");
        for (const auto* language : {"th", "en"}) EXPECT_NE(reply.messages.at(language).find("3600"), std::string::npos);
    }
}

TEST(Limits, asking_whether_there_is_room_takes_none) {
    http::Limiter limiter;
    for (int i = 0; i < 10; ++i) limiter.require_open(WriteKind::upload, "person 7", 2, noon);
    EXPECT_EQ(times_until_refused(limiter, WriteKind::upload, "person 7", 2), 2);
    EXPECT_THROW(limiter.require_open(WriteKind::upload, "person 7", 2, noon), http::Problem);
    limiter.require_open(WriteKind::upload, "person 8", 2, noon);
}

TEST(Limits, every_kind_that_is_not_settled_by_administrators_has_a_usual_limit) {
    const http::Allowances usual;
    for (const auto name : base::names_of<WriteKind>()) {
        const auto kind = *base::named<WriteKind>(name);
        const bool settled = kind == WriteKind::comment || kind == WriteKind::concern;
        EXPECT_EQ(usual.of(kind).has_value(), !settled) << name;
    }
    EXPECT_EQ(base::names_of<WriteKind>().size(), http::write_kinds);
}

TEST(Limits, many_threads_together_get_no_more_than_one_would) {
    http::Limiter limiter;
    std::atomic<int> done = 0;
    std::vector<std::thread> threads;
    threads.reserve(8);
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            const auto times = times_until_refused(limiter, WriteKind::change, "person 7", 4000);
            done += times;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(done, 4000);
}
