#include "base/ids.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace {
struct CircleTag;
struct PersonTag;

TEST(Ids, an_id_of_one_kind_is_not_an_id_of_another) {
    static_assert(!std::is_convertible_v<base::Id<CircleTag>, base::Id<PersonTag>>);
    static_assert(!std::is_convertible_v<std::int64_t, base::Id<CircleTag>>);
    EXPECT_FALSE(static_cast<bool>(base::Id<CircleTag>{}));
    EXPECT_LT(base::Id<CircleTag>{1}, base::Id<CircleTag>{2});
}
}  // namespace
