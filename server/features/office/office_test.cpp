#include "office/office.hpp"

#include <gtest/gtest.h>

#include "office/words.hpp"

namespace {

TEST(Words, sizes_are_read_as_people_say_them) {
    EXPECT_EQ(office::size_text(0), "0 B");
    EXPECT_EQ(office::size_text(999), "999 B");
    EXPECT_EQ(office::size_text(1'234), "1.2 kB");
    EXPECT_EQ(office::size_text(40'000'000'000), "40 GB");
}

TEST(Words, a_moment_is_told_in_the_time_of_bangkok_and_the_year_of_the_reader) {
    const auto moment = base::Instant{1'795'226'400'000};  // 2026-11-21T02:00:00Z
    EXPECT_EQ(office::moment_text(moment, base::Language::th), "21 พ.ย. 69 09.00 น.");
    EXPECT_EQ(office::moment_text(moment, base::Language::en), "21 Nov 2026 09:00");
}

TEST(Checkup, the_worst_of_all_is_what_counts) {
    using office::Weight;
    EXPECT_EQ(office::worst({}), Weight::well);
    EXPECT_EQ(office::worst({{"a", Weight::well, "", ""}, {"b", Weight::broken, "", ""}, {"c", Weight::watch, "", ""}}), Weight::broken);
}

}  // namespace
