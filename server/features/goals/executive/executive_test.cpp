#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "document/testing.hpp"
#include "goals/dashboard/dashboard_office.hpp"

namespace goals {

namespace {

constexpr const char* two_blocks =
    R"([{"look":"number","width":"half","indicators":["saving"]},{"look":"exceptions","width":"full","indicators":["saving"]}])";

struct ExecutiveOffice : DashboardOffice {
    using DashboardOffice::DashboardOffice;

    static std::string told(const std::string& command, const std::string& pdf, const std::string& rest) {
        const auto file = std::filesystem::temp_directory_path() / ("lomwong_executive_" + std::to_string(::getpid()) + ".pdf");
        std::ofstream(file, std::ios::binary) << pdf;
        auto words = document::testing::told_by(command + " " + file.string() + rest);
        std::filesystem::remove(file);
        return words;
    }
    static std::string text(const std::string& pdf) { return told("pdftotext -raw", pdf, " -"); }
    static bool is_one_page(const std::string& pdf) { return told("pdfinfo", pdf, "").find("Pages:           1\n") != std::string::npos; }

    static std::string report(support::Client& client, const records::Envelope& record, const std::string& more = "") {
        const auto reply = client.get("/api" + record.address + "/report.pdf" + more);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        EXPECT_TRUE(reply.body.starts_with("%PDF"));
        return reply.body;
    }
};

}  // namespace

OFFICE_TEST(ExecutiveOffice, one_page_tells_area_period_numbers_and_what_to_look_into) {
    office.tell("2567", village_1, 70);
    office.tell("2568", village_1, 60);
    const auto record = office.make(two_blocks);
    const auto pdf = ExecutiveOffice::report(office.guest, record);
    EXPECT_TRUE(ExecutiveOffice::is_one_page(pdf));
    const auto text = ExecutiveOffice::text(pdf);
    for (const auto* words : {"รายงานผู้บริหาร", "ตัวเลขของเรา", "ตัวเลขสำคัญ", "ร้อยละ 60", "จาก ร้อยละ 70", "พ.ศ. 2568", "ข้อมูลจาก 1 จาก 3 แห่ง",
                              "แนวโน้ม", "จุดที่ควรติดตาม", "ถอยจาก", "ยังไม่มีข้อมูล", "ข้อมูล ณ วันที่", "ที่มา: แดชบอร์ด"})
        EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
    const auto earlier = ExecutiveOffice::text(ExecutiveOffice::report(office.guest, record, "?period=2567&area=80010101"));
    EXPECT_NE(earlier.find("ช่วงเวลา: พ.ศ. 2567"), std::string::npos) << earlier;
    EXPECT_NE(earlier.find("ร้อยละ 70"), std::string::npos) << earlier;
    EXPECT_EQ(office.guest.get("/api" + record.address + "/report.pdf?period=2567/68").status, 422u);
    EXPECT_EQ(office.guest.get("/api" + record.address + "/report.pdf?area=999999").status, 422u);
}

OFFICE_TEST(ExecutiveOffice, is_in_the_language_of_its_reader) {
    office.tell("2568", village_1, 60);
    const auto record = office.make(two_blocks);
    auto& guest = office.guest;
    guest.headers.set("Accept-Language", "en");
    const auto text = ExecutiveOffice::text(ExecutiveOffice::report(guest, record));
    for (const auto* words : {"Executive report", "Key numbers", "60 %", "2025", "What to look into", "1 of 3 areas"})
        EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
}

OFFICE_TEST(ExecutiveOffice, an_empty_dashboard_says_so_and_one_without_a_list_gets_one) {
    office.tell("2568", village_1, 60);
    const auto empty = ExecutiveOffice::report(office.guest, office.make("[]"));
    EXPECT_NE(ExecutiveOffice::text(empty).find("แดชบอร์ดนี้ยังไม่มีภาพ"), std::string::npos);
    const auto bars = ExecutiveOffice::report(office.guest, office.make(R"([{"look":"bars","width":"full","indicators":["saving"]}])"));
    EXPECT_NE(ExecutiveOffice::text(bars).find("จุดที่ควรติดตาม"), std::string::npos);
}

OFFICE_TEST(ExecutiveOffice, the_goal_of_a_ladder_is_a_number_of_its_own) {
    office.tell("2568", village_1, 60);
    const auto goal = office.editor.post(
        "/api/goals",
        R"({"owner":)" + std::to_string(office.organisation.value) +
            R"(,"content":{"title":"ออมกันทุกบ้าน","area":6010101001,"indicator":"saving","targets":[{"period":"2570","value":90}]}})");
    ASSERT_EQ(goal.status, 201u) << goal.body;
    const auto ladder = R"([{"look":"ladder","width":"full","goal":)" + std::to_string(goal.as<records::Envelope>().id.value) + "}]";
    const auto text = ExecutiveOffice::text(ExecutiveOffice::report(office.guest, office.make(ladder)));
    EXPECT_NE(text.find("60 · ข้อมูลจาก 1 จาก 1 แห่ง"), std::string::npos) << text;
    EXPECT_EQ(text.find("แดชบอร์ดนี้ยังไม่มีภาพ"), std::string::npos) << text;
}

OFFICE_TEST(ExecutiveOffice, a_dashboard_of_words_has_no_numbers_but_is_not_empty) {
    const auto words = ExecutiveOffice::report(office.guest, office.make(R"([{"look":"text","width":"full","text":"ประชุมวันพุธ"}])"));
    const auto text = ExecutiveOffice::text(words);
    EXPECT_EQ(text.find("แดชบอร์ดนี้ยังไม่มีภาพ"), std::string::npos) << text;
    EXPECT_NE(text.find("ไม่มีตัวเลขสำหรับพื้นที่และช่วงนี้"), std::string::npos) << text;
}

OFFICE_TEST(ExecutiveOffice, lists_that_are_left_out_are_counted_and_where_none_can_be_shown_there_is_one_of_all_numbers) {
    office.tell("2568", village_1, 60);
    const std::string list = R"({"look":"exceptions","width":"full","indicators":["saving"]})";
    const auto five =
        ExecutiveOffice::report(office.guest, office.make("[" + list + "," + list + "," + list + "," + list + "," + list + "]"));
    EXPECT_NE(ExecutiveOffice::text(five).find("รายการที่ควรติดตามอีก 2 รายการ"), std::string::npos) << ExecutiveOffice::text(five);
    const auto made = office.make(R"([{"look":"number","width":"half","indicators":["saving"]},)" + list + "]");
    const auto gone =
        R"([{"look":"number","width":"half","indicators":["saving"]},{"look":"exceptions","width":"full","indicators":["ghost"]}])";
    office.write([&](db::Tx& tx) { tx.run("UPDATE goals_dashboards SET blocks = $2 WHERE id = $1", made.id, std::string(gone)); });
    const auto text = ExecutiveOffice::text(ExecutiveOffice::report(office.guest, made));
    EXPECT_NE(text.find("จุดที่ควรติดตาม"), std::string::npos) << text;
    EXPECT_NE(text.find("รายการที่ควรติดตามอีก 1 รายการ"), std::string::npos) << text;
}

OFFICE_TEST(ExecutiveOffice, what_fits_stays_one_page_also_with_many_pictures_and_very_long_names) {
    auto definition = GoalsOffice::saving();
    std::string name;
    for (int i = 0; i < 12; ++i) name += "ครัวเรือนที่ออมเงินทุกเดือน";
    definition.title = {name.substr(0, 270)};
    definition.target = base::whole(80);
    std::string blocks;
    for (int i = 0; i < 30; ++i) {
        const auto code = "long_" + std::to_string(i);
        EXPECT_EQ(office.editor.post("/api/indicators", office.indicator_form(code, definition)).status, 201u);
        for (const auto* year : {"2566", "2567", "2568"}) office.tell(year, village_1, 60 - i, 100, code);
        blocks += std::string(i > 0 ? "," : "") + R"({"look":"number","width":"half","indicators":[")" + code + "\"]}";
    }
    const auto pdf = ExecutiveOffice::report(office.guest, office.make("[" + blocks + "]"));
    EXPECT_TRUE(ExecutiveOffice::is_one_page(pdf)) << ExecutiveOffice::told("pdfinfo", pdf, "");
    const auto text = ExecutiveOffice::text(pdf);
    EXPECT_NE(text.find("ตัวเลขในแดชบอร์ด"), std::string::npos) << text;
    EXPECT_NE(text.find("และอีก"), std::string::npos) << text;
}

OFFICE_TEST(ExecutiveOffice, who_may_not_read_the_dashboard_has_no_report_of_it) {
    const auto record = office.make(two_blocks);
    office.write([&](db::Tx& tx) { tx.run("UPDATE records_records SET visibility = 'members' WHERE id = $1", record.id); });
    EXPECT_EQ(office.guest.get("/api" + record.address + "/report.pdf").status, 404u);
    EXPECT_EQ(office.guest.get("/api/dashboards/4711/report.pdf").status, 404u);
}

}  // namespace goals
