#include <algorithm>

#include "circles/circles_office.hpp"
#include "circles/topic/topic_reply.hpp"
#include "journal/journal.hpp"

namespace circles {

namespace {

std::string words(const std::string& title, const std::vector<std::string>& tags = {}, const std::string& note = "") {
    TopicForm form{{title}, base::Text<0, 2000>{note}, std::vector<base::Line>{}, {}};
    for (const auto& tag : tags) form.tags->push_back({tag});
    return json::write(form);
}

Topic propose(support::Client& client, const records::Envelope& circle, const std::string& form) {
    const auto reply = client.post("/api" + circle.address + "/topics", form);
    EXPECT_EQ(reply.status, 201u) << reply.body;
    return reply.as<Topic>();
}

TopicReply show(support::Client& client, const Topic& topic) {
    const auto reply = client.get("/api" + topic.address);
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return reply.as<TopicReply>();
}

support::Reply plan_topic(support::Client& client, const Topic& topic, TopicState state, records::RecordId session = {}) {
    TopicPlan plan{state, {}};
    if (session) plan.session = SessionId{session.value};
    return client.put("/api" + topic.address + "/plan", plan);
}

std::vector<std::string> addresses(const std::vector<SessionCard>& sessions) {
    std::vector<std::string> all;
    all.reserve(sessions.size());
    for (const auto& session : sessions) all.push_back(session.address);
    return all;
}

std::string keep(const records::Envelope& session, PointId point) {
    return "/api" + session.address + "/points/" + std::to_string(point.value) + "/knowledge";
}

std::string naming(const Topic& topic) {
    return R"({"topic":)" + std::to_string(topic.id.value) + "}";
}

std::string text_of(CirclesOffice& office, records::RecordId id) {
    return office.database().read()->one<std::string>("SELECT body FROM records_v_texts WHERE record_id = $1", id);
}

std::string record(records::RecordId id, std::string_view step) {
    return "/api/records/" + std::to_string(id.value) + "/" + std::string(step);
}

}  // namespace

OFFICE_TEST(CirclesOffice, a_topic_has_a_page_of_its_own_that_is_read_before_any_script_runs) {
    const auto topic = propose(office.member, office.new_circle(), words("สำนึกพลเมือง", {"พลเมือง", "<script>alert(1)</script>"}, "เริ่มที่บ้าน"));
    EXPECT_EQ(topic.address, "/topics/1");
    const auto page = office.guest.get(topic.address);
    ASSERT_EQ(page.status, 200u);
    for (const auto* part : {"สำนึกพลเมือง", "เริ่มที่บ้าน", "#พลเมือง", "&lt;script&gt;", "วงสานเสวนาวันพุธ"})
        EXPECT_NE(page.body.find(part), std::string::npos) << part;
    EXPECT_EQ(page.body.find("<script>alert"), std::string::npos);
}

OFFICE_TEST(CirclesOffice, a_topics_tags_stand_once_each_without_their_hash_and_the_backlog_is_narrowed_by_one) {
    const auto circle = office.new_circle();
    const auto topic = propose(office.member, circle, words("น้ำแล้ง", {"#น้ำ", "น้ำ", "#", "ป่าชุมชน"}));
    propose(office.member, circle, words("ขยะ", {"ขยะ"}));
    EXPECT_EQ(topic.tags, (std::vector<std::string>{"น้ำ", "ป่าชุมชน"}));
    const auto narrowed = office.guest.get("/api" + circle.address + "/topics?tag=%E0%B8%99%E0%B9%89%E0%B8%B3").as<std::vector<Topic>>();
    ASSERT_EQ(narrowed.size(), 1u);
    EXPECT_EQ(narrowed[0].title, "น้ำแล้ง");
    EXPECT_EQ(office.guest.get("/api" + circle.address + "/topics").as<std::vector<Topic>>().size(), 2u);
}

OFFICE_TEST(CirclesOffice, a_topic_says_which_of_its_words_are_too_many_or_too_long) {
    const auto at = "/api" + office.new_circle().address + "/topics";
    const auto code = [&](const std::string& form) { return office.member.post(at, form).problem().errors.at(0); };
    const auto many = code(words("หัวข้อ", std::vector<std::string>(31, "ก")));
    EXPECT_EQ(many.pointer + " " + many.code, "/tags too_many_values");
    const auto longer = code(words("หัวข้อ", {std::string(301, 'a')}));
    EXPECT_EQ(longer.pointer + " " + longer.code, "/tags/0 too_long");
    EXPECT_EQ(code(words("")).pointer, "/title");
    EXPECT_EQ(code(R"({"title":"หัวข้อ","proposed_on":"2568-13-40"})").pointer, "/proposed_on");
    EXPECT_EQ(code(R"({"title":"หัวข้อ","proposed_on":"2999-01-01"})").code, "in_the_future");
    EXPECT_EQ(code(words("หัวข้อ", {}, std::string(2001, 'a'))).pointer, "/note");
}

OFFICE_TEST(CirclesOffice, who_proposed_a_topic_rewords_it_and_so_does_who_edits_the_circle_and_nobody_else) {
    const auto topic = propose(office.stranger, office.new_circle(), words("ถนน"));
    const auto at = "/api" + topic.address;
    EXPECT_EQ(office.guest.put(at, words("ถนนหน้าวัด"), 1).code(), "sign_in_needed");
    EXPECT_EQ(office.member.put(at, words("ถนนหน้าวัด"), 1).code(), "not_allowed");
    EXPECT_EQ(office.stranger.put(at, words("ถนนหน้าวัด", {"ถนน"}), 1).status, 200u);
    EXPECT_EQ(office.editor.put(at, words("ถนนหน้าวัดกลาง", {"ถนน", "วัด"}), 2).status, 200u);
    const auto now = show(office.guest, topic);
    EXPECT_EQ(now.record.title, "ถนนหน้าวัดกลาง");
    EXPECT_EQ(now.tags.size(), 2u);
    EXPECT_FALSE(now.may_reword);
    EXPECT_TRUE(show(office.stranger, topic).may_reword);
    EXPECT_FALSE(show(office.stranger, topic).rights.edit);
}

OFFICE_TEST(CirclesOffice, two_who_reword_a_topic_at_once_do_not_write_over_each_other) {
    const auto topic = propose(office.member, office.new_circle(), words("ตลาด"));
    const auto at = "/api" + topic.address;
    EXPECT_EQ(office.member.put(at, words("ตลาดเช้า"), topic.version).status, 200u);
    EXPECT_EQ(office.editor.put(at, words("ตลาดเย็น"), topic.version).code(), "edited_elsewhere");
    EXPECT_EQ(office.editor.put(at, words("ตลาดเย็น")).status, 428u) << "no version said";
    EXPECT_EQ(show(office.guest, topic).record.title, "ตลาดเช้า");
}

OFFICE_TEST(CirclesOffice, a_topic_is_taken_up_again_and_its_way_keeps_every_session) {
    const auto circle = office.new_circle();
    const auto topic = propose(office.member, circle, words("บ้านปลา"));
    const auto first = office.plan(circle, base::Date{2026, 11, 11});
    EXPECT_EQ(plan_topic(office.editor, topic, TopicState::scheduled, first.id).as<Topic>().session_address, first.address);
    const auto moved = office.editor.post("/api" + first.address + "/postpone", R"({"reason":"ฝนตก","to":"2026-11-18"})");
    ASSERT_EQ(moved.status, 200u) << moved.body;
    auto now = show(office.guest, topic);
    EXPECT_EQ(now.state, TopicState::scheduled);
    ASSERT_EQ(now.sessions.size(), 2u);
    EXPECT_EQ(now.sessions[0].state, SessionState::postponed);
    EXPECT_EQ(office.editor.post("/api" + now.sessions[1].address + "/hold").status, 200u);
    const auto second = office.plan(circle, base::Date{2026, 11, 25});
    EXPECT_EQ(plan_topic(office.editor, topic, TopicState::scheduled, second.id).status, 200u);
    now = show(office.guest, topic);
    EXPECT_EQ(now.sessions.size(), 3u);
    EXPECT_EQ(office.show(office.guest, first).topics.size(), 1u);
    EXPECT_EQ(plan_topic(office.editor, topic, TopicState::open).status, 200u);
    EXPECT_EQ(addresses(show(office.guest, topic).sessions).size(), 2u) << "a day that never came is no part of the way";
}

OFFICE_TEST(CirclesOffice, a_topic_waits_again_when_its_session_turns_out_not_to_have_been_held_or_called_off) {
    const auto circle = office.new_circle();
    const auto topic = propose(office.member, circle, words("เด็กกับจอ"));
    const auto session = office.plan(circle, base::Date{2026, 11, 18});
    plan_topic(office.editor, topic, TopicState::scheduled, session.id);
    const auto at = "/api" + session.address;
    office.editor.post(at + "/hold");
    const auto river = [&] { return office.guest.get(record({topic.id.value}, "river")).body; };
    EXPECT_EQ(show(office.guest, topic).state, TopicState::done);
    EXPECT_NE(river().find(session.address), std::string::npos);
    office.editor.post(at + "/reopen");
    EXPECT_EQ(show(office.guest, topic).state, TopicState::scheduled);
    EXPECT_EQ(river().find(session.address), std::string::npos);
    office.editor.post(at + "/cancel", R"({"reason":"วันหยุด"})");
    EXPECT_EQ(show(office.guest, topic).state, TopicState::open);
    office.editor.post(at + "/reopen");
    EXPECT_EQ(show(office.guest, topic).state, TopicState::scheduled);
}

OFFICE_TEST(CirclesOffice, a_topic_stands_on_no_session_of_another_circle_and_on_none_that_is_over) {
    const auto circle = office.new_circle();
    const auto topic = propose(office.member, circle, words("หมอกควัน"));
    const auto code = [&](TopicState state, records::RecordId session) {
        return plan_topic(office.editor, topic, state, session).problem().errors.at(0).code;
    };
    EXPECT_EQ(code(TopicState::scheduled, office.plan(office.new_circle(), base::Date{2026, 11, 25}).id), "no_such_session");
    EXPECT_EQ(code(TopicState::scheduled, {12345}), "no_such_session");
    EXPECT_EQ(code(TopicState::scheduled, {}), "required");
    const auto held = office.hold(circle, {2026, 11, 18});
    EXPECT_EQ(code(TopicState::scheduled, held.id), "session_not_planned");
    EXPECT_EQ(code(TopicState::done, office.plan(circle, base::Date{2026, 11, 25}).id), "session_not_held");
    EXPECT_EQ(plan_topic(office.member, topic, TopicState::done, held.id).code(), "not_allowed");
    EXPECT_EQ(plan_topic(office.editor, topic, TopicState::done, held.id).status, 200u);
    EXPECT_EQ(addresses(show(office.guest, topic).sessions), std::vector<std::string>{held.address});
}

OFFICE_TEST(CirclesOffice, a_word_kept_as_knowledge_answers_the_topic_that_was_talked_of_and_takes_its_tags) {
    const auto circle = office.new_circle(CircleKind::meeting);
    const auto topic = propose(office.member, circle, words("ขยะ", {"ขยะ"}));
    const auto session = office.plan(circle, base::Date{2026, 11, 18});
    plan_topic(office.editor, topic, TopicState::scheduled, session.id);
    office.editor.post("/api" + session.address + "/hold");
    const auto point = office.say(office.contributor, session, "ถ้าเด็กเริ่ม ผู้ใหญ่ก็ทำตาม").as<Point>().id;
    const auto kept = office.editor.post(keep(session, point), naming(topic));
    ASSERT_EQ(kept.status, 201u) << kept.body;
    const auto item = kept.as<records::Envelope>();
    const auto river = office.editor.get(record(item.id, "river")).body;
    for (const auto& part : {session.address, topic.address, std::string(R"("flow":"answered_by")")})
        EXPECT_NE(river.find(part), std::string::npos) << part;
    EXPECT_NE(text_of(office, item.id).find("ขยะ"), std::string::npos) << "its tags";
    ASSERT_EQ(show(office.editor, topic).knowledge.size(), 1u);
    EXPECT_TRUE(show(office.guest, topic).knowledge.empty()) << "a draft";
    office.editor.post(record(item.id, "publish"));
    EXPECT_EQ(show(office.guest, topic).knowledge.at(0).address, item.address);
}

OFFICE_TEST(CirclesOffice, a_word_answers_no_topic_that_its_session_did_not_take_up) {
    const auto circle = office.new_circle(CircleKind::meeting);
    const auto session = office.hold(circle, {2026, 11, 18});
    const auto point = office.say(office.contributor, session, "คำเดียว").as<Point>().id;
    const auto foreign = propose(office.member, office.new_circle(), words("เรื่องของวงอื่น"));
    const auto own = propose(office.member, circle, words("ยังไม่ได้คุย"));
    for (const auto& topic : {foreign, own}) {
        const auto error = office.editor.post(keep(session, point), naming(topic)).problem().errors.at(0);
        EXPECT_EQ(error.pointer + " " + error.code, "/topic not_on_this_session");
    }
    EXPECT_EQ(office.editor.post(keep(session, point), R"({"topic":"เรื่อง"})").status, 422u);
}

OFFICE_TEST(CirclesOffice, an_item_linked_by_hand_is_on_the_topics_way_for_those_who_may_read_it) {
    const auto topic = propose(office.member, office.new_circle(), words("ลำห้วย"));
    const auto item = office.write(
        [&](db::Tx& tx) { return knowledge::plant(tx, office.editor.person, {.title = "ฝายของเรา", .owner = office.organisation}); });
    office.editor.post(record(item.id, "publish"));
    const auto link = R"({"flow":"adapted_into","down":)" + std::to_string(item.id.value) + "}";
    EXPECT_EQ(office.member.post(record({topic.id.value}, "links"), link).code(), "not_allowed");
    EXPECT_EQ(office.editor.post(record({topic.id.value}, "links"), link).status, 200u);
    EXPECT_EQ(show(office.member, topic).knowledge.at(0).address, item.address);
    EXPECT_TRUE(show(office.guest, topic).knowledge.empty()) << "for members";
}

OFFICE_TEST(CirclesOffice, a_topic_is_as_visible_as_its_circle) {
    auto form = office.circle_form();
    form.audience = records::Audience{.visibility = records::Visibility::members, .partners = {}, .persons = {}};
    const auto closed = propose(office.member, office.new_circle(form), words("เรื่องภายใน"));
    for (auto* client : {&office.guest, &office.stranger}) {
        EXPECT_EQ(client->get("/api" + closed.address).status, 404u);
        EXPECT_EQ(client->get(closed.address).status, 404u);
    }
    EXPECT_EQ(office.stranger.put("/api" + closed.address + "/support", "").status, 404u);
    EXPECT_EQ(office.member.get("/api" + closed.address).status, 200u);

    const auto circle = office.new_circle();
    const auto topic = propose(office.stranger, circle, words("เรื่องเปิด"));
    const auto inward = R"({"visibility":"members","partners":[],"persons":[]})";
    ASSERT_EQ(office.editor.put(record(circle.id, "audience"), inward, 1).status, 200u);
    EXPECT_EQ(office.guest.get("/api" + topic.address).status, 404u);
    EXPECT_EQ(office.stranger.put("/api" + topic.address, words("ยังแก้ได้ไหม"), 2).code(), "not_allowed");
}

OFFICE_TEST(CirclesOffice, topics_that_were_proposed_before_they_were_records_are_records_once) {
    const auto circle = office.new_circle();
    const auto session = office.hold(circle, {2026, 11, 18});
    office.write([&](db::Tx& tx) {
        tx.run(
            "INSERT INTO circles_topics_before (id, circle_id, title, note, proposed_by, proposed_at, state, session_id)"
            " VALUES (7, $1, 'เรื่องเก่า', 'จากปีก่อน', $2, $3, 'done', $4)",
            circle.id, office.member.person, tx.now(), session.id);
        tx.run("INSERT INTO circles_topic_support_before (topic_id, person_id) VALUES (7, $1)", office.member.person);
    });
    for (int twice = 0; twice < 2; ++twice) adopt_topics(office.database());
    const auto topics = office.guest.get("/api" + circle.address + "/topics").as<std::vector<Topic>>();
    ASSERT_EQ(topics.size(), 1u);
    EXPECT_EQ(topics[0].note, "จากปีก่อน");
    EXPECT_EQ(topics[0].support, 1);
    EXPECT_EQ(addresses(show(office.guest, topics[0]).sessions), std::vector<std::string>{session.address});
}

}  // namespace circles
