#include "circles/life/life.hpp"

#include "circles/circles_office.hpp"

namespace circles {

namespace {

constexpr base::Date today{2026, 11, 18};

std::string at(const records::Envelope& session) {
    return "/api" + session.address + "/participation";
}

LadderForm told(Rung rung, std::int64_t version = 0) {
    return {.rung = rung, .evidence = {"ชาวบ้านจัดลำดับปัญหาและเลือกเอง"}, .heads = {{Rung::inform, {12}}, {rung, {5}}}, .version = version};
}

LifeReply life(support::Client& client, const records::Envelope& circle) {
    return client.get("/api" + circle.address + "/life").as<LifeReply>();
}

void came(CirclesOffice& office, const records::Envelope& session, const std::string& name, const std::string& from) {
    const AttendeeForm one{.name = base::Text<0, 200>{name}, .organisation = base::Text<0, 300>{from}, .sector = base::Sector::state};
    EXPECT_EQ(office.editor.post("/api" + session.address + "/people", PeopleForm{{one}}).status, 200u);
}

}  // namespace

TEST(Life, offices_are_summed_over_their_months_and_small_ones_are_told_together) {
    auto offices = offices_of({{"เกษตรอำเภอ", "2026-10", 2}, {"เทศบาล", "2026-10", 4}, {"เทศบาล", "2026-11", 3}});
    ASSERT_EQ(offices.size(), 2u);
    EXPECT_EQ(offices[0].office, "เทศบาล");
    EXPECT_EQ(offices[0].people, 7);
    EXPECT_EQ(offices[0].months.size(), 2u);
    EXPECT_EQ(take_small(offices), 2);
    EXPECT_EQ(offices.size(), 1u);
}

OFFICE_TEST(CirclesOffice, a_facilitator_says_how_far_people_took_part_and_by_what_one_can_tell) {
    const auto circle = office.new_circle();
    const auto session = office.hold(circle, today);
    EXPECT_FALSE(office.guest.get(at(session)).as<Ladder>().rung) << "nobody has said it yet, which is not the lowest rung";
    const auto reply = office.contributor.put(at(session), told(Rung::empower));
    ASSERT_EQ(reply.status, 200u) << reply.body;
    EXPECT_EQ(reply.as<Ladder>().heads.size(), 2u);
    EXPECT_EQ(office.editor.put(at(session), told(Rung::consult)).status, 412u) << "written by somebody else meanwhile";
    EXPECT_EQ(office.editor.put(at(session), told(Rung::involve, 1)).as<Ladder>().rung, Rung::involve);
    EXPECT_EQ(office.editor.put(at(session), R"({"rung":"involve","evidence":"","heads":[],"version":2})").status, 422u);
    EXPECT_EQ(office.editor.put(at(session), told(Rung::inform, 2)).problem().errors.at(0).code, "duplicate");
    EXPECT_EQ(office.guest.put(at(session), told(Rung::involve, 2)).status, 401u);
}

OFFICE_TEST(CirclesOffice, the_life_of_a_circle_tells_rungs_sectors_and_results_of_what_was_held) {
    auto circle = office.new_circle();
    const auto first = office.hold(circle, {2026, 11, 4});
    auto form = CirclesOffice::session_form({2026, 11, 11});
    form.planned_result = {"รายชื่อคนที่จะเริ่มแยกขยะ"};
    form.seen_result = {"ได้สิบสองหลังคา"};
    const auto second = office.plan(circle, form);
    office.editor.post("/api" + second.address + "/hold");
    office.plan(circle, {2026, 11, 25});
    office.editor.put(at(second), told(Rung::collaborate));
    office.editor.put("/api" + second.address + "/heads", R"({"by_sector":{"people":20,"state":1}})");
    for (int i = 0; i < 3; ++i) came(office, second, "คนที่ " + std::to_string(i), "เกษตรอำเภอ");

    const auto shown = life(office.guest, circle);
    ASSERT_EQ(shown.sessions.size(), 2u) << "what is planned has no life yet";
    EXPECT_FALSE(shown.sessions[0].rung);
    EXPECT_EQ(shown.sessions[1].rung, Rung::collaborate);
    EXPECT_EQ(shown.sessions[1].rungs.size(), 2u);
    ASSERT_EQ(shown.sessions[1].sectors.size(), 2u);
    for (const auto& each : shown.sessions[1].sectors) EXPECT_EQ(each.people, each.sector == base::Sector::people ? 20 : 3);
    ASSERT_EQ(shown.results.size(), 1u);
    EXPECT_EQ(shown.results[0].seen_result, "ได้สิบสองหลังคา");
    EXPECT_TRUE(shown.offices.empty());
    EXPECT_EQ(shown.elsewhere, 3) << "so few could be known by it";
    ASSERT_EQ(life(office.member, circle).offices.size(), 1u);
    EXPECT_EQ(life(office.member, circle).offices[0].months.at(0).month, "2026-11");
}

OFFICE_TEST(CirclesOffice, a_year_is_counted_by_rungs_with_those_of_which_nobody_has_said_it) {
    const auto circle = office.new_circle();
    office.editor.put(at(office.hold(circle, {2026, 11, 4})), told(Rung::empower));
    office.editor.put(at(office.hold(circle, {2026, 11, 11})), told(Rung::empower));
    office.hold(circle, today);
    const auto counts = office.guest.get("/api/circles/rungs?year=2570").as<std::vector<RungCount>>();
    ASSERT_EQ(counts.size(), 2u);
    for (const auto& each : counts) EXPECT_EQ(each.sessions, each.rung ? 2 : 1);
    EXPECT_TRUE(office.guest.get("/api/circles/rungs?year=2569").as<std::vector<RungCount>>().empty());
}

}  // namespace circles
