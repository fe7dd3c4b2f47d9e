#include <gtest/gtest.h>

#include "document/pdf.hpp"
#include "document/testing.hpp"
#include "goals/situation/sheet_paper.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace goals {

namespace {

using base::whole;

Finding finding(const std::string& code, std::int64_t before, std::int64_t now, std::int64_t aim) {
    Finding finding;
    finding.code = code;
    finding.title = "ครอบครัวที่ทำ" + code + "ได้ครบทุกเดือนตามที่ที่ประชุมหมู่บ้านตกลงกัน";
    finding.traits.calculation = Calculation::ratio;
    finding.traits.factor = {100};
    finding.traits.decimals.value = 1;
    finding.newest = Point{"2025", "พ.ศ. 2568", whole(now)};
    finding.trend = {{"2024", "พ.ศ. 2567", whole(before)}, {"2025", "พ.ศ. 2568", whole(now)}};
    finding.turn = Turn::better;
    finding.figure.value = whole(now);
    finding.figure.reported = 7;
    finding.figure.expected = 9;
    finding.aim.emplace();
    finding.aim->from = whole(aim);
    finding.aim->gap = whole(std::max<std::int64_t>(0, aim - now));
    return finding;
}

Situation with(int count) {
    Situation situation;
    situation.area = {"710911", areas::Level::subdistrict, "ตำบลหนองสาหร่าย"};
    situation.path = "ต.หนองสาหร่าย อ.พนมทวน จ.กาญจนบุรี";
    situation.groups.push_back({"ความดี", "", {}});
    for (int i = 0; i < count; ++i) situation.groups[0].findings.push_back(finding("ข้อ" + std::to_string(i), 40, 50 + i, 80));
    return situation;
}

std::vector<std::string> codes(const std::vector<const Finding*>& findings) {
    std::vector<std::string> codes;
    codes.reserve(findings.size());
    for (const auto* each : findings) codes.push_back(each->code);
    return codes;
}

struct Printed {
    std::string facts;
    std::string text;
};

Printed printed(const Situation& situation, const SheetOrder& order) {
    const auto paper = sheet_paper(situation, order, base::Instant{1'795'000'000'000}, base::Language::th);
    const document::Fonts fonts;
    const auto file = std::filesystem::temp_directory_path() / ("lomwong_sheet_test_" + std::to_string(::getpid()) + ".pdf");
    std::ofstream(file, std::ios::binary) << document::write_pdf(paper, fonts);
    Printed printed{document::testing::told_by("pdfinfo " + file.string()),
                    document::testing::told_by("pdftotext -raw " + file.string() + " -")};
    std::filesystem::remove(file);
    return printed;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

constexpr auto one_page = "Pages:           1\n";

}  // namespace

TEST(Sheet, holds_what_was_chosen_in_that_order_or_what_is_farthest_from_its_goal) {
    const auto situation = with(12);
    EXPECT_EQ(codes(chosen_for_sheet(situation, {{"ข้อ3", "ไม่มี", "ข้อ1"}})), (std::vector<std::string>{"ข้อ3", "ข้อ1"}));
    const auto worst = codes(chosen_for_sheet(situation, {}));
    ASSERT_EQ(worst.size(), most_on_a_sheet(SheetLetters::wall));
    EXPECT_EQ(worst.front(), "ข้อ0");
}

TEST(Sheet, holds_the_more_the_smaller_its_letters_and_for_the_hand_all_as_they_stand) {
    auto situation = with(40);
    std::ranges::reverse(situation.groups[0].findings);
    EXPECT_EQ(codes(chosen_for_sheet(situation, {{}, SheetLetters::near})).size(), 9U);
    const auto in_hand = codes(chosen_for_sheet(situation, {{}, SheetLetters::hand}));
    ASSERT_EQ(in_hand.size(), 31U);
    EXPECT_EQ(in_hand.front(), "ข้อ39") << "of those that came to their goal the first, and the others in their order";
    EXPECT_EQ(in_hand.back(), "ข้อ0");
}

TEST(Sheet, with_all_that_it_holds_is_one_page_with_how_many_of_how_many_at_each) {
    const auto [facts, text] = printed(with(12), {});
    EXPECT_NE(facts.find(one_page), std::string::npos);
    EXPECT_NE(text.find("ข้อมูลจาก 7 จาก 9 แห่ง"), std::string::npos) << text;
    EXPECT_NE(text.find("ร้อยละ 80.0"), std::string::npos);
    EXPECT_NE(text.find("2569"), std::string::npos) << "the year as people count";
}

TEST(Sheet, of_nine_and_of_thirty_one_is_one_page_too) {
    const auto near = printed(with(12), {{}, SheetLetters::near});
    EXPECT_NE(near.facts.find(one_page), std::string::npos);
    EXPECT_EQ(count_of(near.text, "ร้อยละ 80.0"), 9U) << near.text;
    const auto in_hand = printed(with(40), {{}, SheetLetters::hand});
    EXPECT_NE(in_hand.facts.find(one_page), std::string::npos);
    EXPECT_EQ(count_of(in_hand.text, "80.0 · 7/9"), 31U) << in_hand.text;
    EXPECT_EQ(count_of(in_hand.text, "พ.ศ. 2568"), 1U) << "what they have in common is said once";
}

TEST(Sheet, of_names_that_are_far_too_long_is_one_page_all_the_same) {
    auto situation = with(31);
    for (auto& each : situation.groups[0].findings) each.title += each.title + each.title + each.title;
    const auto in_hand = printed(situation, {{}, SheetLetters::hand});
    EXPECT_NE(in_hand.facts.find(one_page), std::string::npos);
    EXPECT_EQ(count_of(in_hand.text, "80.0 · 7/9"), 31U);
}

}  // namespace goals
