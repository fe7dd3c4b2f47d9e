#include <gtest/gtest.h>

#include "app/counted/sources.hpp"
#include "app/whole_office.hpp"
#include "areas/areas.hpp"
#include "goals/goals.hpp"
#include "goals/map/map.hpp"
#include "goals/opened/opened.hpp"
#include "goals/situation/situation.hpp"
#include "journal/follower.hpp"
#include "support/office.hpp"

// What Lomwong counts itself, from a session written down to the figure of the nation.
namespace {

using app::WholeOffice;

constexpr auto november = "2023-11";

struct Counted : WholeOffice {
    explicit Counted(db::Engine engine) : WholeOffice(engine), editor(new_person(organisation, records::Role::steward)) {
        const auto found = areas::find(*database().read(), "800101");
        EXPECT_TRUE(found);
        tambon = found->id;
        circle = new_circle(tambon);
    }

    records::Envelope new_circle(base::AreaId area) {
        const auto made =
            editor.post("/api/circles", R"({"title":"วงริมคลอง","kind":"meeting","level":"community","phase":"implement","area":)" +
                                            std::to_string(area.value) + R"(,"organiser":)" + std::to_string(organisation.value) + "}");
        EXPECT_EQ(made.status, 201u) << made.body;
        return made.as<records::Envelope>();
    }
    std::string hold(const records::Envelope& in, const std::string& date) {
        const auto planned = editor.post("/api" + in.address + "/sessions", R"({"title":"น้ำท่วมซ้ำ","date":")" + date + R"(","agenda":[]})");
        EXPECT_EQ(planned.status, 201u) << planned.body;
        const auto session = "/api" + planned.as<records::Envelope>().address;
        EXPECT_EQ(editor.post(session + "/hold").status, 200u);
        return session;
    }
    std::string hold(const std::string& date) { return hold(circle, date); }
    void came(const std::string& session, const std::string& people) {
        const auto reply = editor.post(session + "/people", R"({"people":[)" + people + "]}");
        EXPECT_EQ(reply.status, 200u) << reply.body;
    }
    void heads(const std::string& session, int all) {
        const auto reply = editor.put(session + "/heads", R"({"all":)" + std::to_string(all) + "}");
        EXPECT_EQ(reply.status, 200u) << reply.body;
    }
    void agree(const std::string& session, const std::string& more) {
        const auto reply = editor.post(session + "/agreements", R"({"body":"ขุดลอกคู")" + more + "}");
        EXPECT_LT(reply.status, 300u) << reply.body;
    }

    // As the follower does while the server runs.
    void follow() {
        while (journal::seal(database()) > 0) {
        }
        for (;;) {
            auto lease = database().read();
            const auto events = journal::list_after(*lease, journal::position(*lease, "goals"), 100);
            if (events.empty()) break;
            goals::follow(database(), app::sources_of_counts(), events);
            journal::seal(database());
        }
    }
    std::string figure(const std::string& code, const std::string& area = "800101", const std::string& period = november) {
        follow();
        const auto reply = editor.get("/api/figures/" + code + "/" + area + "/" + period).as<goals::Opened>();
        const auto& figure = reply.whole.figure;
        return figure.hidden ? "hidden" : figure.value ? base::to_text(*figure.value) : "none";
    }
    void expect_proven() {
        follow();
        const auto verdict = goals::verify_rollups(database());
        EXPECT_TRUE(verdict.whole()) << goals::describe(verdict.wrong.front());
        const auto counted = goals::list_wrong_counts(database(), app::sources_of_counts());
        EXPECT_EQ(counted.behind, 0);
        EXPECT_TRUE(counted.wrong.empty()) << goals::describe(counted.wrong.front());
    }

    support::Client editor;
    base::AreaId tambon;
    records::Envelope circle;
};

}  // namespace

OFFICE_TEST(Counted, a_session_that_is_held_is_in_the_figure_of_the_nation_and_one_that_is_not_is_in_none) {
    EXPECT_EQ(office.figure("circle_sessions"), "none") << "nothing recorded: missing, not zero";
    const auto first = office.hold("2023-11-08");
    office.hold("2023-11-22");
    EXPECT_EQ(office.figure("circle_sessions"), "2");
    EXPECT_EQ(office.figure("circle_sessions", "th"), "2");
    EXPECT_EQ(office.figure("circle_sessions", "80", "2023"), "2") << "months make the year";
    EXPECT_EQ(office.editor.post(first + "/reopen").status, 200u);
    EXPECT_EQ(office.figure("circle_sessions"), "1");
    office.expect_proven();
}

OFFICE_TEST(Counted, a_session_that_is_deleted_or_moved_to_another_month_leaves_its_number) {
    office.hold("2023-11-08");
    office.hold("2023-11-22");
    EXPECT_EQ(office.figure("circle_sessions"), "2");
    const auto id = office.database().read()->one<std::int64_t>("SELECT max(id) FROM circles_v_held");
    EXPECT_LT(office.editor.del("/api/records/" + std::to_string(id), records::find(*office.database().read(), {id})->version).status,
              300u);
    EXPECT_EQ(office.figure("circle_sessions"), "1");
    office.expect_proven();
}

OFFICE_TEST(Counted, sessions_of_a_wider_area_are_added_to_those_of_the_areas_in_it) {
    office.hold("2023-11-08");
    const auto district = office.new_circle(*areas::parent_of(office.tambon));
    office.hold(district, "2023-11-09");
    office.hold(district, "2023-11-10");
    EXPECT_EQ(office.figure("circle_sessions", "8001"), "3");
    EXPECT_EQ(office.figure("circle_sessions", "800101"), "1");
    EXPECT_EQ(office.figure("circle_sessions", "th"), "3");
    office.expect_proven();
}

OFFICE_TEST(Counted, who_came_twice_is_one_of_the_different_people_and_counts_twice_among_the_heads) {
    const auto first = office.hold("2023-11-08");
    const auto second = office.hold("2023-12-06");
    const std::string five =
        R"({"name":"ก","role":"host"},{"name":"ข","role":"participant"},{"name":"ค","role":"participant","organisation":"อบต."},)"
        R"({"name":"ง","role":"participant"},{"name":"จ","role":"participant"})";
    office.came(first, five + R"(,{"name":"ฉ","role":"speaker"})");
    office.came(second, five);
    EXPECT_EQ(office.figure("circle_different_people"), "6");
    EXPECT_EQ(office.figure("circle_different_people", "80", "2023"), "6") << "not 11: the same people came again";
    EXPECT_EQ(office.figure("circle_people", "80", "2023"), "11");
    EXPECT_EQ(office.figure("circle_organisations", "th", "2023"), "1");
    office.expect_proven();
}

OFFICE_TEST(Counted, few_people_are_hidden_here_too) {
    office.heads(office.hold("2023-11-08"), 3);
    EXPECT_EQ(office.figure("circle_people"), "hidden");
    EXPECT_EQ(office.figure("circle_sessions"), "1");
}

OFFICE_TEST(Counted, agreements_are_kept_when_they_are_done_by_their_day) {
    const auto session = office.hold("2023-11-08");
    office.agree(session, R"(,"due_on":"2023-12-01","state":"done","done_on":"2023-11-30")");
    office.agree(session, R"(,"due_on":"2023-12-01","state":"done","done_on":"2023-12-05")");
    office.agree(session, R"(,"due_on":"2023-12-01")");
    office.agree(session, "");
    EXPECT_EQ(office.figure("circle_agreements"), "4");
    EXPECT_EQ(office.figure("circle_kept"), "33.333333");
    office.expect_proven();
}

OFFICE_TEST(Counted, a_circle_that_is_not_for_everybody_is_in_no_number_and_leaves_those_that_it_was_in) {
    office.hold("2023-11-08");
    EXPECT_EQ(office.figure("circle_sessions"), "1");
    const auto stands = records::find(*office.database().read(), office.circle.id)->version;
    const auto turned = office.editor.put("/api/records/" + std::to_string(office.circle.id.value) + "/audience",
                                          R"({"visibility":"members","partners":[],"persons":[]})", stands);
    ASSERT_EQ(turned.status, 200u) << turned.body;
    EXPECT_EQ(office.figure("circle_sessions"), "none");
    EXPECT_EQ(office.figure("circle_sessions", "th", "2023"), "none");
    office.expect_proven();
}

OFFICE_TEST(Counted, nobody_types_over_what_lomwong_counts) {
    office.hold("2023-11-08");
    office.follow();
    auto administrator = office.new_administrator();
    const auto typed = administrator.post("/api/figures/entry",
                                          R"({"period":"2023-11","cells":[{"indicator":"circle_sessions","area":"800101","value":"9"}]})");
    ASSERT_EQ(typed.status, 200u) << typed.body;
    EXPECT_NE(typed.body.find("refused"), std::string::npos) << typed.body;
    const auto sent = administrator.post(
        "/api/dataValueSets", R"({"period":"202311","dataValues":[{"dataElement":"circle_sessions","orgUnit":"800101","value":"9"}]})");
    EXPECT_EQ(sent.status, 409u) << sent.body;
    EXPECT_EQ(office.figure("circle_sessions"), "1");
}

OFFICE_TEST(Counted, an_opened_number_names_the_sessions_that_it_counts) {
    office.hold("2023-11-08");
    office.follow();
    support::Client guest(office);
    const auto opened = guest.get("/api/figures/circle_sessions/80/2023").as<goals::Opened>();
    ASSERT_EQ(opened.counted.size(), 1u);
    EXPECT_EQ(opened.counted[0].title, "น้ำท่วมซ้ำ");
    EXPECT_EQ(opened.counter, goals::Counter::sessions_held);
    EXPECT_FALSE(opened.difference) << "what stands at the area itself is a part, and no second opinion";
}

OFFICE_TEST(Counted, what_is_counted_is_told_to_be_and_nobody_is_missing_in_it) {
    office.hold("2023-11-08");
    office.follow();
    support::Client guest(office);
    const auto situation = guest.get("/api/areas/800101/situation").as<goals::Situation>();
    ASSERT_EQ(situation.groups.size(), 1u);
    for (const auto& finding : situation.groups[0].findings) EXPECT_TRUE(finding.counted) << finding.code;
    EXPECT_EQ(guest.get("/areas/800101/situation").body.find("ข้อมูลจาก"), std::string::npos);
    const auto map = guest.get("/api/figures/map?area=8001&indicator=circle_sessions").as<goals::FiguresMap>();
    EXPECT_TRUE(map.numbers.value().counted);
    EXPECT_NE(guest.get("/indicators/circle_sessions").body.find("\"counter\":\"sessions_held\""), std::string::npos)
        << "its page brings along what its route returns";
}

OFFICE_TEST(Counted, an_indicator_of_ones_own_that_counts_begins_with_all_that_was_recorded_before) {
    office.hold("2023-11-08");
    office.follow();
    const auto made = office.editor.post(
        "/api/indicators",
        R"({"owner":)" + std::to_string(office.organisation.value) +
            R"(,"code":"our_circles","from_year":2020,"traits":{"level":"subdistrict","unit":"event","unit_name":"","direction":"up",)"
            R"("calculation":"plain","factor":1,"over_areas":"sum","over_time":"sum","decimals":0},)"
            R"("definition":{"title":"วงของเรา"},"counter":"sessions_held"})");
    ASSERT_EQ(made.status, 201u) << made.body;
    EXPECT_EQ(office.figure("our_circles"), "1");
    const auto wrong = office.editor.post(
        "/api/indicators",
        R"({"owner":)" + std::to_string(office.organisation.value) +
            R"(,"code":"wrong","from_year":2020,"traits":{"level":"subdistrict","unit":"event","unit_name":"","direction":"up",)"
            R"("calculation":"plain","factor":1,"over_areas":"average","over_time":"sum","decimals":0},)"
            R"("definition":{"title":"ผิด"},"counter":"sessions_held"})");
    EXPECT_EQ(wrong.problem().errors.at(0).code, "counter_does_not_fit");
}
