#include "knowledge/item/item.hpp"

#include <gtest/gtest.h>

#include "base/json/json.hpp"

namespace knowledge {
namespace {

std::vector<std::string> codes(std::string_view text) {
    json::Errors errors;
    json::read<Content>(text, errors);
    std::vector<std::string> result;
    for (const auto& error : errors.list()) result.push_back(error.pointer + " " + error.code);
    return result;
}

TEST(Item, a_lesson_has_its_six_headings_and_no_others) {
    EXPECT_EQ(headings_of(Kind::lesson).size(), 6u);
    EXPECT_EQ(headings_of(Kind::case_).size(), 5u);
    EXPECT_TRUE(codes(R"({"kind":"lesson","title":"ก","body":"","sections":[{"heading":"context","body":"ข"}]})").empty());
    EXPECT_EQ(codes(R"({"kind":"note","title":"ก","body":"","sections":[{"heading":"context","body":"ข"}]})"),
              std::vector<std::string>{"/sections/0/heading not_a_heading_of_this_kind"});
    EXPECT_EQ(codes(R"({"kind":"case","title":"ก","body":"","sections":[{"heading":"advice","body":""},{"heading":"advice","body":""}]})"),
              std::vector<std::string>{"/sections/1/heading duplicate"});
}

TEST(Item, an_isbn_proves_itself) {
    EXPECT_TRUE(is_isbn("978-0-306-40615-7"));
    EXPECT_TRUE(is_isbn("0-8044-2957-X"));
    for (const auto* wrong : {"978-0-306-40615-8", "0804429570", "12345", "978030640615X", "กขค"}) EXPECT_FALSE(is_isbn(wrong)) << wrong;
    EXPECT_EQ(codes(R"({"kind":"document","title":"ก","body":"","document":{"author_body":"","edition":"","isbn":"1"}})"),
              std::vector<std::string>{"/document/isbn not_an_isbn"});
}

TEST(Item, its_summary_is_the_beginning_of_its_words_without_marks) {
    Content content;
    content.title.value = "ก";
    content.body.value = "# หัวข้อ\n\n**ล้อมวง**คุยกัน";
    EXPECT_EQ(describe(content).summary, "หัวข้อ ล้อมวงคุยกัน");
}

TEST(Item, a_long_beginning_ends_with_a_whole_word) {
    std::string text;
    while (text.size() < 4000) text += "คุยกันเรื่องน้ำ ";
    const auto cut = beginning(text);
    EXPECT_LT(cut.size(), 1500u);
    EXPECT_TRUE(cut.ends_with("…"));
    EXPECT_TRUE(cut.ends_with("คุย…") || cut.ends_with("กัน…") || cut.ends_with("เรื่อง…") || cut.ends_with("น้ำ…") || cut.ends_with("คุยกัน…"))
        << cut.substr(cut.size() - 40);
}

TEST(Item, search_reads_all_of_it) {
    Content content;
    content.body.value = "เนื้อหา";
    content.sections = {{{Heading::why, {"เพราะฝน"}}}};
    content.tags = {{{"ป่าชุมชน"}}};
    content.document = Document{{"สำนักงาน"}, {"พิมพ์ครั้งที่ 2"}, {""}, {}};
    content.files = {{{{1}, {"คนนั่งล้อมวง"}, {"วันแรก"}}}};
    for (const auto* word : {"เนื้อหา", "เพราะฝน", "ป่าชุมชน", "สำนักงาน", "พิมพ์ครั้งที่ 2", "คนนั่งล้อมวง", "วันแรก"})
        EXPECT_NE(searchable(content).find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace knowledge
