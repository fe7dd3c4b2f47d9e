#include "markdown/markdown.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace markdown {
namespace {

TEST(Markdown, is_written_as_people_write_it) {
    EXPECT_EQ(to_html("# หัวข้อ\n\nคำ **หนัก** และ *เอียง*\n\n- หนึ่ง\n- สอง\n\n3. สาม"),
              "<h2 id=\"s-หัวข้อ\">หัวข้อ</h2>\n<p>คำ <strong>หนัก</strong> และ <em>เอียง</em></p>\n<ul><li>หนึ่ง</li>\n<li>สอง</li>\n</ul>\n<ol "
              "start=\"3\"><li>สาม</li>\n</ol>\n");
    EXPECT_EQ(to_html("บรรทัด\nต่อ"), "<p>บรรทัด<br>\nต่อ</p>\n");
}

TEST(Markdown, thai_words_stand_close_to_the_stars_of_emphasis) {
    EXPECT_EQ(to_html("**\"ล้อมวง\"**ครับ"), "<p><strong>&quot;ล้อมวง&quot;</strong>ครับ</p>\n");
    EXPECT_EQ(to_html("เรียกว่า**“วง”**และ*(เวที)*ด้วย"), "<p>เรียกว่า<strong>“วง”</strong>และ<em>(เวที)</em>ด้วย</p>\n");
    EXPECT_EQ(to_html("(**คำ**)นี้ `**\"ก\"**ข`"), "<p>(<strong>คำ</strong>)นี้ <code>**&quot;ก&quot;**ข</code></p>\n");
    EXPECT_EQ(to_html("2 * 3 * 4 \\*ไม่ใช่\\*"), "<p>2 * 3 * 4 *ไม่ใช่*</p>\n");
}

TEST(Markdown, nothing_that_could_run_gets_through) {
    EXPECT_EQ(to_html("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    for (const auto* link : {"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,x)", "[x](//evil.example)",
                             "[x](/\\evil.example)", "[x](vbscript:x)"})
        EXPECT_EQ(to_html(link).find("href"), std::string::npos) << link;
    EXPECT_EQ(to_html("[x](https://a.th/\"onclick=1)").find("\"onclick"), std::string::npos);
    EXPECT_EQ(to_html("![ภาพ](https://elsewhere.example/x.png)"), "<p>ภาพ</p>\n");
}

TEST(Markdown, a_picture_s_description_is_plain_text_whatever_stands_in_it) {
    EXPECT_EQ(markdown::to_html("![a ![b](/files/2) *c* [d](/e)](/files/1) f"),
              "<p><img loading=\"lazy\" src=\"/files/1\" alt=\"a b c d\"> f</p>\n");
    EXPECT_EQ(markdown::to_html("![a ![b](/files/2)](https://elsewhere.test/1)"), "<p>a b</p>\n");
    EXPECT_EQ(markdown::to_html("[![b](/files/2)](/a)"), "<p><a href=\"/a\"><img loading=\"lazy\" src=\"/files/2\" alt=\"b\"></a></p>\n");
}

TEST(Markdown, links_out_are_not_followed_and_links_within_are_plain) {
    EXPECT_EQ(to_html("[ก](https://a.th) [ข](/circles/1)"),
              "<p><a href=\"https://a.th\" rel=\"nofollow noopener\">ก</a> <a href=\"/circles/1\">ข</a></p>\n");
    EXPECT_EQ(to_html("![วง](/files/7/page)"), "<p><img loading=\"lazy\" src=\"/files/7/page\" alt=\"วง\"></p>\n");
}

TEST(Markdown, headings_of_the_same_words_have_addresses_of_their_own) {
    EXPECT_EQ(to_html("## ผล ที่ได้!\n## ผล ที่ได้"), "<h3 id=\"s-ผล-ที่ได้\">ผล ที่ได้!</h3>\n<h3 id=\"s-ผล-ที่ได้-2\">ผล ที่ได้</h3>\n");
}

TEST(Markdown, the_words_alone_are_a_line_a_paragraph) {
    EXPECT_EQ(to_text("# หัวข้อ\n\n**คำ**ครับ [ลิงก์](https://a.th)\n\n- หนึ่ง\n- สอง"), "หัวข้อ\nคำครับ ลิงก์\nหนึ่ง\nสอง");
}

TEST(Markdown, an_escaped_text_reads_as_it_stood) {
    for (const auto* text : {"# ไม่ใช่หัวข้อ", "2 * 3 * 4", "[ก](ข)", "> ก", "---", "`x` ~~y~~ a|b \\ *ก*"})
        EXPECT_EQ(to_text(escape(text)), text);
}

TEST(Markdown, hostile_texts_take_no_longer_than_long_ones) {
    for (const auto* part : {"*a_ ", "[", "![", "> ", "`", "**\"", "* ", "<a", "&#", "|a", "[a](<b", "- \t"}) {
        std::string text;
        while (text.size() < 400'000) text += part;
        const auto start = std::chrono::steady_clock::now();
        to_html(text);
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << part;
    }
}

}  // namespace
}  // namespace markdown
