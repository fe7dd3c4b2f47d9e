#include "http/assets.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace {

// What scripts/pack-web writes for two files.
constexpr std::string_view pack =
    "lomwong-web-1\n/_app/immutable/a.1f.js\thash1\t0\t5\t5\t0\t5\t3\t\n/index.html\thash2\t8\t4\t12\t2\t14\t0\t\n\nplainbrophtmlgz";

http::Request get(std::string_view target, std::string_view coding = {}) {
    http::Request request;
    request.target = target;
    request.headers.add("Accept-Encoding", coding);
    return request;
}

std::string_view bytes(const http::Response& response) {
    return std::get<http::StaticBytes>(response.body).bytes;
}

TEST(Assets, a_file_whose_name_holds_its_hash_is_kept_for_ever) {
    const http::Assets assets{pack};
    ASSERT_EQ(assets.size(), 2u);
    const auto response = assets.find(get("/_app/immutable/a.1f.js?x"));
    ASSERT_TRUE(response);
    EXPECT_EQ(bytes(*response), "plain");
    EXPECT_EQ(response->headers.get("Content-Type"), "text/javascript");
    EXPECT_EQ(response->headers.get("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(response->headers.get("ETag"), "\"hash1\"");
}

TEST(Assets, the_packed_form_is_sent_where_there_is_one_and_the_browser_reads_it) {
    const http::Assets assets{pack};
    EXPECT_EQ(bytes(*assets.find(get("/_app/immutable/a.1f.js", "gzip, br"))), "bro");
    EXPECT_EQ(bytes(*assets.find(get("/_app/immutable/a.1f.js", "gzip"))), "plain");
    EXPECT_EQ(assets.find(get("/_app/immutable/a.1f.js", "gzip"))->headers.get("Content-Encoding"), "");
}

TEST(Assets, the_frame_of_pages_is_not_sent_as_a_file) {
    const http::Assets assets{pack};
    EXPECT_FALSE(assets.find(get("/index.html")));
    EXPECT_EQ(assets.plain("/index.html"), "phtm");
    EXPECT_FALSE(assets.find(get("/none")));
}

TEST(Assets, a_server_without_a_web_app_has_an_empty_pack) {
    EXPECT_EQ(http::Assets{"lomwong-web-1\n\n"}.size(), 0u);
    EXPECT_THROW(http::Assets{"else\n"}, std::runtime_error);
}

}  // namespace
