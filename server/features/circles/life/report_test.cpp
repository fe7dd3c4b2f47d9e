#include "circles/life/report.hpp"

#include "circles/circles_office.hpp"

namespace circles {

namespace {

void tell(CirclesOffice& office, const records::Envelope& session, Rung rung) {
    const LadderForm form{.rung = rung, .evidence = {"เห็นจากบันทึก"}, .heads = {}, .version = 0};
    EXPECT_EQ(office.editor.put("/api" + session.address + "/participation", form).status, 200u);
}

void came(CirclesOffice& office, const records::Envelope& session, std::initializer_list<std::string> names) {
    PeopleForm people;
    for (const auto& name : names) people.people.push_back({.name = base::Text<0, 200>{name}, .sector = base::Sector::people});
    EXPECT_EQ(office.editor.post("/api" + session.address + "/people", people).status, 200u);
}

LadderReport report(support::Client& client, const std::string& address) {
    const auto reply = client.get("/api" + address + "/participation");
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return reply.as<LadderReport>();
}

}  // namespace

OFFICE_TEST(CirclesOffice, a_circles_ladder_tells_who_came_again_and_rose_and_which_sector_stood_where) {
    const auto circle = office.new_circle();
    const auto first = office.hold(circle, {2026, 10, 7});
    const auto second = office.hold(circle, {2026, 11, 4});
    const auto untold = office.hold(circle, {2026, 11, 11});
    tell(office, first, Rung::consult);
    tell(office, second, Rung::empower);
    came(office, first, {"ป้าสมมุติ", "ลุงสมมุติ"});
    came(office, second, {"ป้าสมมุติ"});
    came(office, untold, {"ลุงสมมุติ", "น้าสมมุติ"});
    office.editor.put("/api" + second.address + "/heads", R"({"by_sector":{"people":20,"state":3}})");

    const auto told = report(office.guest, circle.address);
    ASSERT_EQ(told.months.size(), 3u);
    EXPECT_EQ(told.months[0].month, "2026-10");
    ASSERT_EQ(told.persons.size(), 2u) << "who came only where nobody said how far it went stands on no rung";
    EXPECT_EQ(told.persons[0].rung, Rung::consult);
    EXPECT_EQ(told.persons[0].persons, 1);
    EXPECT_EQ(told.persons[1].rung, Rung::empower);
    EXPECT_EQ(told.persons[1].again, 1);
    EXPECT_EQ(told.persons[1].rose, 1);
    ASSERT_EQ(told.sectors.size(), 4u);
    EXPECT_EQ(told.sectors[0].sector, base::Sector::state);
    EXPECT_EQ(told.sectors[0].people, 3);
    EXPECT_FALSE(told.sectors[1].rung) << "two came where nobody has said it";
    EXPECT_EQ(told.sectors[1].people, 2);
    EXPECT_EQ(told.sectors[3].people, 20) << "more were counted at the door than are named on the list";
    ASSERT_EQ(told.told.size(), 2u);
    EXPECT_EQ(told.told[0].rung, Rung::empower);
    EXPECT_EQ(told.told[0].evidence, "เห็นจากบันทึก");
}

OFFICE_TEST(CirclesOffice, a_places_ladder_sums_the_circles_in_it_that_the_reader_may_read) {
    office.write([](db::Tx& tx) {
        tx.run(
            "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
            " search_key_en, consonants) VALUES (0, $1, 'th', 'country', 'ไทย', 'Thailand', 'none', '2021-12-31', $2, $3, $2, $2, $2)",
            base::last_of(base::AreaId{}), db::Blob{"th"}, false);
    });
    const auto open = office.new_circle();
    tell(office, office.hold(open, {2026, 11, 4}), Rung::involve);
    auto closed = office.circle_form();
    closed.audience = records::Audience{.visibility = records::Visibility::members, .partners = {}, .persons = {}};
    tell(office, office.hold(office.new_circle(closed), {2026, 11, 11}), Rung::inform);
    EXPECT_EQ(report(office.guest, "/areas/th").told.size(), 1u);
    EXPECT_EQ(report(office.editor, "/areas/th").told.size(), 2u);
    EXPECT_EQ(office.guest.get("/api/areas/nowhere/participation").status, 404u);
}

}  // namespace circles
