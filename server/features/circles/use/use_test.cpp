#include "circles/circles_office.hpp"
#include "circles/method/shipped.hpp"
#include "circles/use/use_reply.hpp"

namespace circles {

namespace {

const Method& peers() {
    return find_shipped("peer_assist")->th;
}

std::vector<Use> choose(CirclesOffice& office, const records::Envelope& session, const std::string& form) {
    const auto reply = office.editor.post("/api" + session.address + "/methods", form);
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return reply.as<std::vector<Use>>();
}

std::string answers_of(const records::Envelope& session, const Use& use) {
    return "/api" + session.address + "/methods/" + std::to_string(use.id.value) + "/answers";
}

support::Reply write(support::Client& client, const records::Envelope& session, const Use& use, int place, const std::string& body) {
    return client.post(answers_of(session, use), R"({"part":"field","place":)" + std::to_string(place) + R"(,"body":")" + body + R"("})");
}

std::vector<Use> uses(support::Client& client, const records::Envelope& session) {
    return client.get("/api" + session.address + "/methods").as<std::vector<Use>>();
}

std::string at(const records::Envelope& session, const CapturedAnswer& answer) {
    return "/api" + session.address + "/method-answers/" + std::to_string(answer.id.value);
}

SessionForm at_nine(const std::string& title = "ช่วยกันคิด") {
    auto form = CirclesOffice::session_form({2026, 11, 18}, title);
    form.starts = base::TimeOfDay{9 * 60};
    return form;
}

std::string text_of(CirclesOffice& office, records::RecordId id) {
    return office.database().read()->one<std::string>("SELECT body FROM records_v_texts WHERE record_id = $1", id);
}

}  // namespace

TEST(Use, lays_the_steps_out_from_the_hour_at_which_it_begins) {
    const auto agenda = with_steps({}, peers(), base::TimeOfDay{9 * 60});
    ASSERT_EQ(agenda.size(), peers().steps.size());
    EXPECT_EQ(agenda[0].starts, base::TimeOfDay{9 * 60});
    EXPECT_EQ(agenda[0].ends, base::TimeOfDay{9 * 60 + 15});
    EXPECT_EQ(agenda[1].starts, base::TimeOfDay{9 * 60 + 15});
    EXPECT_EQ(agenda.back().ends, base::TimeOfDay{9 * 60 + static_cast<int>(minutes_of(peers()))});
    const auto both = with_steps(agenda, find_shipped("after_action_review")->th, {});
    EXPECT_EQ(both[agenda.size()].starts, agenda.back().ends) << "a second method goes on where the first ends";
    EXPECT_EQ(without_steps(both, peers()).size(), both.size() - agenda.size());
}

TEST(Use, has_no_clock_times_where_nobody_knows_when_it_begins_nor_past_midnight) {
    for (const auto& block : with_steps({}, peers(), {})) EXPECT_FALSE(block.starts || block.ends);
    const auto late = with_steps({}, peers(), base::TimeOfDay{23 * 60 + 30});
    EXPECT_TRUE(late[0].ends);
    EXPECT_FALSE(late[1].starts || late.back().ends);
}

OFFICE_TEST(CirclesOffice, choosing_a_method_fills_the_agenda_and_the_key_question) {
    const auto session = office.plan(office.new_circle(CircleKind::peer_assist), at_nine());
    const auto chosen = choose(office, session, R"({"method":"peer_assist"})");
    ASSERT_EQ(chosen.size(), 1u);
    EXPECT_EQ(chosen[0].address, "/methods/peer_assist");
    const auto shown = office.show(office.guest, session);
    ASSERT_EQ(shown.agenda.size(), peers().steps.size());
    EXPECT_EQ(shown.agenda[1].starts, base::TimeOfDay{9 * 60 + 15});
    EXPECT_EQ(shown.key_question, peers().questions[0].value);
    EXPECT_GT(shown.record.version, session.version) << "whoever has the plan open is told";
    choose(office, session, R"({"method":"case_talk","label":"กรณีบ้านเลือก"})");
    choose(office, session, R"({"method":"case_talk","label":"กรณีหนองสาหร่าย"})");
    EXPECT_EQ(uses(office.guest, session).size(), 3u);
    EXPECT_EQ(office.show(office.guest, session).key_question, peers().questions[0].value) << "the first stays";
    const auto path = "/api" + session.address + "/methods/" + std::to_string(chosen[0].id.value);
    EXPECT_EQ(office.editor.del(path).as<std::vector<Use>>().size(), 2u);
    EXPECT_EQ(office.show(office.guest, session).agenda.size(), 2 * find_shipped("case_talk")->th.steps.size());
    EXPECT_EQ(office.editor.post("/api" + session.address + "/methods", R"({"method":"none"})").problem().errors.at(0).code,
              "no_such_method");
}

OFFICE_TEST(CirclesOffice, what_was_chosen_stays_as_it_was_when_the_method_is_changed_later) {
    auto content = find_shipped("tea_circle")->th;
    const auto made = office.editor.post(
        "/api/methods", R"({"owner":)" + std::to_string(office.organisation.value) + R"(,"content":)" + json::write(content) + "}");
    const auto session = office.plan(office.new_circle(CircleKind::meeting), at_nine());
    choose(office, session, R"({"method":"1"})");
    content.fields.clear();
    office.editor.put("/api/methods/1", json::write(content), made.as<records::Envelope>().version);
    EXPECT_FALSE(uses(office.guest, session)[0].content.fields.empty());
}

OFFICE_TEST(CirclesOffice, answers_are_kept_and_found_and_two_writers_never_overwrite_each_other) {
    const auto session = office.plan(office.new_circle(CircleKind::peer_assist), at_nine());
    const auto use = choose(office, session, R"({"method":"peer_assist"})")[0];
    const auto question = write(office.editor, session, use, 0, "ทำอย่างไรให้คนคัดแยกขยะ");
    ASSERT_EQ(question.status, 201u) << question.body;
    EXPECT_EQ(write(office.contributor, session, use, 0, "อีกคนเขียนพร้อมกัน").status, 412u);
    EXPECT_EQ(write(office.contributor, session, use, 3, "ตั้งธนาคารขยะ").status, 201u);
    EXPECT_EQ(write(office.editor, session, use, 3, "เริ่มจากเด็ก").status, 201u) << "options stand side by side";
    EXPECT_EQ(write(office.editor, session, use, 2, "ลุงสมมุติ จากหนองสาหร่าย").status, 201u);
    EXPECT_EQ(write(office.editor, session, use, 99, "ไม่มีช่อง").problem().errors.at(0).code, "not_asked_here");
    EXPECT_EQ(uses(office.guest, session)[0].answers.size(), 3u) << "names of those who came are for insiders";
    EXPECT_EQ(uses(office.contributor, session)[0].answers.size(), 4u);
    EXPECT_NE(text_of(office, session.id).find("ธนาคารขยะ"), std::string::npos);
    EXPECT_EQ(text_of(office, session.id).find("ลุงสมมุติ"), std::string::npos);
    const auto answer = question.as<CapturedAnswer>();
    EXPECT_EQ(office.contributor.put(at(session, answer), R"({"body":"แก้แล้ว","version":1})").status, 200u);
    EXPECT_EQ(office.editor.put(at(session, answer), R"({"body":"ไม่ทัน","version":1})").status, 412u);
    EXPECT_EQ(office.editor.del(at(session, answer)).status, 204u);
    EXPECT_EQ(uses(office.guest, session)[0].answers.size(), 2u);
    EXPECT_EQ(write(office.guest, session, use, 3, "คนนอก").status, 401u);
}

OFFICE_TEST(CirclesOffice, what_a_dialogue_captures_stays_in_it) {
    const auto session = office.plan(office.new_circle(CircleKind::dialogue), at_nine());
    const auto use = choose(office, session, R"({"method":"after_action_review"})")[0];
    write(office.editor, session, use, 0, "เรื่องในวง");
    EXPECT_TRUE(uses(office.guest, session)[0].answers.empty());
    EXPECT_EQ(uses(office.contributor, session)[0].answers.size(), 1u);
    EXPECT_EQ(text_of(office, session.id).find("เรื่องในวง"), std::string::npos);
}

OFFICE_TEST(CirclesOffice, an_answer_becomes_what_its_method_says_once) {
    const auto session = office.plan(office.new_circle(CircleKind::peer_assist), at_nine());
    const auto use = choose(office, session, R"({"method":"peer_assist"})")[0];
    const auto option = write(office.editor, session, use, 3, "เริ่มจากเด็ก").as<CapturedAnswer>();
    const auto promise = write(office.editor, session, use, 4, "ลองสองหมู่บ้าน").as<CapturedAnswer>();
    const auto question = write(office.editor, session, use, 0, "โจทย์").as<CapturedAnswer>();
    const auto keep = [&](const CapturedAnswer& answer) { return office.editor.post(at(session, answer) + "/keep"); };
    EXPECT_EQ(keep(option).status, 200u);
    EXPECT_EQ(keep(option).code(), "becomes_nothing") << "it is there already";
    EXPECT_EQ(keep(promise).status, 200u);
    EXPECT_EQ(keep(question).code(), "becomes_nothing");
    const auto shown = office.show(office.contributor, session);
    ASSERT_EQ(shown.points.size(), 1u);
    EXPECT_EQ(shown.points[0].body, "เริ่มจากเด็ก");
    ASSERT_EQ(shown.agreements.size(), 1u);
    const auto result = write(office.editor, session, use, 6, "ขยะลดลงครึ่งหนึ่ง").as<CapturedAnswer>();
    const auto kept = keep(result);
    EXPECT_NE(kept.body.find("/knowledge/1"), std::string::npos) << kept.body;
    EXPECT_NE(office.editor.get("/api/records/" + std::to_string(session.id.value) + "/river").body.find("/knowledge/1"),
              std::string::npos);
}

OFFICE_TEST(CirclesOffice, a_host_is_asked_again_after_thirty_and_ninety_days) {
    const auto session = office.plan(office.new_circle(CircleKind::peer_assist), at_nine());
    const auto use = choose(office, session, R"({"method":"peer_assist"})")[0];
    ASSERT_EQ(use.follow_ups.size(), 2u);
    EXPECT_EQ(use.follow_ups[0].due_on, (base::Date{2026, 12, 18}));
    EXPECT_EQ(use.follow_ups[1].due_on, (base::Date{2027, 2, 16}));
    const auto host = std::to_string(office.editor.person.value);
    office.editor.post("/api" + session.address + "/people", R"({"people":[{"person_id":)" + host + R"(,"name":"เจ้าภาพ","role":"host"}]})");
    write(office.editor, session, use, 5, "คนเริ่มแยกแล้วครึ่งหมู่บ้าน");
    const auto due = office.guest.get("/api/follow-ups?host=" + host).as<std::vector<Followed>>();
    ASSERT_EQ(due.size(), 1u);
    EXPECT_EQ(due[0].address, session.address);
    EXPECT_TRUE(due[0].follow_ups[0].answered);
    EXPECT_FALSE(due[0].follow_ups[1].answered);
    EXPECT_EQ(office.guest.get("/api/follow-ups?circle=" + std::to_string(session.within_id.value)).as<std::vector<Followed>>().size(), 1u);
    EXPECT_TRUE(office.guest.get("/api/follow-ups?host=1").as<std::vector<Followed>>().empty());
}

OFFICE_TEST(CirclesOffice, a_day_that_is_put_off_takes_its_methods_along) {
    const auto session = office.plan(office.new_circle(CircleKind::peer_assist), at_nine());
    const auto use = choose(office, session, R"({"method":"peer_assist"})")[0];
    write(office.editor, session, use, 0, "โจทย์ที่ส่งมาก่อนวันจริง");
    const auto path = "/api" + session.address + "/postpone";
    EXPECT_EQ(office.editor.post(path, R"({"reason":"ฝนตก","to":"2026-11-25"})").status, 200u);
    EXPECT_TRUE(uses(office.guest, session).empty());
    const auto moved = *office.show(office.guest, session).moved_to;
    const auto there = office.guest.get("/api" + moved + "/methods").as<std::vector<Use>>();
    ASSERT_EQ(there.size(), 1u);
    EXPECT_EQ(there[0].answers.size(), 1u);
    EXPECT_EQ(there[0].follow_ups[0].due_on, (base::Date{2026, 12, 25}));
}

OFFICE_TEST(CirclesOffice, a_field_takes_what_its_kind_says) {
    const auto session = office.plan(office.new_circle(CircleKind::meeting), at_nine());
    const auto council = choose(office, session, R"({"method":"council_meeting"})")[0];
    EXPECT_EQ(write(office.editor, session, council, 0, "รับรองแน่").problem().errors.at(0).code, "not_one_of_these");
    EXPECT_EQ(write(office.editor, session, council, 0, "รับรองโดยมีแก้ไข").status, 201u);
    EXPECT_EQ(write(office.editor, session, council, 4, "พรุ่งนี้").problem().errors.at(0).code, "not_date");
    EXPECT_EQ(write(office.editor, session, council, 4, "2026-12-16").status, 201u);
}

}  // namespace circles
