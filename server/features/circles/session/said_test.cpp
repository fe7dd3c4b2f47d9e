#include "circles/circles_office.hpp"

namespace circles {

static std::string text_of(CirclesOffice& office, const records::Envelope& session) {
    return office.write(
        [&](db::Tx& tx) { return tx.one<std::string>("SELECT body FROM records_v_texts WHERE record_id = $1", session.id); });
}

static std::string at(const records::Envelope& session, const Point& point) {
    return "/api" + session.address + "/points/" + std::to_string(point.id.value);
}

OFFICE_TEST(CirclesOffice, what_is_said_in_a_dialogue_stays_in_the_circle_and_nameless_until_its_speaker_agrees) {
    const auto session = office.hold(office.new_circle(CircleKind::dialogue), {2026, 11, 18});
    const auto said = office.say(office.contributor, session, "ถ้าเด็กเริ่ม ผู้ใหญ่ก็ทำตาม", "ยายสมมติ มีสุข");
    ASSERT_EQ(said.status, 201u) << said.body;
    const auto point = said.as<Point>();
    EXPECT_EQ(point.consent, Consent::circle);
    EXPECT_EQ(point.speaker, "ยายสมมติ มีสุข") << "who wrote it down can ask her";

    EXPECT_TRUE(office.show(office.guest, session).points.empty());
    const auto inside = office.editor.get("/api" + session.address);
    EXPECT_EQ(inside.as<SessionReply>().points.size(), 1u);
    EXPECT_EQ(inside.body.find("ยายสมมติ"), std::string::npos) << "not even an editor gets the name";
    EXPECT_EQ(text_of(office, session).find("ถ้าเด็กเริ่ม"), std::string::npos);

    EXPECT_EQ(office.editor.put(at(session, point) + "/consent", R"({"consent":"named"})").status, 403u);
    EXPECT_EQ(office.contributor.put(at(session, point) + "/consent", R"({"consent":"nameless","how":"ถามต่อหน้า"})").status, 200u);
    EXPECT_EQ(office.show(office.guest, session).points.at(0).speaker, std::nullopt);
    EXPECT_NE(text_of(office, session).find("ถ้าเด็กเริ่ม"), std::string::npos);
    EXPECT_EQ(text_of(office, session).find("ยายสมมติ"), std::string::npos);

    EXPECT_EQ(office.contributor.put(at(session, point) + "/consent", R"({"consent":"named"})").status, 200u);
    EXPECT_EQ(office.show(office.guest, session).points.at(0).speaker, "ยายสมมติ มีสุข");
}

OFFICE_TEST(CirclesOffice, an_editor_may_draw_a_word_back_into_the_circle_but_not_let_it_out) {
    const auto session = office.hold(office.new_circle(CircleKind::meeting), {2026, 11, 18});
    const auto point = office.say(office.contributor, session, "เรื่องที่ไม่ควรออกไป").as<Point>();
    EXPECT_EQ(office.editor.put(at(session, point) + "/consent", R"({"consent":"circle"})").status, 200u);
    EXPECT_TRUE(office.show(office.guest, session).points.empty());
    EXPECT_EQ(office.editor.put(at(session, point) + "/consent", R"({"consent":"nameless"})").status, 403u);
}

OFFICE_TEST(CirclesOffice, a_speaker_with_an_account_decides_alone) {
    const auto session = office.hold(office.new_circle(CircleKind::dialogue), {2026, 11, 18});
    PointForm form;
    form.body = {{"ฉันเคยเป็นหนี้ แล้วเริ่มทำบัญชีครัวเรือน"}};
    form.speaker_id = office.stranger.person;
    form.speaker = {{"สมมุติ ข้างบ้าน"}};
    const auto point = office.contributor.post("/api" + session.address + "/points", form).as<Point>();
    EXPECT_EQ(office.stranger.put(at(session, point) + "/consent", R"({"consent":"named"})").status, 200u);
    EXPECT_EQ(office.show(office.guest, session).points.at(0).speaker_id, office.stranger.person);
}

OFFICE_TEST(CirclesOffice, two_note_takers_at_once_never_overwrite_each_other) {
    const auto session = office.hold(office.new_circle(CircleKind::meeting), {2026, 11, 18});
    const auto first = office.say(office.contributor, session, "ข้อแรก").as<Point>();
    office.say(office.editor, session, "ข้อสอง");
    EXPECT_EQ(office.show(office.member, session).points.size(), 2u);

    PointForm form;
    form.body = {"ข้อแรก แก้คำ"};
    form.version = first.version;
    EXPECT_EQ(office.contributor.put(at(session, first), form).status, 200u);
    form.body = {"ข้อแรก แก้อีกคน"};
    EXPECT_EQ(office.editor.put(at(session, first), form).code(), "edited_elsewhere");
    EXPECT_EQ(office.show(office.member, session).points.at(0).body, "ข้อแรก แก้คำ");
}

OFFICE_TEST(CirclesOffice, correcting_a_word_does_not_lose_who_said_it) {
    const auto session = office.hold(office.new_circle(CircleKind::meeting), {2026, 11, 18});
    const auto point = office.say(office.contributor, session, "คำเดิม", "ลุงสมมติ").as<Point>();
    EXPECT_EQ(office.editor.put(at(session, point), R"({"kind":"point","body":"คำใหม่","version":1})").status, 200u);
    EXPECT_EQ(office.show(office.contributor, session).points.at(0).speaker, "ลุงสมมติ");
}

OFFICE_TEST(CirclesOffice, a_removed_point_comes_back_when_it_was_a_mistake) {
    const auto session = office.hold(office.new_circle(CircleKind::meeting), {2026, 11, 18});
    const auto point = office.say(office.contributor, session, "จดผิด").as<Point>();
    EXPECT_EQ(office.editor.del(at(session, point)).status, 200u);
    EXPECT_TRUE(office.show(office.member, session).points.empty());
    EXPECT_EQ(office.editor.post(at(session, point) + "/restore").status, 200u);
    EXPECT_EQ(office.show(office.member, session).points.size(), 1u);
}

OFFICE_TEST(CirclesOffice, a_dialogue_owes_no_results_and_a_meeting_keeps_its_agreements) {
    const auto dialogue = office.hold(office.new_circle(CircleKind::tea_circle), {2026, 11, 18});
    const auto promise = R"({"body":"โรงเรียน 5 แห่งนำร่องแยกขยะ","owner":"กองการศึกษา","due_on":"2026-12-31"})";
    EXPECT_EQ(office.editor.post("/api" + dialogue.address + "/agreements", promise).code(), "agreements_are_off");

    const auto meeting = office.hold(office.new_circle(CircleKind::meeting), {2026, 11, 18});
    const auto agreed = office.editor.post("/api" + meeting.address + "/agreements", promise).as<Agreement>();
    EXPECT_EQ(agreed.due_on, (base::Date{2026, 12, 31}));
    const auto done = office.editor.put("/api" + meeting.address + "/agreements/" + std::to_string(agreed.id.value),
                                        R"({"body":"โรงเรียน 5 แห่งนำร่องแยกขยะ","state":"done","done_on":"2026-12-01","version":1})");
    EXPECT_EQ(done.as<std::vector<Agreement>>().at(0).state, AgreementState::done);
}

OFFICE_TEST(CirclesOffice, a_point_becomes_one_agreement_says_so_and_says_nothing_when_that_is_gone) {
    const auto session = office.hold(office.new_circle(CircleKind::meeting), {2026, 11, 18});
    const auto other = office.hold(office.new_circle(CircleKind::meeting), {2026, 11, 18});
    const auto point = office.say(office.contributor, session, "ซ่อมท่อหน้าวัดกัน").as<Point>();
    const auto at = "/api" + session.address + "/agreements";
    const auto form = R"({"body":"ซ่อมท่อหน้าวัด","owner":"ป้าสมมติ","point_id":)" + std::to_string(point.id.value) + "}";
    EXPECT_FALSE(office.show(office.guest, session).points.at(0).agreement);
    EXPECT_EQ(office.editor.post("/api" + other.address + "/agreements", form).status, 404u) << "a point of another session";
    const auto agreed = office.editor.post(at, form).as<Agreement>();
    EXPECT_EQ(agreed.point_id, point.id);
    EXPECT_EQ(office.contributor.post(at, form).code(), "point_is_agreed") << "another note-taker, at the same time";
    const auto path = at + "/" + std::to_string(agreed.id.value);
    EXPECT_EQ(office.editor.put(path, R"({"body":"ซ่อมท่อสองเส้น","version":1})").status, 200u);
    const auto seen = office.show(office.guest, session);
    EXPECT_EQ(seen.points.at(0).agreement, agreed.id);
    ASSERT_EQ(seen.agreements.size(), 1u);
    EXPECT_EQ(seen.agreements[0].point_id, point.id) << "also after it was changed";
    EXPECT_EQ(office.editor.del(path).status, 200u);
    EXPECT_FALSE(office.show(office.guest, session).points.at(0).agreement);
    EXPECT_EQ(office.editor.post(at, form).status, 201u) << "it can be agreed on anew";
}

OFFICE_TEST(CirclesOffice, the_journal_keeps_no_name_before_its_speaker_agrees) {
    const auto session = office.hold(office.new_circle(CircleKind::dialogue), {2026, 11, 18});
    office.say(office.contributor, session, "คำพูดในวง", "ยายสมมติ มีสุข");
    const auto bodies = office.write(
        [&](db::Tx& tx) { return tx.all<std::string>("SELECT body FROM journal_revisions WHERE record_id = $1", session.id); });
    for (const auto& body : bodies) EXPECT_EQ(body.find("ยายสมมติ"), std::string::npos);
}

}  // namespace circles
