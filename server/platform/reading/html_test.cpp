#include "reading/html.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "reading/html_text.hpp"

namespace reading {
namespace {

std::string text_of(std::string_view html) {
    std::string text;
    for (const auto& line : read_html(html).lines) text += line.text + "\n";
    return text;
}

TEST(Html, blocks_are_lines_and_what_is_inside_a_line_runs_on) {
    EXPECT_EQ(text_of("<h1>วงเย็น</h1><p>คุย<b>กัน</b>ที่\n  <i>ศาลา</i></p><ul><li>หนึ่ง<li>สอง</ul>ท้าย<br>สุด"),
              "วงเย็น\nคุยกันที่ ศาลา\nหนึ่ง\nสอง\nท้าย\nสุด\n");
}

TEST(Html, headings_and_items_keep_their_shape) {
    const auto lines = read_html("<h2>หัวข้อ</h2><ul><li>ข้อ</li></ul><p>ย่อหน้า").lines;
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[0].shape, Shape::heading);
    EXPECT_EQ(lines[1].shape, Shape::item);
    EXPECT_EQ(lines[2].shape, Shape::plain);
}

TEST(Html, script_style_and_form_controls_are_no_text) {
    EXPECT_EQ(text_of("<SCRIPT>var a = '<p>no</p>';</SCRIPT><style>p{}</style><p>yes<select><option>no</select><!-- no "
                      "--></p><svg><text>no</text></svg>"),
              "yes\n");
}

TEST(Html, entities_become_characters_and_unknown_ones_stay) {
    EXPECT_EQ(unescape("&lt;ก&gt; &amp;&#3585;&#x0E02;&nbsp;&hellip;"), "<ก> &กข\u00A0…");
    EXPECT_EQ(unescape("R&D &unknown; &#xD800; &#99999999; &"), "R&D &unknown; \uFFFD \uFFFD &");
}

TEST(Html, tells_title_and_facts_of_the_page) {
    const auto page = read_html(
        "<title>เรื่อง | เว็บ</title><meta property='og:site_name' content='เว็บ'><meta name=Author content=\"ก &amp; ข\"><link rel=canonical "
        "href=https://a.th/1>");
    EXPECT_EQ(page.title, "เรื่อง | เว็บ");
    using Fact = std::pair<std::string, std::string>;
    EXPECT_EQ(page.facts, (std::vector<Fact>{{"og:site_name", "เว็บ"}, {"author", "ก & ข"}, {"canonical", "https://a.th/1"}}));
}

TEST(Html, menus_and_footers_are_aside_unless_they_never_end) {
    const auto lines = read_html("<nav>เมนู</nav><p>เนื้อ</p><footer>ท้าย</footer>").lines;
    EXPECT_TRUE(lines[0].aside);
    EXPECT_FALSE(lines[1].aside);
    EXPECT_TRUE(lines[2].aside);
    EXPECT_FALSE(read_html("<nav>เมนู<p>เนื้อ").lines[1].aside);
}

TEST(Html, what_is_no_tag_is_text) {
    EXPECT_EQ(text_of("a < b และ 3<5 <p attr=\"ไม่ปิด>ต่อ"), "a < b และ 3<5\nต่อ\n");
    EXPECT_EQ(text_of("<button>ไม่ปิด <p>เนื้อ"), "ไม่ปิด\nเนื้อ\n");
}

TEST(Html, hostile_pages_are_read_in_linear_time) {
    const auto repeat = [](std::string_view part, std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) text += part;
        return text;
    };
    for (const auto* part : {"<", "<a b=\"", "<a '", "&", "<!--", "<nav>", "<script", "<div ", "&#", "</"}) {
        const auto page = repeat(part, 1 << 20);
        const auto start = std::chrono::steady_clock::now();
        read_html(page);
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << part;
    }
}

}  // namespace
}  // namespace reading
