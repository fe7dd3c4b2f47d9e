#include "http/page.hpp"

#include <gtest/gtest.h>

namespace {

struct CircleReply {
    std::string name;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CircleReply, (), (name, version))

constexpr std::string_view built =
    "<!doctype html><html lang=\"th\"><head><!--lomwong:head--><script src=\"/start.js\"></script></head><body>"
    "<!--lomwong:article--><script>start()</script></body></html>";

http::Page circle_page() {
    using namespace http::html;
    const CircleReply reply{"วงเช้าวันพุธ</script><script>", 3};
    auto page = http::make_page(reply, reply.name, "/circles/12", article(h1(reply.name)));
    page.description = "คุยกัน \"ทุกพุธ\"";
    return page;
}

std::string text_of(const http::Response& response) {
    return std::get<std::string>(response.body);
}

TEST(Page, a_page_can_be_read_found_and_shared_before_any_script_runs) {
    const auto response = http::PageFrame{built}.render(circle_page(), base::Language::en, "https://example.org");
    const auto text = text_of(response);
    for (const auto* part : {"<html lang=\"en\">", "<title>วงเช้าวันพุธ&lt;/script&gt;&lt;script&gt; · ",
                             "<article><h1>วงเช้าวันพุธ&lt;/script&gt;", "<nav><a href=\"/\">Lomwong</a>", "content=\"คุยกัน &quot;ทุกพุธ&quot;\"",
                             "rel=\"canonical\" href=\"https://example.org/circles/12\"",
                             "hreflang=\"en\" href=\"https://example.org/circles/12?lang=en\"", "property=\"og:image\""})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_EQ(response.version, 3);
}

TEST(Page, the_reply_in_the_page_cannot_end_its_script) {
    const auto text = text_of(http::PageFrame{built}.render(circle_page(), base::Language::th, ""));
    EXPECT_NE(text.find("id=\"reply\">{\"name\":\"วงเช้าวันพุธ\\u003c/script>\\u003cscript>\""), std::string::npos) << text;
}

TEST(Page, only_the_scripts_of_the_build_may_run) {
    const auto response = http::PageFrame{built}.render(circle_page(), base::Language::th, "");
    const auto policy = response.headers.get("Content-Security-Policy");
    EXPECT_NE(policy.find("script-src 'self' 'sha256-"), std::string_view::npos);
    EXPECT_EQ(policy.find("'sha256-"), policy.rfind("'sha256-"));
    EXPECT_EQ(policy.find("script-src 'self' 'unsafe-inline'"), std::string_view::npos);
}

TEST(Page, the_head_asks_for_the_scripts_of_the_page) {
    const http::PageFrame frame{built, http::Preloads{"/circles/[circle]\t/circle.js\n/search\t/search.js\n"}};
    const auto record = text_of(frame.render(circle_page(), base::Language::th, ""));
    EXPECT_NE(record.find("<link rel=\"later\" href=\"/circle.js\">"), std::string::npos) << record;
    const auto empty = text_of(frame.render_empty(200, base::Language::th, "/search"));
    EXPECT_NE(empty.find("<link rel=\"later\" href=\"/search.js\">"), std::string::npos) << empty;
}

TEST(Page, a_build_without_its_places_is_a_fault_at_start) {
    EXPECT_THROW(http::PageFrame{"<html lang=\"th\"></html>"}, std::logic_error);
}

TEST(Page, an_installation_that_has_a_name_of_its_own_is_called_by_it_everywhere) {
    http::Words words;
    words.by_key["frame_brand"] = {"สมุดเมือง <b>", "City book"};
    words.picture = "/files/7/card";
    const http::PageFrame frame{built};
    const auto thai = text_of(frame.render(circle_page(), base::Language::th, "https://example.org", words));
    for (const auto* part : {" · สมุดเมือง &lt;b&gt;</title>", "og:site_name\" content=\"สมุดเมือง &lt;b&gt;\"", ">สมุดเมือง &lt;b&gt;</a>",
                             "og:image\" content=\"https://example.org/files/7/card\""})
        EXPECT_NE(thai.find(part), std::string::npos) << part << "\n" << thai;
    EXPECT_NE(text_of(frame.render_empty(200, base::Language::en, "/all", words)).find("<title>City book</title>"), std::string::npos);
    EXPECT_EQ(thai.find("ล้อมวง"), std::string::npos);
}

TEST(Page, an_example_says_so_before_any_script_runs) {
    const http::Words words{.by_key = {}, .picture = {}, .example = true};
    const http::PageFrame frame{built};
    EXPECT_NE(text_of(frame.render(circle_page(), base::Language::th, "", words)).find("<p><strong>ข้อมูลตัวอย่าง</strong> "),
              std::string::npos);
    EXPECT_EQ(text_of(frame.render(circle_page(), base::Language::th, "")).find("ข้อมูลตัวอย่าง"), std::string::npos);
}

}  // namespace
