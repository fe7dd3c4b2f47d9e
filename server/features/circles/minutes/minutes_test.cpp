#include "circles/minutes/minutes.hpp"

#include "circles/circles_office.hpp"

namespace circles {

struct Minutes {
    std::optional<MinutesRow> minutes;
    std::vector<std::string> paragraphs;
    std::vector<Amendment> amendments;
    std::vector<MinutesRow> versions;
    bool may_propose{};
    bool may_edit{};
};
BOOST_DESCRIBE_STRUCT(Minutes, (), (minutes, paragraphs, amendments, versions, may_propose, may_edit))

static constexpr base::Date that_day{2026, 11, 18};

static std::string at(const records::Envelope& session) {
    return "/api" + session.address + "/minutes";
}

static Minutes read(support::Client& client, const records::Envelope& session) {
    return client.get(at(session)).as<Minutes>();
}

// Somebody from elsewhere who was there.
static records::Envelope with_a_visitor(CirclesOffice& office) {
    const auto session = office.hold(office.new_circle(CircleKind::meeting), that_day);
    office.write([&](db::Tx& tx) {
        put_attendee(tx, office.editor.person, {session.id.value}, {.person_id = office.stranger.person, .name = {{"ลุงสมมติ"}}});
    });
    return session;
}

static void draft(CirclesOffice& office, const records::Envelope& session) {
    const auto reply = office.contributor.put(at(session), R"({"paragraphs":["เปิดประชุม","ตกลงซ่อมถนนเดือนหน้า"],"edit":0})");
    ASSERT_EQ(reply.status, 200u) << reply.body;
}

static std::string of(const records::Envelope& session, const Amendment& amendment) {
    return at(session) + "/amendments/" + std::to_string(amendment.id.value);
}

OFFICE_TEST(CirclesOffice, minutes_are_amended_by_who_was_there_and_approved) {
    const auto session = with_a_visitor(office);
    draft(office, session);
    EXPECT_FALSE(read(office.guest, session).minutes) << "a draft is for those who were there";
    EXPECT_EQ(read(office.stranger, session).paragraphs.size(), 2u);

    const auto proposal = R"({"place":2,"before":"ตกลงซ่อมถนนเดือนหน้า","body":"ตกลงซ่อมถนนภายในเดือนธันวาคม","why":"ที่ประชุมพูดชัด"})";
    ASSERT_EQ(office.stranger.post(at(session) + "/amendments", proposal).status, 200u);
    EXPECT_EQ(office.editor.post(at(session) + "/approve", R"({"on":"2026-11-20","by":"ที่ประชุม"})").code(), "amendments_open");
    const auto open = read(office.editor, session).amendments.at(0);
    ASSERT_EQ(office.editor.put(of(session, open), R"({"state":"taken"})").status, 200u);
    EXPECT_EQ(read(office.editor, session).paragraphs.at(1), "ตกลงซ่อมถนนภายในเดือนธันวาคม");

    ASSERT_EQ(office.editor.post(at(session) + "/approve", R"({"on":"2026-11-20","by":"ที่ประชุม"})").status, 200u);
    const auto approved = read(office.guest, session);
    EXPECT_EQ(approved.minutes->state, MinutesState::approved);
    EXPECT_EQ(approved.minutes->approved_by, "ที่ประชุม");
    EXPECT_EQ(approved.paragraphs.size(), 2u);
    EXPECT_TRUE(approved.amendments.empty());
}

OFFICE_TEST(CirclesOffice, approved_minutes_are_frozen_and_a_change_is_a_new_version_with_its_reason) {
    const auto session = with_a_visitor(office);
    draft(office, session);
    EXPECT_EQ(office.editor.post(at(session) + "/versions", R"({"reason":"ชื่อผิด"})").code(), "minutes_not_approved");
    office.editor.post(at(session) + "/approve", R"({"on":"2026-11-20","by":"ที่ประชุม"})");
    EXPECT_EQ(office.editor.put(at(session), R"({"paragraphs":["อื่น"],"edit":1})").code(), "minutes_approved");
    EXPECT_EQ(office.stranger.post(at(session) + "/amendments", R"({"place":0,"body":"อีกเรื่อง"})").code(), "minutes_approved");

    ASSERT_EQ(office.editor.post(at(session) + "/versions", R"({"reason":"ชื่อผิด"})").status, 200u);
    const auto second = read(office.editor, session);
    EXPECT_EQ(second.minutes->version, 2);
    EXPECT_EQ(second.minutes->reason, "ชื่อผิด");
    ASSERT_EQ(second.versions.size(), 2u);
    EXPECT_EQ(office.editor.put(at(session), R"({"paragraphs":["อื่น"],"edit":1})").code(), "edited_elsewhere")
        << "written over the first version, on a phone without a signal";
    ASSERT_EQ(office.editor.put(at(session), R"({"paragraphs":["อื่น"],"edit":2})").status, 200u);
    EXPECT_EQ(read(office.guest, session).paragraphs.size(), 2u) << "until it is approved, everybody reads the first";
    EXPECT_EQ(office.editor.get(at(session) + "?version=1").as<Minutes>().paragraphs.size(), 2u);
    EXPECT_EQ(office.guest.get(at(session) + "?version=2").status, 404u);
}

OFFICE_TEST(CirclesOffice, two_who_write_the_minutes_do_not_overwrite_each_other) {
    const auto session = with_a_visitor(office);
    draft(office, session);
    EXPECT_EQ(office.editor.put(at(session), R"({"paragraphs":["อื่น"],"edit":0})").code(), "edited_elsewhere");
    office.stranger.post(at(session) + "/amendments", R"({"place":1,"before":"เปิดประชุม","body":"เปิดประชุม 9 โมง"})");
    office.editor.put(at(session), R"({"paragraphs":["เปิดวง","ตกลงซ่อมถนนเดือนหน้า"],"edit":1})");
    const auto open = read(office.editor, session).amendments.at(0);
    EXPECT_EQ(office.editor.put(of(session, open), R"({"state":"taken"})").code(), "paragraph_changed");
    EXPECT_EQ(office.editor.put(of(session, open), R"({"state":"declined","answer":"แก้รวมไปแล้ว"})").status, 200u);
    EXPECT_EQ(read(office.stranger, session).amendments.at(0).answer, "แก้รวมไปแล้ว");
}

OFFICE_TEST(CirclesOffice, who_was_not_there_reads_but_proposes_nothing) {
    const auto session = office.hold(office.new_circle(CircleKind::meeting), that_day);
    draft(office, session);
    EXPECT_EQ(office.stranger.post(at(session) + "/amendments", R"({"place":0,"body":"อีกเรื่อง"})").status, 403u);
    EXPECT_EQ(office.guest.post(at(session) + "/amendments", R"({"place":0,"body":"อีกเรื่อง"})").status, 401u);
}

OFFICE_TEST(CirclesOffice, a_draft_begins_with_what_was_written_down_and_may_leave_the_circle) {
    const auto session = office.hold(office.new_circle(CircleKind::meeting), that_day);
    office.say(office.contributor, session, "น้ำประปาไหลอ่อน");
    const auto inside = office.say(office.contributor, session, "เรื่องในวง").as<Point>();
    office.contributor.put("/api" + session.address + "/points/" + std::to_string(inside.id.value) + "/consent", R"({"consent":"circle"})");
    EXPECT_EQ(read(office.contributor, session).paragraphs, std::vector<std::string>{"น้ำประปาไหลอ่อน"});
    EXPECT_TRUE(read(office.guest, session).paragraphs.empty());
}

}  // namespace circles
