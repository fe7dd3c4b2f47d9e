#include "circles/calendar/transparency.hpp"
#include "circles/circles_office.hpp"

namespace circles {

OFFICE_TEST(CirclesOffice, a_year_exports_as_one_table_that_no_spreadsheet_can_be_tricked_with) {
    auto form = office.session_form({2026, 11, 18}, "=1+1");
    form.transparency = Transparency{{"แยก \"ขยะ\""}, {"5 ชุมชน"}, {"จุดทิ้งร่วม"}, {"เข้าแผน"}};
    const auto circle = office.new_circle();
    const auto session = office.plan(circle, form);
    office.plan(circle, base::Date{2026, 11, 25});
    office.editor.post("/api" + session.address + "/hold");
    const auto table = office.guest.get("/api/circles/transparency.csv?year=2570");
    ASSERT_EQ(table.status, 200u) << table.body;
    EXPECT_TRUE(table.body.starts_with("\xEF\xBB\xBF"));
    EXPECT_EQ(std::ranges::count(table.body, '\n'), 2) << "held sessions only, under one heading: " << table.body;
    EXPECT_NE(table.body.find("\"'=1+1\""), std::string::npos);
    const auto rows = office.guest.get("/api/circles/transparency?year=2570").as<std::vector<TransparencyRow>>();
    ASSERT_EQ(rows.size(), 1u) << "what is looked at before the table goes out is what goes out";
    EXPECT_EQ(rows[0].title, "=1+1");
    EXPECT_NE(table.body.find("\"แยก \"\"ขยะ\"\"\""), std::string::npos);
    EXPECT_EQ(std::ranges::count(office.guest.get("/api/circles/transparency.csv?year=2569").body, '\n'), 1);
}

OFFICE_TEST(CirclesOffice, a_year_that_begins_in_january_here_takes_in_november_and_not_the_november_before) {
    const auto circle = office.new_circle();
    office.hold(circle, {2026, 11, 18});
    ASSERT_EQ(office.administrator.put("/api/site/fiscal-year", R"({"begins":1})", 1).status, 200u);
    const auto held = [&](std::string_view year) {
        return office.guest.get("/api/circles/transparency?year=" + std::string(year)).as<std::vector<TransparencyRow>>().size();
    };
    EXPECT_EQ(held("2569"), 1u);
    EXPECT_EQ(held("2570"), 0u);
    EXPECT_NE(office.guest.get("/api/circles/calendar?year=2569").body.find("2026-11-18"), std::string::npos);
    EXPECT_NE(office.guest.get("/circles/calendar").body.find("2569</h1>"), std::string::npos) << "this year, when none is asked for";
}

OFFICE_TEST(CirclesOffice, the_strip_shows_the_wednesdays_on_which_nothing_was_held_as_gaps) {
    auto form = office.circle_form();
    form.since = base::Date{2026, 11, 1};
    const auto circle = office.new_circle(form);
    office.hold(circle, {2026, 11, 11});
    const auto strip = office.guest.get("/api" + circle.address + "/strip").body;
    EXPECT_NE(strip.find(R"("gaps":["2026-11-04","2026-11-18"])"), std::string::npos) << strip;
}

}  // namespace circles
