#include "jobs/jobs.hpp"

#include <atomic>

#include "db/testing.hpp"
#include "jobs/runner.hpp"

namespace {

using namespace std::chrono_literals;

class HandClock final : public base::Clock {
  public:
    [[nodiscard]] base::Instant now() const override { return {at}; }
    std::atomic<std::int64_t> at{1'795'000'000'000};
};

const jobs::Complain nobody = [](std::string_view, std::string_view) {};

void add(db::Database& database, std::string_view handler, std::string_view payload = "{}") {
    database.write([&](db::Tx& tx) { jobs::add(tx, handler, payload); });
}

jobs::Counts count(db::Database& database) {
    return jobs::count(*database.read());
}

EACH_ENGINE(Jobs, a_job_is_done_once_and_goes_away) {
    db::testing::Fresh database(engine, {jobs::migrations()});
    std::vector<std::string> done;
    const jobs::Handlers handlers{{"test.write", {[&](const std::string& payload) { done.push_back(payload); }}}};
    add(*database, "test.write", "1");
    add(*database, "test.write", "2");
    EXPECT_EQ(jobs::run_due(*database, handlers, nobody), 2);
    EXPECT_EQ(done, (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(count(*database).waiting, 0);
}

EACH_ENGINE(Jobs, a_job_is_asked_for_only_if_its_transaction_is_kept) {
    db::testing::Fresh database(engine, {jobs::migrations()});
    const auto failing = [](db::Tx& tx) {
        jobs::add(tx, "test.write", "{}");
        throw std::runtime_error("no");
    };
    EXPECT_THROW(database->write(failing), std::runtime_error);
    EXPECT_EQ(count(*database).waiting, 0);
}

EACH_ENGINE(Jobs, a_clock_that_jumps_and_is_set_right_holds_no_job_up) {
    HandClock clock;
    db::testing::Fresh database(engine, {jobs::migrations()}, clock);
    int tries = 0, standing = 0;
    const jobs::Handlers handlers{{"test.fails",
                                   {.work =
                                        [&](const std::string&) {
                                            ++tries;
                                            throw std::runtime_error("not yet");
                                        }}},
                                  {"test.tidy", {.work = [&](const std::string&) { ++standing; }, .every = 24h}}};
    const auto run = [&] { jobs::run_due(*database, handlers, nobody); };
    const auto right = clock.at.load();
    for (const auto jump : {std::chrono::milliseconds(1h), -std::chrono::milliseconds(1h), std::chrono::milliseconds(365 * 24h),
                            -std::chrono::milliseconds(365 * 24h)}) {
        database->write([](db::Tx& tx) { tx.run("DELETE FROM jobs_queue WHERE id > 0"); });
        clock.at = right + jump.count();
        add(*database, "test.fails");
        add(*database, "test.tidy");
        run();
        clock.at = right + std::chrono::milliseconds(26h).count();  // a day, and what an hour's jump may add to it
        tries = standing = 0;
        run();
        EXPECT_EQ(tries, 1) << jump.count();
        EXPECT_EQ(standing, 1) << jump.count();
        run();
        EXPECT_EQ(standing, 1) << "and not again at once, after " << jump.count();
    }
}

EACH_ENGINE(Jobs, a_standing_job_is_done_each_day_and_stands_in_the_queue_once) {
    HandClock clock;
    db::testing::Fresh database(engine, {jobs::migrations()}, clock);
    std::atomic<int> done = 0;
    const jobs::Handlers handlers{{"test.tidy", {.work = [&](const std::string&) { ++done; }, .every = 24h}}};
    for (int asked = 0; asked < 2; ++asked) add(*database, "test.tidy");  // as an older version did
    for (int start = 0; start < 3; ++start) {
        const jobs::Runner runner(*database, handlers, nobody);
        EXPECT_EQ(count(*database).waiting, 1);
        for (int i = 0; i < 500 && done == 0; ++i) std::this_thread::sleep_for(10ms);
    }
    EXPECT_EQ(done, 1);
    clock.at += std::chrono::milliseconds(24h).count();
    EXPECT_EQ(jobs::run_due(*database, handlers, nobody), 1);
    EXPECT_EQ(done, 2);
    EXPECT_EQ(count(*database).waiting, 1);
}

EACH_ENGINE(Jobs, one_that_fails_comes_back_later_and_later_and_is_laid_aside_after_ten_times) {
    HandClock clock;
    db::testing::Fresh database(engine, {jobs::migrations()}, clock);
    std::vector<std::int64_t> tried;
    const jobs::Handlers handlers{{"test.fail", {[&](const std::string&) {
                                       tried.push_back(clock.at);
                                       throw std::runtime_error("the picture is broken");
                                   }}}};
    add(*database, "test.fail");
    for (int second = 0; second < 3 * 3600; second += 5, clock.at += 5000) jobs::run_due(*database, handlers, nobody);
    ASSERT_EQ(tried.size(), 10U);
    EXPECT_EQ(tried[1] - tried[0], 10'000);
    EXPECT_EQ(tried[2] - tried[1], 20'000);
    const auto dead = jobs::list_dead(*database->read());
    ASSERT_EQ(dead.size(), 1U);
    EXPECT_EQ(dead[0].problem, "the picture is broken");

    EXPECT_TRUE(database->write([&](db::Tx& tx) { return jobs::wake(tx, dead[0].id); }));
    EXPECT_EQ(count(*database).waiting, 1);
}

EACH_ENGINE(Jobs, a_standing_one_that_fails_is_tried_for_ever_and_never_laid_aside) {
    HandClock clock;
    db::testing::Fresh database(engine, {jobs::migrations()}, clock);
    int tries = 0;
    const auto work = [&](const std::string&) {
        if (++tries < 40) throw std::runtime_error("the disk is full");
    };
    const jobs::Handlers handlers{{"test.tidy", {.work = work, .every = 24h}}};
    add(*database, "test.tidy");
    for (int hour = 0; hour < 40; ++hour, clock.at += 3'600'000) jobs::run_due(*database, handlers, nobody);
    EXPECT_EQ(tries, 40);
    EXPECT_EQ(count(*database).dead, 0);
    EXPECT_EQ(count(*database).waiting, 1);
}

EACH_ENGINE(Jobs, one_whose_process_died_is_done_by_another) {
    HandClock clock;
    db::testing::Fresh database(engine, {jobs::migrations()}, clock);
    struct Killed {};
    int tries = 0;
    const jobs::Handlers handlers{{"test.die", {[&](const std::string&) {
                                       if (++tries == 1) throw Killed{};  // no std::exception: nothing is put back, as after kill -9
                                   }}}};
    add(*database, "test.die");
    EXPECT_THROW(jobs::run_due(*database, handlers, nobody), Killed);
    EXPECT_EQ(jobs::run_due(*database, handlers, nobody), 0);
    clock.at += 121'000;
    EXPECT_EQ(jobs::run_due(*database, handlers, nobody), 1);
}

EACH_ENGINE(Jobs, the_runner_wakes_at_once_and_finishes_what_runs_before_it_goes) {
    db::testing::Fresh database(engine, {jobs::migrations()});
    std::atomic<int> begun{0};
    std::atomic<int> done{0};
    {
        const jobs::Handlers handlers{{"test.slow", {[&](const std::string&) {
                                           ++begun;
                                           std::this_thread::sleep_for(100ms);
                                           ++done;
                                       }}}};
        const jobs::Runner runner(*database, handlers, nobody);
        add(*database, "test.slow");
        add(*database, "test.slow");
        for (int i = 0; i < 200 && begun < 2; ++i) std::this_thread::sleep_for(5ms);
    }
    EXPECT_EQ(begun, 2);
    EXPECT_EQ(done, 2);
    EXPECT_EQ(count(*database).waiting, 0);
}

}  // namespace
