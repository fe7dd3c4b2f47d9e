#include <gtest/gtest.h>

#include "document/pdf.hpp"
#include "document/testing.hpp"
#include "goals/situation/sheet_paper.hpp"

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

Situation twelve() {
    Situation situation;
    situation.area = {"710911", areas::Level::subdistrict, "ตำบลหนองสาหร่าย"};
    situation.path = "ต.หนองสาหร่าย อ.พนมทวน จ.กาญจนบุรี";
    situation.groups.push_back({"ความดี", "", {}});
    for (int i = 0; i < 12; ++i) situation.groups[0].findings.push_back(finding("ข้อ" + std::to_string(i), 40, 50 + i, 80));
    return situation;
}

std::vector<std::string> codes(const std::vector<const Finding*>& findings) {
    std::vector<std::string> codes;
    codes.reserve(findings.size());
    for (const auto* each : findings) codes.push_back(each->code);
    return codes;
}

}  // namespace

TEST(Sheet, holds_what_was_chosen_in_that_order_or_what_is_farthest_from_its_goal) {
    const auto situation = twelve();
    EXPECT_EQ(codes(chosen_for_sheet(situation, {"ข้อ3", "ไม่มี", "ข้อ1"})), (std::vector<std::string>{"ข้อ3", "ข้อ1"}));
    const auto worst = codes(chosen_for_sheet(situation, {}));
    ASSERT_EQ(worst.size(), most_on_a_sheet);
    EXPECT_EQ(worst.front(), "ข้อ0");
}

TEST(Sheet, with_all_that_it_holds_is_one_page_with_how_many_of_how_many_at_each) {
    const auto situation = twelve();
    const auto paper = sheet_paper(situation, chosen_for_sheet(situation, {}), base::Instant{1'795'000'000'000}, base::Language::th);
    const document::Fonts fonts;
    const auto file = std::filesystem::temp_directory_path() / "lomwong_sheet_test.pdf";
    std::ofstream(file, std::ios::binary) << document::write_pdf(paper, fonts);
    EXPECT_NE(document::testing::told_by("pdfinfo " + file.string()).find("Pages:           1\n"), std::string::npos);
    const auto text = document::testing::told_by("pdftotext -raw " + file.string() + " -");
    EXPECT_NE(text.find("ข้อมูลจาก 7 จาก 9 แห่ง"), std::string::npos) << text;
    EXPECT_NE(text.find("ร้อยละ 80.0"), std::string::npos);
    EXPECT_NE(text.find("2569"), std::string::npos) << "the year as people count";
    std::filesystem::remove(file);
}

}  // namespace goals
