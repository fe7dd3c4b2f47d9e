#include "http/uri.hpp"

#include <gtest/gtest.h>

#include "http/request.hpp"

namespace {

TEST(Uri, thai_comes_out_as_it_went_in) {
    EXPECT_EQ(http::encode_component("วง 1/2"), "%E0%B8%A7%E0%B8%87%201%2F2");
    EXPECT_EQ(http::decode_segment("%E0%B8%A7%E0%B8%87%201%2F2"), "วง 1/2");
    EXPECT_EQ(http::decode_segment("a+b"), "a+b");
}

TEST(Uri, broken_escapes_and_broken_text_are_refused) {
    for (const auto* broken : {"%", "%4", "%zz", "%00", "%ff", "%C0%AF", "%ED%A0%80", "%F5%80%80%80", "%E0%B8"})
        EXPECT_FALSE(http::decode_segment(broken)) << broken;
}

TEST(Uri, a_query_keeps_its_order_and_its_empty_values) {
    const auto values = http::read_query("q=%E0%B8%81+x&&empty=&bare&a=1=2");
    ASSERT_TRUE(values && values->size() == 4);
    EXPECT_EQ((*values)[0].value, "ก x");
    EXPECT_EQ((*values)[1].name, "empty");
    EXPECT_EQ((*values)[2].name, "bare");
    EXPECT_EQ((*values)[3].value, "1=2");
    EXPECT_FALSE(http::read_query("a=%x"));
}

TEST(Request, a_cookie_is_found_by_its_whole_name) {
    http::Request request;
    request.headers.add("cookie", "xlomwong_session=1; lomwong_session=abc; theme=dark");
    EXPECT_EQ(request.cookie("lomwong_session"), "abc");
    EXPECT_EQ(request.cookie("theme"), "dark");
    EXPECT_FALSE(request.cookie("session"));
    EXPECT_FALSE(http::Request{}.cookie("theme"));
}

}  // namespace
