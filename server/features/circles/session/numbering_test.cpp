#include "circles/session/numbering.hpp"

#include <gtest/gtest.h>

namespace circles {

using Numbers = std::vector<std::int64_t>;

static HeldSession held(std::optional<std::int64_t> said = {}) {
    return {{}, said, {}};
}

TEST(Numbering, held_sessions_count_from_one) {
    EXPECT_EQ(numbers({held(), held(), held()}, 0), (Numbers{1, 2, 3}));
}

TEST(Numbering, sessions_before_the_first_recorded_one_are_counted_on) {
    EXPECT_EQ(numbers({held(), held()}, 60), (Numbers{61, 62}));
}

TEST(Numbering, the_number_on_the_paper_stands_and_the_count_goes_on_from_it) {
    EXPECT_EQ(numbers({held(3), held(), held()}, 0), (Numbers{3, 4, 5}));
}

TEST(Numbering, nothing_held_has_no_numbers) {
    EXPECT_TRUE(numbers({}, 12).empty());
}

}  // namespace circles
