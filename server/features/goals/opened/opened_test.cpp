#include "goals/opened/opened.hpp"

#include "goals/situation/seeing_office.hpp"

namespace goals {

using base::whole;

static Opened open(support::Client& client, const std::string& path) {
    const auto reply = client.get("/api/figures/" + path);
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return reply.as<Opened>();
}

OFFICE_TEST(SeeingOffice, a_number_opens_to_what_it_is_made_of_and_who_is_missing_by_name) {
    office.tell({"2563", village_1, 50});
    office.tell({"2564", village_1, 70});
    office.tell({"2564", village_2, 0, State::not_applicable});
    const auto opened = open(office.guest, "saving/800101/2021");
    EXPECT_EQ(opened.whole.figure.value, whole(70));
    EXPECT_EQ(opened.trend.size(), 2u);
    ASSERT_EQ(opened.children.size(), 3u);
    EXPECT_EQ(opened.children[1].found, Found::not_applicable);
    ASSERT_EQ(opened.missing.size(), 1u);
    EXPECT_EQ(opened.missing[0].code, "80010103");
    ASSERT_EQ(opened.brought.size(), 2u);
    EXPECT_EQ(opened.brought[0].source, "test");
    EXPECT_EQ(opened.brought[0].who, "") << "the system";
}

OFFICE_TEST(SeeingOffice, what_an_area_entered_itself_stands_beside_with_its_difference) {
    office.tell({"2564", here, 90});
    EXPECT_FALSE(open(office.guest, "saving/800101/2564").difference) << "nothing finer is there";
    office.tell({"2564", village_1, 70});
    EXPECT_EQ(open(office.guest, "saving/800101/2564").difference, whole(20));
}

OFFICE_TEST(SeeingOffice, a_number_is_told_by_the_definition_of_its_own_year) {
    auto later = GoalsOffice::saving();
    later.threshold = {"50 บาทต่อเดือน"};
    const auto record = office.show(office.editor, "saving").record;
    const auto changed = office.editor.put("/api/indicators/" + std::to_string(record.number),
                                           office.redefinition(later, 2024, "ค่าครองชีพสูงขึ้น"), record.version);
    ASSERT_EQ(changed.status, 200u) << changed.body;
    EXPECT_EQ(open(office.guest, "saving/800101/2564").definition.threshold->value, "20 บาทต่อเดือน");
    EXPECT_EQ(open(office.guest, "saving/800101/2568").definition.threshold->value, "50 บาทต่อเดือน");
}

OFFICE_TEST(SeeingOffice, a_number_leaves_as_a_table_and_what_is_no_period_or_no_place_is_told) {
    office.tell({"2564", village_1, 70});
    const auto table = office.guest.get("/api/figures/saving/800101/2564/table.csv").body;
    EXPECT_NE(table.find("saving,800101,2021,70,"), std::string::npos) << table;
    EXPECT_NE(table.find("saving,80010103,2021,,"), std::string::npos) << table;
    EXPECT_EQ(office.guest.get("/api/figures/saving/999999/2564").status, 404u);
    EXPECT_EQ(office.guest.get("/api/figures/saving/800101/2567%2F68").status, 422u);
    EXPECT_NE(office.guest.get("/figures/saving/800101/2564").body.find("ร้อยละ 70"), std::string::npos);
}

}  // namespace goals
