#include "db/id_source.hpp"

#include <gtest/gtest.h>

#include "db/id_moment.hpp"

namespace {

class StoppedClock final : public base::Clock {
  public:
    [[nodiscard]] base::Instant now() const override { return at; }
    base::Instant at{1'795'000'000'000};
};

TEST(IdSource, ids_rise_when_the_clock_stands_still_and_when_it_goes_back) {
    StoppedClock clock;
    db::IdSource ids(clock);
    std::int64_t last = 0;
    for (int i = 0; i < 10'000; ++i) {
        if (i == 5'000) clock.at.ms -= 3'600'000;
        const auto id = ids.next();
        ASSERT_GT(id, last);
        last = id;
    }
}

TEST(IdSource, ids_are_safe_in_javascript_until_2089) {
    StoppedClock clock;
    clock.at.ms = 3'755'000'000'000;  // 2088-12-28
    db::IdSource ids(clock);
    ids.use_slot(db::IdSource::slots - 1);
    EXPECT_LT(ids.next(), std::int64_t{1} << 53);
}

TEST(IdSource, ids_come_after_what_is_stored_even_if_the_clock_was_set_back) {
    StoppedClock clock;
    db::IdSource before(clock);
    before.use_slot(3);
    const auto stored = before.next();
    clock.at.ms -= 86'400'000;
    db::IdSource ids(clock);
    ids.start_after(stored);
    EXPECT_GT(ids.next(), stored);
}

TEST(IdSource, an_id_tells_its_moment_and_after_the_clock_was_set_back_one_that_is_still_to_come) {
    StoppedClock clock;
    db::IdSource ids(clock);
    EXPECT_EQ(db::moment_of(ids.next()), clock.at);
    const auto ahead = clock.at;
    clock.at.ms -= 86'400'000;
    EXPECT_GE(db::moment_of(ids.next()), ahead);
}

}  // namespace
