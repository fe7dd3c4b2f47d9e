#include "circles/circles_office.hpp"

namespace circles {

OFFICE_TEST(CirclesOffice, a_contributor_makes_a_circle_for_their_organisation_and_nobody_else_can) {
    auto form = office.circle_form();
    EXPECT_EQ(office.contributor.post("/api/circles", form).status, 201u);
    EXPECT_EQ(office.member.post("/api/circles", form).code(), "not_a_contributor");
    EXPECT_EQ(office.stranger.post("/api/circles", form).code(), "not_a_contributor");
    EXPECT_EQ(office.guest.post("/api/circles", form).code(), "sign_in_needed");
}

OFFICE_TEST(CirclesOffice, a_wednesday_circle_knows_its_next_wednesdays) {
    const auto shown = office.show_circle(office.guest, office.new_circle());
    ASSERT_EQ(shown.expected.size(), 4u);
    EXPECT_EQ(shown.expected.front(), (base::Date{2026, 11, 25}));
    EXPECT_EQ(shown.organiser.title, "เทศบาลตัวอย่าง");
    EXPECT_FALSE(shown.agreements_wanted);
}

OFFICE_TEST(CirclesOffice, a_rhythm_without_its_day_is_refused_by_name) {
    auto form = office.circle_form();
    form.rhythm->weekday.reset();
    const auto problem = office.editor.post("/api/circles", form).problem();
    EXPECT_EQ(problem.status, 422);
    ASSERT_EQ(problem.errors.size(), 1u);
    EXPECT_EQ(problem.errors[0].pointer, "/rhythm/weekday");
}

OFFICE_TEST(CirclesOffice, what_was_held_before_lomwong_is_counted_on) {
    auto form = office.circle_form();
    form.since = base::Date{2013, 5, 1};
    form.held_before = {{60}};
    const auto circle = office.new_circle(form);
    office.hold(circle, {2026, 11, 18});
    const auto counters = office.show_circle(office.guest, circle).counters;
    EXPECT_EQ(counters.held, 61);
    EXPECT_EQ(counters.recorded, 1);
    EXPECT_EQ(counters.since, (base::Date{2013, 5, 1}));
    EXPECT_EQ(counters.people, std::nullopt);
}

OFFICE_TEST(CirclesOffice, people_and_hours_of_held_sessions_are_counted_and_nobody_twice) {
    const auto circle = office.new_circle();
    for (const unsigned day : {11u, 18u}) {
        auto form = office.session_form({2026, 11, day});
        form.starts = base::TimeOfDay{9 * 60};
        form.ends = base::TimeOfDay{11 * 60 + 30};
        const auto session = office.plan(circle, form);
        PeopleForm people;
        people.people.push_back({.person_id = office.member.person});
        people.people.push_back({.name = {{"ยายสมมติ  มีสุข"}}});
        if (day == 18) people.people.push_back({.name = {{"ลุงสมมติ ใจกว้าง"}}});
        EXPECT_EQ(office.editor.post("/api" + session.address + "/people", people).status, 200u);
        office.editor.post("/api" + session.address + "/hold");
    }
    const auto counters = office.show_circle(office.guest, circle).counters;
    EXPECT_EQ(counters.people, 5);
    EXPECT_EQ(counters.different_people, 3);
    EXPECT_EQ(counters.hours, 5.0);
}

OFFICE_TEST(CirclesOffice, two_editors_of_one_circle_do_not_overwrite_each_other) {
    const auto circle = office.new_circle();
    auto form = office.circle_form();
    form.title = {"วงสานเสวนาทุกวันพุธ"};
    EXPECT_EQ(office.editor.put("/api" + circle.address, form, circle.version).status, 200u);
    EXPECT_EQ(office.steward.put("/api" + circle.address, form, circle.version).code(), "edited_elsewhere");
    EXPECT_EQ(office.editor.put("/api" + circle.address, form).code(), "version_needed");
}

OFFICE_TEST(CirclesOffice, circles_are_listed_in_thai_order_and_sifted_by_kind) {
    for (const auto& [title, kind] :
         {std::pair{"ไทยดี", CircleKind::dialogue}, {"กาแฟยามเช้า", CircleKind::tea_circle}, {"แก้วน้ำชา", CircleKind::tea_circle}}) {
        auto form = office.circle_form(kind);
        form.title = {title};
        office.new_circle(form);
    }
    const auto list = office.guest.get("/api/circles?limit=2").as<http::List<CircleCard>>();
    ASSERT_EQ(list.items.size(), 2u);
    EXPECT_EQ(list.items[0].title, "กาแฟยามเช้า");
    ASSERT_TRUE(list.next);
    const auto rest = office.guest.get("/api/circles?limit=2&after=" + *list.next).as<http::List<CircleCard>>();
    ASSERT_EQ(rest.items.size(), 1u);
    EXPECT_EQ(rest.items[0].title, "ไทยดี");
    EXPECT_EQ(office.guest.get("/api/circles?kind=tea_circle").as<http::List<CircleCard>>().items.size(), 2u);
}

OFFICE_TEST(CirclesOffice, a_note_taker_from_another_organisation_is_taken_into_the_team_and_writes) {
    const auto circle = office.new_circle();
    const auto form = office.session_form({2026, 11, 25});
    EXPECT_EQ(office.stranger.post("/api" + circle.address + "/sessions", form).status, 403u);
    const auto session = office.plan(circle, form);
    const auto team = R"({"role":"contributor","person":)" + std::to_string(office.stranger.person.value) + "}";
    EXPECT_EQ(office.stranger.put("/api" + circle.address + "/team", team).status, 403u);
    EXPECT_EQ(office.editor.put("/api" + circle.address + "/team", team).status, 200u);
    EXPECT_EQ(office.say(office.stranger, session, "จดแทนเพื่อน").status, 201u);
}

OFFICE_TEST(CirclesOffice, who_serves_a_circle_that_only_members_read_reads_finds_and_edits_it_whichever_organisation_they_come_from) {
    auto form = office.circle_form();
    form.audience = records::Audience{.visibility = records::Visibility::members};
    const auto circle = office.new_circle(form);
    auto participant = office.new_person("ผู้ร่วมวง");
    const auto find = [](support::Client& client) { return client.get("/api/circles").as<http::List<CircleCard>>().items.size(); };
    EXPECT_EQ(office.stranger.get("/api" + circle.address).status, 404u);
    EXPECT_EQ(find(office.stranger), 0u);

    office.give_role(office.stranger, circle.id, records::Role::contributor);
    office.give_role(participant, circle.id, records::Role::member);
    for (auto* client : {&office.stranger, &participant}) {
        EXPECT_EQ(client->get("/api" + circle.address).status, 200u);
        EXPECT_EQ(find(*client), 1u);
    }
    EXPECT_EQ(office.stranger.put("/api" + circle.address, form, circle.version).status, 200u);
    EXPECT_EQ(participant.put("/api" + circle.address, form, circle.version + 1).status, 403u);
    EXPECT_TRUE(office.editor.get("/api/records?within=" + std::to_string(circle.id.value)).as<http::List<records::Card>>().items.empty());
}

OFFICE_TEST(CirclesOffice, nobody_gives_a_role_above_their_own_or_takes_one_from_above_them) {
    const auto circle = office.steward.post("/api/circles", office.circle_form()).as<records::Envelope>();
    const auto give = [&](support::Client& by, support::Client& to, const std::string& role) {
        return by.put("/api" + circle.address + "/team", R"({"role":")" + role + R"(","person":)" + std::to_string(to.person.value) + "}");
    };
    EXPECT_EQ(give(office.editor, office.stranger, "editor").status, 200u);
    EXPECT_EQ(give(office.editor, office.stranger, "steward").code(), "role_above_own");
    EXPECT_EQ(give(office.steward, office.stranger, "steward").status, 200u);
    EXPECT_EQ(give(office.editor, office.stranger, "none").code(), "role_above_own");
}

OFFICE_TEST(CirclesOffice, a_topic_is_proposed_supported_put_on_a_session_and_done_when_that_is_held) {
    const auto circle = office.new_circle();
    const auto at = "/api" + circle.address + "/topics";
    EXPECT_EQ(office.guest.post(at, TopicForm{{"สำนึกพลเมือง"}, {}, {}, {}}).code(), "sign_in_needed");
    const auto topic = office.member.post(at, TopicForm{{"สำนึกพลเมือง"}, {}, {}, {}}).as<Topic>();
    const auto named = "/api" + topic.address;
    EXPECT_EQ(office.stranger.put(named + "/support", "").as<Topic>().support, 2);
    EXPECT_EQ(office.stranger.put(named + "/support", "").as<Topic>().support, 2);
    const auto session = office.plan(circle, base::Date{2026, 11, 18});
    EXPECT_EQ(office.editor.put(named + "/plan", TopicPlan{TopicState::scheduled, SessionId{session.id.value}}).status, 200u);
    office.editor.post("/api" + session.address + "/hold");
    const auto topics = office.show(office.guest, session).topics;
    ASSERT_EQ(topics.size(), 1u);
    EXPECT_EQ(topics[0].state, TopicState::done);
}

OFFICE_TEST(CirclesOffice, a_circle_of_members_is_not_there_for_others) {
    auto form = office.circle_form();
    form.audience = records::Audience{.visibility = records::Visibility::members, .partners = {}, .persons = {}};
    const auto circle = office.new_circle(form);
    const auto session = office.plan(circle, base::Date{2026, 11, 25});
    for (const auto& address : {circle.address, session.address, circle.address + "/topics"}) {
        EXPECT_EQ(office.member.get("/api" + address).status, 200u) << address;
        EXPECT_EQ(office.stranger.get("/api" + address).status, 404u) << address;
        EXPECT_EQ(office.guest.get("/api" + address).body, office.guest.get("/api/circles/999").body) << address;
    }
    EXPECT_TRUE(office.guest.get("/api/circles").as<http::List<CircleCard>>().items.empty());
    EXPECT_TRUE(office.guest.get("/api/sessions").as<std::vector<SessionCard>>().empty());
}

}  // namespace circles
