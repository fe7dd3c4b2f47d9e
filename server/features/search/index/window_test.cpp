#include "search/index/window.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <codecvt>
#include <locale>
#include <string>
#include <vector>

namespace {

using search::best_window;
using search::Question;

std::u16string units(const std::string& text) {
    return std::wstring_convert<std::codecvt_utf8_utf16<char16_t>, char16_t>().from_bytes(text);
}
std::string bytes(const std::u16string& text) {
    return std::wstring_convert<std::codecvt_utf8_utf16<char16_t>, char16_t>().to_bytes(text);
}

std::vector<std::string> marked(const search::Window& window) {
    std::vector<std::string> out;
    out.reserve(window.marks.size());
    for (const auto& mark : window.marks) out.push_back(bytes(units(window.text).substr(mark.begin, mark.end - mark.begin)));
    return out;
}

TEST(Window, what_was_asked_is_marked_as_it_was_written) {
    const auto window = best_window("😀 โครงการจัดหาน้ําสะอาด", Question("น้ำ"));
    EXPECT_EQ(window.text, "โครงการจัดหาน้ําสะอาด");
    EXPECT_EQ(marked(window), std::vector<std::string>{"น้ํา"});
}

TEST(Window, a_long_text_is_cut_around_the_hits) {
    std::string text;
    for (int at = 0; at < 200; ++at) text += "เรื่องอื่น ";
    text += "ธนาคารความดีของตำบลหนองสาหร่าย";
    for (int at = 0; at < 200; ++at) text += " เรื่องอื่น";
    const auto window = best_window(text, Question("ธนาคารความดี"));
    EXPECT_EQ(marked(window), std::vector<std::string>{"ธนาคารความดี"});
    EXPECT_TRUE(window.text.starts_with("…") && window.text.ends_with("…"));
    EXPECT_LE(units(window.text).size(), 162U);
}

TEST(Window, a_scrap_of_a_piece_is_not_marked_in_other_words) {
    EXPECT_TRUE(best_window("งานการควาญช้าง", Question("ธนาคารควายไทย")).marks.empty());
    EXPECT_EQ(marked(best_window("หลักสูตรผู้นำการเปลี่ยนแปลง", Question("นำการเปลี่"))), std::vector<std::string>{"นำการเปลี่"});
}

TEST(Window, without_a_hit_the_beginning_is_shown) {
    const auto window = best_window("เริ่มต้นที่นี่", Question("ไม่มี"));
    EXPECT_EQ(window.text, "เริ่มต้นที่นี่");
    EXPECT_TRUE(window.marks.empty());
    EXPECT_EQ(best_window("", Question("ก")).text, "");
}

TEST(Window, marks_are_in_order_apart_and_inside) {
    EXPECT_TRUE(rc::check([] {
        const auto part = rc::gen::element<std::string>("ชุมชน", "น้ํา", " ", "😀", "abc", "\u200B", "ตลาด", "\n", "ี");
        std::string text;
        for (const auto& one : *rc::gen::container<std::vector<std::string>>(part)) text += one;
        const auto window = best_window(text, Question("ชุมชน น้ำ abc"), 12);
        std::uint32_t last = 0;
        for (const auto& mark : window.marks) {
            RC_ASSERT(mark.begin >= last && mark.end > mark.begin && mark.end <= units(window.text).size());
            last = mark.end;
        }
    }));
}

}  // namespace
