#include "http/net/head_rules.hpp"

#include <gtest/gtest.h>

#include "http/server.hpp"

namespace {

struct Seen {
    std::string peer;
    bool secure = false;
    bool operator==(const Seen&) const = default;
};

// A request from `peer` with what a proxy adds, and what a visitor wrote there before.
Seen seen(std::string_view peer, std::string_view proxy) {
    http::Request request;
    request.peer = peer;
    request.headers.set("X-Forwarded-For", "203.0.113.9, 198.51.100.7");
    request.headers.set("X-Forwarded-Proto", "https");
    http::net::trust_proxy(request, proxy);
    return {request.peer, request.secure};
}

TEST(HeadRules, what_a_proxy_added_last_is_believed_of_our_own_proxy_alone) {
    const Seen believed{"198.51.100.7", true};
    for (const auto* near : {"127.0.0.1", "127.0.0.7", "::1", "::ffff:127.0.0.1"})
        EXPECT_EQ(seen(near, http::local_proxy), believed) << near;
    EXPECT_EQ(seen("10.0.0.2", "10.0.0.2"), believed);
    EXPECT_EQ(seen("192.0.2.4", http::local_proxy), (Seen{"192.0.2.4", false}));
    EXPECT_EQ(seen("10.0.0.3", "10.0.0.2"), (Seen{"10.0.0.3", false}));
    EXPECT_EQ(seen("127.0.0.1", ""), (Seen{"127.0.0.1", false}));
}

TEST(HeadRules, a_proxy_that_tells_no_address_is_taken_for_the_visitor) {
    http::Request request;
    request.peer = "127.0.0.1";
    http::net::trust_proxy(request, http::local_proxy);
    EXPECT_EQ(request.peer, "127.0.0.1");
}

}  // namespace
