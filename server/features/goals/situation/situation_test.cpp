#include "goals/situation/seeing_office.hpp"

namespace goals {

using base::whole;

OFFICE_TEST(SeeingOffice, an_area_sees_its_newest_figure_where_it_came_from_and_what_is_still_to_go) {
    office.tell({"2563", village_1, 50});
    office.tell({"2564", village_1, 70});
    office.tell({"2564", village_2, 80});
    const auto seen = office.see(office.guest, "800101");
    ASSERT_EQ(seen.groups.size(), 1u);
    const auto& finding = seen.groups[0].findings.at(0);
    EXPECT_EQ(finding.newest->period, "2021");
    EXPECT_EQ(finding.figure.value, whole(75));
    EXPECT_EQ(finding.figure.reported, 2);
    EXPECT_EQ(finding.figure.expected, 3);
    EXPECT_EQ(finding.trend.size(), 2u);
    EXPECT_EQ(finding.turn, Turn::better);
    EXPECT_FALSE(finding.aim) << "nobody has set one";
    EXPECT_FALSE(finding.beside) << "nobody beside it has a figure";
}

OFFICE_TEST(SeeingOffice, its_own_set_or_the_nearest_above_says_what_is_looked_at_and_under_which_name) {
    office.make_set(district, "ของอำเภอ");
    EXPECT_EQ(office.see(office.guest, "80010101").groups.at(0).findings.at(0).title, "ของอำเภอ");
    office.make_set(here, "ออมทุกเดือน");
    const auto seen = office.see(office.guest, "80010101");
    ASSERT_EQ(seen.sets.size(), 1u);
    EXPECT_EQ(seen.groups.at(0).findings.at(0).title, "ออมทุกเดือน");
    EXPECT_EQ(seen.groups[0].findings[0].found, Found::missing);
    EXPECT_FALSE(seen.groups[0].findings[0].newest);
    EXPECT_TRUE(office.see(office.guest, "80").groups.empty());
}

OFFICE_TEST(SeeingOffice, the_best_of_its_neighbours_and_the_middle_are_of_the_same_period) {
    office.tell({"2564", here, 60});
    office.tell({"2564", beside, 90});
    office.tell({"2564", beyond, 70});
    office.tell({"2563", beyond, 99});
    const auto finding = office.see(office.guest, "800101").groups.at(0).findings.at(0);
    ASSERT_TRUE(finding.beside);
    EXPECT_EQ(finding.beside->areas, 3);
    EXPECT_EQ(finding.beside->median, whole(70));
    EXPECT_EQ(finding.beside->turn, Turn::worse);
    EXPECT_EQ(finding.beside->best->code, "800102");
    EXPECT_EQ(finding.beside->best_value, whole(90));
}

OFFICE_TEST(SeeingOffice, inside_it_zero_missing_not_asked_and_not_applicable_look_different) {
    office.tell({"2564", village_1, 0});
    office.tell({"2564", village_2, 0, State::not_applicable});
    const auto inside = [&] { return office.guest.get("/api/areas/800101/situation/inside").as<Inside>(); };
    const auto rows = inside().rows;
    ASSERT_EQ(rows.size(), 1u);
    const auto& cells = rows[0].cells;
    ASSERT_EQ(cells.size(), 3u);
    EXPECT_EQ(cells[0].found, Found::value);
    EXPECT_EQ(cells[0].value, whole(0));
    EXPECT_EQ(cells[1].found, Found::not_applicable);
    EXPECT_EQ(cells[2].found, Found::missing);
    office.tell({"2564", village_2, 0, State::not_asked});
    EXPECT_EQ(inside().rows[0].cells[1].found, Found::not_asked);
}

OFFICE_TEST(SeeingOffice, what_the_viewer_may_not_read_is_not_there) {
    const auto record = office.show(office.editor, "saving").record;
    office.tell({"2564", village_1, 70});
    const auto hidden = office.editor.put("/api/records/" + std::to_string(record.id.value) + "/audience",
                                          R"({"visibility":"members","partners":[],"persons":[]})", record.version);
    ASSERT_EQ(hidden.status, 200u) << hidden.body;
    EXPECT_TRUE(office.see(office.guest, "800101").groups.empty());
    EXPECT_TRUE(office.guest.get("/api/areas/800101/situation/inside").as<Inside>().rows.empty());
    EXPECT_EQ(office.see(office.editor, "800101").groups.size(), 1u);
}

OFFICE_TEST(SeeingOffice, the_table_comes_in_again_as_it_went_out) {
    office.tell({"2564", village_1, 70});
    const auto table = office.guest.get("/api/areas/800101/situation.csv").body;
    EXPECT_NE(table.find("indicator,area,period,value,"), std::string::npos) << table;
    EXPECT_NE(table.find("saving,80010101,2021,70,"), std::string::npos) << table;
    EXPECT_EQ(office.guest.get("/api/areas/800101/situation.xlsx").body.substr(0, 2), "PK");
    EXPECT_EQ(office.guest.get("/api/areas/999999/situation").status, 404u);
    EXPECT_NE(office.guest.get("/areas/800101/situation").body.find("ร้อยละ 70<"), std::string::npos);
}

}  // namespace goals
