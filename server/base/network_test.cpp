#include "base/network.hpp"

#include <gtest/gtest.h>

TEST(Network, of_ipv6_is_its_first_half_however_it_is_written) {
    EXPECT_EQ(base::network_of("2001:db8:1:2:aaaa::1"), base::network_of("2001:db8:1:2:bbbb:0:0:9"));
    EXPECT_EQ(base::network_of("2001:db8::1"), base::network_of("2001:db8:0:0:5:6:7:8"));
    EXPECT_NE(base::network_of("2001:db8:1:2::1"), base::network_of("2001:db8:1:3::1"));
}

TEST(Network, of_ipv4_is_one_address_also_where_it_is_written_as_ipv6) {
    EXPECT_EQ(base::network_of("203.0.113.7"), "203.0.113.7");
    EXPECT_EQ(base::network_of("::ffff:203.0.113.7"), "203.0.113.7");
    EXPECT_NE(base::network_of("203.0.113.7"), base::network_of("203.0.113.8"));
}

TEST(Network, of_what_is_no_address_is_that) {
    EXPECT_EQ(base::network_of("reset 2001:db8::1"), "reset 2001:db8::1");
    EXPECT_EQ(base::network_of(""), "");
}
