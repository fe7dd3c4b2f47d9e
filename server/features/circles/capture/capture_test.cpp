#include "circles/capture/capture.hpp"

#include "areas/area_queries.hpp"
#include "circles/circles_office.hpp"

namespace circles {

static constexpr base::Date that_day{2026, 11, 18};

static CaptureForm tea() {
    CaptureForm form;
    form.title = {"น้ำในคลองเปลี่ยนสี"};
    form.date = that_day;
    form.place = {{"ใต้ต้นจามจุรี"}};
    form.position = Position{16.8211, 100.2659, 12};
    form.lines = {{"เห็นครั้งแรกหลังน้ำลด"}, {"ปลาตายสองหน"}};
    form.heads = Heads{.all = {}, .by_age = AgeHeads{.young = {{2}}, .working = {{5}}, .elder = {{4}}}, .by_sector = {}};
    return form;
}

static support::Reply capture(CirclesOffice& office, const records::Envelope& circle, const CaptureForm& form, std::string_view key) {
    office.contributor.headers.set("Idempotency-Key", key);
    auto reply = office.contributor.post("/api" + circle.address + "/captures", form);
    office.contributor.headers.remove("Idempotency-Key");
    return reply;
}

static SessionReply shown(CirclesOffice& office, const Captured& captured) {
    return office.editor.get("/api" + captured.address).as<SessionReply>();
}

OFFICE_TEST(CirclesOffice, a_tea_circle_under_a_tree_becomes_a_session_that_was_held_with_its_lines_and_heads) {
    const auto circle = office.new_circle(CircleKind::tea_circle);
    const auto reply = capture(office, circle, tea(), "a-phone-under-a-tree");
    ASSERT_EQ(reply.status, 201u) << reply.body;
    const auto session = shown(office, reply.as<Captured>());
    EXPECT_EQ(session.state, SessionState::held);
    EXPECT_EQ(session.ordinal, 1);
    EXPECT_EQ(session.people_count, 11);
    EXPECT_EQ(session.place, "ใต้ต้นจามจุรี");
    ASSERT_EQ(session.points.size(), 2u);
    EXPECT_EQ(session.points.at(1).body, "ปลาตายสองหน");
    EXPECT_TRUE(session.differences.empty());
}

OFFICE_TEST(CirclesOffice, a_capture_lies_in_the_area_that_is_nearest_unless_its_writer_says_another) {
    const base::AreaId near{2650101000}, other{2650102000};
    office.write([&](db::Tx& tx) {
        for (const auto& [id, code, latitude] : {std::tuple{near, "650101", 16.82}, std::tuple{other, "650102", 16.90}})
            areas::store_area(tx, areas::AreaRow({.id = id,
                                                  .last_id = base::last_of(id),
                                                  .code = code,
                                                  .level = areas::Level::subdistrict,
                                                  .name = "ในเมือง",
                                                  .name_en = "Nai Mueang",
                                                  .latitude = latitude,
                                                  .longitude = 100.26,
                                                  .position = areas::Position::point,
                                                  .begins_on = {},
                                                  .valid_from = {2026, 1, 1},
                                                  .valid_to = {}}));
    });
    const auto circle = office.new_circle(CircleKind::tea_circle);
    const auto area = [&](const CaptureForm& form, std::string_view key) {
        return shown(office, capture(office, circle, form, key).as<Captured>()).record.area_id;
    };
    EXPECT_EQ(area(tea(), "a-phone-under-a-tree"), near);
    auto form = tea();
    form.area = other;
    EXPECT_EQ(area(form, "a-phone-that-was-corrected"), other);
    form.area = {};
    form.position = Position{48.1, 11.5, 12};
    EXPECT_EQ(area(form, "a-phone-far-away-from-here"), circle.area_id) << "nothing of ours lies there";
}

OFFICE_TEST(CirclesOffice, a_capture_that_comes_again_after_a_year_is_the_same_session) {
    const auto circle = office.new_circle(CircleKind::tea_circle);
    const auto first = capture(office, circle, tea(), "a-phone-under-a-tree").as<Captured>();
    office.clock.advance_days(365);
    const auto again = capture(office, circle, tea(), "a-phone-under-a-tree");
    ASSERT_EQ(again.status, 201u) << again.body;
    EXPECT_EQ(again.as<Captured>().number, first.number);
    EXPECT_EQ(office.show_circle(office.editor, circle).counters.held, 1);
    EXPECT_EQ(office.contributor.get("/api" + first.address).as<SessionReply>().points.size(), 2u);
}

OFFICE_TEST(CirclesOffice, who_captures_twice_a_day_sat_down_twice) {
    const auto circle = office.new_circle(CircleKind::tea_circle);
    const auto morning = capture(office, circle, tea(), "a-phone-in-the-morning").as<Captured>();
    const auto evening = capture(office, circle, tea(), "a-phone-in-the-evening").as<Captured>();
    EXPECT_NE(morning.number, evening.number);
    EXPECT_TRUE(evening.differences.empty());
}

OFFICE_TEST(CirclesOffice, a_capture_without_a_key_of_its_own_is_not_taken_for_it_could_not_be_known_again) {
    const auto circle = office.new_circle(CircleKind::tea_circle);
    EXPECT_EQ(capture(office, circle, tea(), "short-key").code(), "bad_key");
}

OFFICE_TEST(CirclesOffice, what_was_planned_for_that_day_is_the_session_that_was_captured) {
    const auto circle = office.new_circle(CircleKind::tea_circle);
    auto form = office.session_form(that_day, "น้ำในคลองเปลี่ยนสี");
    const auto planned = office.plan(circle, form);
    const auto captured = capture(office, circle, tea(), "a-phone-under-a-tree").as<Captured>();
    EXPECT_EQ(captured.number, planned.number);
    const auto session = shown(office, captured);
    EXPECT_EQ(session.state, SessionState::held);
    EXPECT_EQ(session.place, "ใต้ต้นจามจุรี") << "nobody had said where";
    EXPECT_TRUE(session.differences.empty());
}

OFFICE_TEST(CirclesOffice, what_somebody_else_recorded_meanwhile_stays_and_what_the_phone_had_otherwise_is_kept_beside_it) {
    const auto circle = office.new_circle(CircleKind::tea_circle);
    auto form = office.session_form(that_day, "คุยเรื่องน้ำ");
    form.place = {{"ศาลาวัด"}};
    const auto planned = office.plan(circle, form);
    office.editor.put("/api" + planned.address + "/heads", R"({"all":9})");
    office.editor.post("/api" + planned.address + "/hold");
    const auto captured = capture(office, circle, tea(), "a-phone-under-a-tree").as<Captured>();
    const auto session = shown(office, captured);
    EXPECT_EQ(session.record.title, "คุยเรื่องน้ำ");
    EXPECT_EQ(session.place, "ศาลาวัด");
    EXPECT_EQ(session.people_count, 9);
    EXPECT_EQ(session.points.size(), 2u) << "lines only add";
    ASSERT_EQ(session.differences.size(), 3u);
    EXPECT_EQ(session.differences.at(0).text, "น้ำในคลองเปลี่ยนสี");
    EXPECT_EQ(session.differences.at(1).text, "ใต้ต้นจามจุรี");
    EXPECT_EQ(session.differences.at(2).heads->by_age->elder->value, 4);
    EXPECT_TRUE(office.show(office.guest, planned).differences.empty());

    const auto at = "/api" + planned.address + "/differences/" + std::to_string(session.differences.at(0).id.value);
    EXPECT_EQ(office.guest.del(at).status, 401u);
    EXPECT_EQ(office.editor.del(at).as<std::vector<Difference>>().size(), 2u);
}

OFFICE_TEST(CirclesOffice, heads_that_were_counted_without_a_signal_do_not_replace_what_others_counted_since) {
    const auto session = office.hold(office.new_circle(), that_day);
    const auto heads = "/api" + session.address + "/heads";
    office.editor.put(heads, R"({"all":9})");
    EXPECT_EQ(office.contributor.put(heads, R"({"all":12,"was":{}})").code(), "counted_elsewhere");
    EXPECT_EQ(office.show(office.guest, session).people_count, 9);
    EXPECT_EQ(office.contributor.put(heads, R"({"all":9,"was":{}})").status, 200u) << "both counted the same";
    EXPECT_EQ(office.contributor.put(heads, R"({"all":12,"was":{"all":9}})").status, 200u);
    EXPECT_EQ(office.show(office.guest, session).people_count, 12);
}

OFFICE_TEST(CirclesOffice, a_phone_keeps_the_circles_that_its_person_may_record_with_the_places_where_they_meet) {
    const auto circle = office.new_circle(CircleKind::tea_circle);
    capture(office, circle, tea(), "a-phone-under-a-tree");
    const auto today = base::bangkok_date(office.clock.now());
    office.plan(circle, today);
    const auto own = office.contributor.get("/api/circles/mine").as<std::vector<OwnCircle>>();
    ASSERT_EQ(own.size(), 1u);
    EXPECT_EQ(own.at(0).places, std::vector<std::string>{"ใต้ต้นจามจุรี"});
    ASSERT_EQ(own.at(0).planned.size(), 1u);
    EXPECT_EQ(own.at(0).planned.at(0).date, today);
    EXPECT_TRUE(office.stranger.get("/api/circles/mine").as<std::vector<OwnCircle>>().empty());
}

}  // namespace circles
