#include "http/net/byte_range.hpp"

#include <gtest/gtest.h>

namespace {

using http::net::wanted_range;

void expect(std::string_view header, std::uint64_t from, std::uint64_t size) {
    const auto range = wanted_range(header, 1000);
    ASSERT_TRUE(range) << header;
    EXPECT_EQ(range->from, from) << header;
    EXPECT_EQ(range->size, size) << header;
}

TEST(ByteRange, first_and_last_byte_are_both_meant) {
    expect("bytes=0-0", 0, 1);
    expect("bytes=0-499", 0, 500);
    expect("bytes=500-", 500, 500);
    expect("bytes=-100", 900, 100);
}

TEST(ByteRange, what_reaches_behind_the_end_ends_there) {
    expect("bytes=990-5000", 990, 10);
    expect("bytes=-5000", 0, 1000);
    expect("bytes=0-18446744073709551615", 0, 1000);
}

TEST(ByteRange, what_begins_behind_the_end_is_nothing) {
    EXPECT_EQ(wanted_range("bytes=1000-", 1000)->size, 0U);
    EXPECT_EQ(wanted_range("bytes=-0", 1000)->size, 0U);
    EXPECT_EQ(wanted_range("bytes=0-0", 0)->size, 0U);
}

TEST(ByteRange, what_is_no_single_range_asks_for_the_whole) {
    for (const auto* header : {"", "bytes=", "bytes=-", "bytes=5", "bytes=5-2", "bytes=a-b", "bytes=1-2,4-5", "items=0-1", "bytes=-1-2",
                               "bytes= 0-1", "bytes=0x1-2", "bytes=99999999999999999999-"})
        EXPECT_FALSE(wanted_range(header, 1000)) << header;
}

}  // namespace
