#include "circles/circles_office.hpp"
#include "circles/session/session_card.hpp"

namespace circles {

static constexpr base::Date first_wednesday{2026, 11, 4};

OFFICE_TEST(CirclesOffice, a_cancelled_wednesday_keeps_its_place_in_the_calendar_but_is_not_counted_as_held) {
    const auto circle = office.new_circle();
    office.hold(circle, first_wednesday);
    const auto cancelled = office.plan(circle, base::Date{2026, 11, 11});
    EXPECT_EQ(office.editor.post("/api" + cancelled.address + "/cancel", R"({"reason":"วันหยุดราชการ"})").status, 200u);
    const auto last = office.hold(circle, {2026, 11, 18});
    EXPECT_EQ(office.show(office.guest, last).ordinal, 2);
    EXPECT_EQ(office.show(office.guest, cancelled).ordinal, std::nullopt);
    EXPECT_EQ(office.show(office.guest, cancelled).reason, "วันหยุดราชการ");
    EXPECT_EQ(office.show_circle(office.guest, circle).counters.held, 2);
    EXPECT_EQ(office.guest.get("/api/sessions?circle=" + std::to_string(circle.id.value)).as<std::vector<SessionCard>>().size(), 3u);
}

OFFICE_TEST(CirclesOffice, a_session_is_called_off_only_with_a_reason) {
    const auto session = office.plan(office.new_circle(), base::Date{2026, 11, 25});
    EXPECT_EQ(office.editor.post("/api" + session.address + "/cancel", "{}").problem().errors.at(0).pointer, "/reason");
}

OFFICE_TEST(CirclesOffice, an_earlier_session_entered_late_takes_its_place_and_moves_the_numbers_after_it) {
    const auto circle = office.new_circle();
    const auto second = office.hold(circle, {2026, 11, 11});
    EXPECT_EQ(office.show(office.guest, second).ordinal, 1);
    const auto first = office.hold(circle, first_wednesday);
    EXPECT_EQ(office.show(office.guest, first).ordinal, 1);
    const auto shown = office.show(office.guest, second);
    EXPECT_EQ(shown.ordinal, 2);
    EXPECT_EQ(shown.previous->address, first.address);
}

OFFICE_TEST(CirclesOffice, a_session_cannot_have_been_held_tomorrow) {
    const auto session = office.plan(office.new_circle(), base::Date{2026, 11, 22});
    EXPECT_EQ(office.editor.post("/api" + session.address + "/hold").code(), "session_not_yet");
    office.clock.advance_days(1);
    EXPECT_EQ(office.editor.post("/api" + session.address + "/hold").status, 200u);
    EXPECT_EQ(office.editor.post("/api" + session.address + "/hold").status, 200u) << "said twice is said once";
}

OFFICE_TEST(CirclesOffice, a_postponed_session_names_its_new_day_and_takes_the_plan_with_it) {
    const auto circle = office.new_circle();
    auto form = office.session_form({2026, 11, 25});
    form.key_question = {{"ถ้าเด็กเริ่ม ผู้ใหญ่จะทำตามไหม"}};
    form.agenda.push_back({.starts = base::TimeOfDay{540}, .ends = {}, .title = {"เช็กอิน"}, .speaker = {}, .method = {}, .output = {}});
    const auto session = office.plan(circle, form);
    const auto reply = office.editor.post("/api" + session.address + "/postpone", R"({"reason":"กระบวนกรไปอบรม","to":"2026-12-02"})");
    ASSERT_EQ(reply.status, 200u) << reply.body;
    const auto before = office.show(office.guest, session);
    EXPECT_EQ(before.state, SessionState::postponed);
    ASSERT_TRUE(before.moved_to);
    const auto after = office.guest.get("/api" + *before.moved_to).as<SessionReply>();
    EXPECT_EQ(after.date, (base::Date{2026, 12, 2}));
    EXPECT_EQ(after.key_question, "ถ้าเด็กเริ่ม ผู้ใหญ่จะทำตามไหม");
    EXPECT_EQ(after.agenda.size(), 1u);
    EXPECT_EQ(office.editor.post("/api" + session.address + "/reopen").code(), "session_moved");
}

OFFICE_TEST(CirclesOffice, a_day_at_the_temple_is_kept_with_its_agenda_process_and_results) {
    auto form = office.session_form({2026, 11, 18}, "เวทีการจัดการความรู้ ครั้งที่ 3");
    form.starts = base::TimeOfDay{9 * 60};
    form.ends = base::TimeOfDay{16 * 60};
    form.place = {{"วัดโบสถ์"}};
    form.place_kind = PlaceKind::temple;
    form.said_ordinal = {{3}};
    form.planned_result = {{"เห็นภาพการเปลี่ยนแปลงเชิงโครงสร้าง"}};
    form.seen_result = {{"ตกลงเป้าหมายร่วม 14 ตำบล"}};
    form.process = ProcessNotes{{"หลับตาหนึ่งนาที"}, {"เพื่อนช่วยเพื่อน"}, {""}, {"อบอุ่น"}, {"ให้เวลาช่วงบ่ายมากขึ้น"}};
    form.transparency = Transparency{{"ตัวชี้วัดความสุข"}, {"ผู้นำ 14 ตำบล"}, {"เป้าหมายหลักหนึ่งข้อ"}, {"เข้าแผนตำบลปี 2570"}};
    const auto session = office.plan(office.new_circle(CircleKind::forum), form);
    office.editor.post("/api" + session.address + "/hold");
    const auto seen = office.show(office.member, session);
    EXPECT_EQ(seen.ordinal, 3);
    EXPECT_EQ(seen.place_kind, PlaceKind::temple);
    EXPECT_EQ(seen.transparency.result_use.value, "เข้าแผนตำบลปี 2570");
    ASSERT_TRUE(seen.process);
    EXPECT_EQ(seen.process->would_change.value, "ให้เวลาช่วงบ่ายมากขึ้น");
    EXPECT_FALSE(office.show(office.guest, session).process) << "process notes are for insiders";
}

OFFICE_TEST(CirclesOffice, the_second_editor_of_a_session_is_told_and_keeps_what_they_typed) {
    const auto session = office.plan(office.new_circle(), base::Date{2026, 11, 25});
    const auto form = office.session_form({2026, 11, 25}, "หัวข้อใหม่");
    EXPECT_EQ(office.editor.put("/api" + session.address, form, session.version).status, 200u);
    const auto refused = office.steward.put("/api" + session.address, form, session.version);
    EXPECT_EQ(refused.status, 412u);
    EXPECT_EQ(refused.code(), "edited_elsewhere");
}

OFFICE_TEST(CirclesOffice, a_session_sent_twice_by_a_phone_with_a_weak_signal_is_planned_once) {
    const auto circle = office.new_circle();
    office.editor.headers.set("Idempotency-Key", "phone-7-session-1");
    const auto once = office.plan(circle, base::Date{2026, 11, 25});
    const auto again = office.plan(circle, base::Date{2026, 11, 25});
    EXPECT_EQ(once.id, again.id);
    EXPECT_EQ(office.guest.get("/api/sessions").as<std::vector<SessionCard>>().size(), 1u);
}

OFFICE_TEST(CirclesOffice, heads_that_nobody_counted_are_missing_and_never_zero) {
    const auto session = office.plan(office.new_circle(), base::Date{2026, 11, 18});
    EXPECT_EQ(office.show(office.guest, session).people_count, std::nullopt);
    const auto heads =
        office.editor.put("/api" + session.address + "/heads", R"({"by_age":{"elder":12},"by_sector":{"people":9,"private":0}})")
            .as<Heads>();
    EXPECT_FALSE(heads.all);
    EXPECT_FALSE(heads.by_age->young);
    EXPECT_EQ(heads.by_sector->private_->value, 0);
    EXPECT_EQ(office.show(office.guest, session).people_count, 12);
}

OFFICE_TEST(CirclesOffice, who_only_came_is_named_to_insiders_and_who_led_to_all) {
    const auto session = office.plan(office.new_circle(), base::Date{2026, 11, 18});
    PeopleForm form;
    form.people.push_back({.name = {{"ยายสมมติ มีสุข"}}, .age_band = AgeBand::elder});
    form.people.push_back({.name = {{"ครูสมมติ ตั้งใจ"}}, .role = PersonRole::facilitator});
    office.editor.post("/api" + session.address + "/people", form);
    EXPECT_EQ(office.show(office.member, session).people.size(), 2u);
    const auto outside = office.guest.get("/api" + session.address);
    EXPECT_EQ(outside.as<SessionReply>().people.size(), 1u);
    EXPECT_EQ(outside.body.find("ยายสมมติ"), std::string::npos);
    EXPECT_EQ(outside.as<SessionReply>().people_count, 2);
}

OFFICE_TEST(CirclesOffice, who_came_before_can_be_put_on_the_next_session_though_their_record_is_closed_and_a_guessed_id_cannot) {
    const auto circle = office.new_circle();
    const auto first = office.plan(circle, base::Date{2026, 11, 18});
    const auto next = office.plan(circle, base::Date{2026, 11, 25});
    office.stranger.put("/api" + first.address + "/answer", AnswerForm{AnswerWord::yes});
    const auto before = office.show(office.editor, first).people;
    ASSERT_EQ(before.size(), 1u);
    const auto unknown = office.new_person("สมมติ ไกลตา");
    office.write([&](db::Tx& tx) {
        for (const auto person : {office.stranger.person, unknown.person})
            records::set_audience(tx, records::record_id(person), {records::Visibility::members, {}, {}});
    });
    const auto put = [&](base::PersonId person) {
        return office.editor.post("/api" + next.address + "/people", PeopleForm{{AttendeeForm{.person_id = person}}});
    };
    EXPECT_EQ(put(office.stranger.person).status, 200u);
    EXPECT_EQ(office.show(office.editor, next).people.at(0).name, before[0].name);
    EXPECT_EQ(put(unknown.person).problem().errors.at(0).code, "unknown_person");
    const auto named = PeopleForm{{AttendeeForm{.person_id = unknown.person, .name = {{"ใครก็ได้"}}}}};
    EXPECT_EQ(office.editor.post("/api" + next.address + "/people", named).status, 422u) << "a typed name opens no closed record";
}

OFFICE_TEST(CirclesOffice, an_answer_can_be_changed_and_only_its_count_is_public) {
    const auto session = office.plan(office.new_circle(), base::Date{2026, 11, 25});
    const auto at = "/api" + session.address + "/answer";
    EXPECT_EQ(office.stranger.put(at, AnswerForm{AnswerWord::yes}).as<Answers>().yes, 1);
    const auto changed = office.stranger.put(at, AnswerForm{AnswerWord::maybe}).as<Answers>();
    EXPECT_EQ(changed.yes, 0);
    EXPECT_EQ(changed.mine, AnswerWord::maybe);
    EXPECT_EQ(office.guest.put(at, AnswerForm{AnswerWord::yes}).code(), "sign_in_needed");
    EXPECT_TRUE(office.show(office.guest, session).people.empty());
    EXPECT_EQ(office.show(office.guest, session).people_count, std::nullopt) << "an answer is not yet a person in the room";
}

OFFICE_TEST(CirclesOffice, ones_own_next_sessions_are_those_of_circles_in_which_one_has_a_part) {
    const auto circle = office.new_circle();
    office.plan(circle, base::Date{2026, 12, 2});
    office.plan(circle, base::Date{2026, 11, 25});
    const std::string next = "/api/sessions?state=planned&order=oldest&limit=1";
    EXPECT_EQ(office.guest.get(next).as<std::vector<SessionCard>>().at(0).date, (base::Date{2026, 11, 25}));
    EXPECT_EQ(office.contributor.get(next + "&mine=true").as<std::vector<SessionCard>>().at(0).date, (base::Date{2026, 11, 25}));
    EXPECT_TRUE(office.stranger.get(next + "&mine=true").as<std::vector<SessionCard>>().empty());
    EXPECT_TRUE(office.guest.get(next + "&mine=true").as<std::vector<SessionCard>>().empty());
}

}  // namespace circles
