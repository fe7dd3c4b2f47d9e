#include "circles/circles_office.hpp"

namespace circles {

OFFICE_TEST(CirclesOffice, a_public_session_is_readable_before_any_script_runs_and_tells_no_more_than_the_api) {
    const auto circle = office.new_circle(CircleKind::meeting);
    auto form = office.session_form({2026, 11, 18});
    form.key_question = {{"<script>alert(1)</script> แยกขยะอย่างไร"}};
    const auto session = office.plan(circle, form);
    office.say(office.contributor, session, "ถ้าเด็กเริ่ม ผู้ใหญ่ก็ทำตาม", "ยายสมมติ มีสุข");
    office.editor.post("/api" + session.address + "/hold");
    const auto page = office.guest.get(session.address);
    ASSERT_EQ(page.status, 200u);
    for (const auto* part : {"ครั้งที่ 1 · แยกขยะอย่างไรให้คนอยากทำ", "18 พฤศจิกายน 2569", "ถ้าเด็กเริ่ม ผู้ใหญ่ก็ทำตาม", "&lt;script&gt;"})
        EXPECT_NE(page.body.find(part), std::string::npos) << part;
    EXPECT_EQ(page.body.find("ยายสมมติ"), std::string::npos);
    EXPECT_EQ(page.body.find("<script>alert"), std::string::npos);
    EXPECT_NE(office.guest.get(circle.address).body.find("แยกขยะอย่างไรให้คนอยากทำ"), std::string::npos);
}

OFFICE_TEST(CirclesOffice, a_page_that_may_not_be_read_is_a_page_that_is_not_there) {
    auto form = office.circle_form();
    form.audience = records::Audience{.visibility = records::Visibility::members, .partners = {}, .persons = {}};
    const auto circle = office.new_circle(form);
    EXPECT_EQ(office.guest.get(circle.address).status, 404u);
    EXPECT_EQ(office.member.get(circle.address).status, 200u);
}

OFFICE_TEST(CirclesOffice, the_year_and_its_table_are_readable_before_any_script_runs) {
    const auto circle = office.new_circle();
    office.hold(circle, {2026, 11, 11});
    for (const auto* path : {"/circles/calendar", "/circles/participation?year=2570&organisation=7"}) {
        const auto page = office.guest.get(path);
        ASSERT_EQ(page.status, 200u) << page.body;
        EXPECT_NE(page.body.find("11 พฤศจิกายน 2569"), std::string::npos) << path;
    }
    EXPECT_EQ(office.guest.get("/circles/participation?year=2569").body.find("พฤศจิกายน"), std::string::npos);
}

}  // namespace circles
