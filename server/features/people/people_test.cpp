#include <gtest/gtest.h>

#include <chrono>

#include "areas/areas.hpp"
#include "auth/auth.hpp"
#include "http/page.hpp"
#include "http/uri.hpp"
#include "jobs/jobs.hpp"
#include "people/names.hpp"
#include "people/replies.hpp"
#include "support/office.hpp"

namespace {

using people::OrganisationType;
using people::Post;

struct PeopleOffice : support::Office {
    explicit PeopleOffice(db::Engine engine)
        : Office(engine, {{people::migrations(), people::add_routes, people::add_person, people::add_organisation},
                          {areas::migrations(), areas::add_routes}}) {}

    // "/api/organisations/7"
    std::string organisation_path(records::RecordId id) {
        return "/api/organisations/" + std::to_string(records::find(*database().read(), id)->number);
    }
    records::Envelope add(support::Client& by, std::string_view fields) {
        const auto reply =
            by.post("/api/organisations", "{\"entered_by\":" + std::to_string(organisation.value) + "," + std::string(fields) + "}");
        EXPECT_EQ(reply.status, 201U) << reply.body;
        return reply.as<records::Envelope>();
    }
    records::Envelope add_person(std::string_view fields) {
        const auto reply =
            contributor.post("/api/people", "{\"entered_by\":" + std::to_string(organisation.value) + "," + std::string(fields) + "}");
        EXPECT_EQ(reply.status, 201U) << reply.body;
        return reply.as<records::Envelope>();
    }
    template <class T>
    http::List<T> list(support::Client& by, const std::string& target) {
        const auto reply = by.get(target);
        EXPECT_EQ(reply.status, 200U) << reply.body;
        return reply.as<http::List<T>>();
    }
};

TEST(PersonNames, a_rank_takes_the_place_of_an_ordinary_title_and_stands_before_a_learned_one) {
    EXPECT_EQ(people::formal_name({.title = "นาย", .rank = "พ.ต.อ.", .given_name = "สมชาย", .family_name = "ใจดี"}), "พ.ต.อ.สมชาย ใจดี");
    EXPECT_EQ(people::formal_name({.title = "ดร.", .rank = "พ.ต.อ.", .given_name = "สมชาย", .family_name = "ใจดี"}), "พ.ต.อ.ดร.สมชาย ใจดี");
    EXPECT_EQ(people::formal_name({.title = "นางสาว", .given_name = "มาลี"}), "นางสาวมาลี");
}

TEST(PersonNames, a_whole_name_is_cut_into_its_parts) {
    const auto person = people::person_from_name("ผศ.ดร. มาลี   ศรีสุข");
    EXPECT_EQ(person.title, "ผศ.ดร.");
    EXPECT_EQ(person.given_name, "มาลี");
    EXPECT_EQ(person.family_name, "ศรีสุข");
    EXPECT_EQ(people::person_from_name("พระมหาสมปอง").title, "พระมหา");
}

TEST(OrganisationTypes, of_fifty_thousand_rows_are_known_while_one_draws_breath) {
    const auto before = std::chrono::steady_clock::now();
    for (int row = 0; row < 50'000; ++row) ASSERT_EQ(people::type_from_words("สมาคม"), OrganisationType::association);
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(5)) << "also under sanitizers";
}

TEST(OrganisationTypes, each_is_recognised_as_offices_write_it) {
    EXPECT_EQ(people::type_from_words("อบต"), OrganisationType::subdistrict_administration);
    EXPECT_EQ(people::type_from_words("เทศบาลนคร"), OrganisationType::city_municipality);
    EXPECT_EQ(people::type_from_words("Temple"), OrganisationType::temple);
    EXPECT_EQ(people::type_from_words("ยานอวกาศ"), std::nullopt);
    EXPECT_EQ(people::type_from_name("วัดท่าซัก"), OrganisationType::temple);
    EXPECT_EQ(people::type_from_name("มูลนิธิชุมชนไท"), OrganisationType::foundation);
    EXPECT_EQ(people::type_from_name("ม.นเรศวร"), OrganisationType::university);
    EXPECT_EQ(people::type_from_name("กองทุนสวัสดิการชุมชนตำบลท่าซัก"), OrganisationType::community_fund);
    EXPECT_EQ(people::type_from_name("กรมศิลปากร"), OrganisationType::department);
    EXPECT_EQ(people::type_from_name("สภาองค์กรชุมชนตำบลคลองตัน"), OrganisationType::community_council);
    EXPECT_EQ(people::sector_from_words("ภาคเอกชน"), base::Sector::private_);
}

TEST(OrganisationTypes, every_one_has_its_words_in_both_languages) {
    for (const auto name : base::names_of<OrganisationType>()) EXPECT_TRUE(base::is_written("people_type_" + std::string(name))) << name;
    for (const auto name : base::names_of<base::Sector>()) EXPECT_TRUE(base::is_written("people_sector_" + std::string(name))) << name;
    for (const auto name : base::names_of<Post>()) EXPECT_TRUE(base::is_written("people_post_" + std::string(name))) << name;
}

}  // namespace

OFFICE_TEST(PeopleOffice, an_organisation_has_its_sector_by_its_type_and_its_units_inside_it) {
    const auto university = office.add(office.contributor, R"("name":"มหาวิทยาลัยพิษณุโลก","type":"university")");
    office.add(office.contributor, R"("name":"คณะเภสัชศาสตร์","type":"faculty","parent":)" + std::to_string(university.id.value));
    const auto shown = office.guest.get("/api" + university.address).as<people::OrganisationReply>();
    EXPECT_EQ(shown.organisation.sector, base::Sector::academic);
    ASSERT_EQ(shown.units.size(), 1U);
    EXPECT_EQ(shown.units[0].title, "คณะเภสัชศาสตร์");
    EXPECT_EQ(shown.units[0].parent_title, "มหาวิทยาลัยพิษณุโลก");
}

OFFICE_TEST(PeopleOffice, a_division_is_of_the_sector_of_its_body) {
    const auto town = office.add(office.contributor, R"("name":"เทศบาลตำบลสมมติ","type":"subdistrict_municipality")");
    office.add(office.contributor, R"("name":"กองสวัสดิการสังคม","type":"division","parent":)" + std::to_string(town.id.value));
    const auto units = office.guest.get("/api" + town.address).as<people::OrganisationReply>().units;
    EXPECT_EQ(units.at(0).sector, base::Sector::local_government);
}

OFFICE_TEST(PeopleOffice, an_organisation_never_lies_inside_itself) {
    const auto outer = office.add(office.contributor, R"("name":"สำนักงาน","type":"division")");
    const auto inner = office.add(office.contributor, R"("name":"ฝ่าย","type":"division","parent":)" + std::to_string(outer.id.value));
    const auto reply = office.editor.put("/api" + outer.address,
                                         R"({"name":"สำนักงาน","type":"division","parent":)" + std::to_string(inner.id.value) + "}", 1);
    EXPECT_EQ(reply.status, 422U);
    EXPECT_EQ(reply.problem().errors.at(0).code, "inside_itself");
}

OFFICE_TEST(PeopleOffice, organisations_are_found_by_any_of_their_names) {
    office.add(office.contributor, R"("name":"องค์การบริหารส่วนตำบลท่าซัก","short_name":"อบต.ท่าซัก","type":"subdistrict_administration")");
    for (const auto* text :
         {"ท่าซัก", "%E0%B8%AD%E0%B8%9A%E0%B8%95.", "%E0%B8%AA%E0%B9%88%E0%B8%A7%E0%B8%99%E0%B8%95%E0%B9%8D%E0%B8%B2%E0%B8%9A%E0%B8%A5"})
        EXPECT_EQ(office.list<people::OrganisationCard>(office.guest, "/api/organisations?text=" + std::string(text)).items.size(), 1U)
            << text;
    EXPECT_EQ(office.list<people::OrganisationCard>(office.guest, "/api/organisations?text=100%25").items.size(), 0U);
    EXPECT_EQ(office.list<people::OrganisationCard>(office.guest, "/api/organisations?sector=local_government").items.size(), 1U);
}

OFFICE_TEST(PeopleOffice, lists_go_on_where_the_page_before_ended_in_thai_order) {
    for (const auto* name : {"วัดขวาง", "วัดไก่", "วัดกลาง"})
        office.add(office.contributor, "\"name\":\"" + std::string(name) + "\",\"type\":\"temple\"");
    const auto first = office.list<people::OrganisationCard>(office.guest, "/api/organisations?type=temple&limit=2");
    ASSERT_EQ(first.items.size(), 2U);
    EXPECT_EQ(first.items[0].title, "วัดกลาง");
    EXPECT_EQ(first.items[1].title, "วัดไก่");
    const auto second = office.list<people::OrganisationCard>(office.guest, "/api/organisations?type=temple&limit=2&after=" + *first.next);
    ASSERT_EQ(second.items.size(), 1U);
    EXPECT_FALSE(second.next);
}

OFFICE_TEST(PeopleOffice, two_organisations_never_share_an_official_code) {
    office.add(office.contributor, R"("name":"ก","type":"other","code":"3650102")");
    const auto reply = office.contributor.post("/api/organisations", R"({"entered_by":)" + std::to_string(office.organisation.value) +
                                                                         R"(,"name":"ข","type":"other","code":"3650102"})");
    EXPECT_EQ(reply.problem().errors.at(0).code, "taken");
}

OFFICE_TEST(PeopleOffice, who_has_a_role_in_an_organisation_works_on_it_whoever_entered_it) {
    const auto council = office.add(office.contributor, R"("name":"สภาองค์กรชุมชน","type":"community_council")");
    const auto* body = R"({"name":"สภาองค์กรชุมชนตำบล","type":"community_council"})";
    EXPECT_EQ(office.stranger.put("/api" + council.address, body, 1).status, 403U);
    office.give_role(office.stranger, council.id, records::Role::contributor);
    EXPECT_EQ(office.stranger.put("/api" + council.address, body, 1).status, 200U);
}

OFFICE_TEST(PeopleOffice, a_person_is_found_by_the_name_that_people_call) {
    office.add_person(R"("title":"นาย","given_name":"สมชาย","family_name":"ใจดี","known_as":"ลุงชาย","position":"ปราชญ์ชาวบ้าน")");
    const auto found =
        office.list<people::PersonCard>(office.member, "/api/people?text=%E0%B8%A5%E0%B8%B8%E0%B8%87%E0%B8%8A%E0%B8%B2%E0%B8%A2");
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_EQ(found.items[0].title, "สมชาย ใจดี");
    EXPECT_EQ(found.items[0].position, "ปราชญ์ชาวบ้าน");
}

OFFICE_TEST(PeopleOffice, a_person_whose_name_the_papers_spell_two_ways_is_found_by_both_by_those_who_may_read_them) {
    const auto person = office.add_person(R"("given_name":"สมชาย","family_name":"ใจดี","also_written":" สมชัย ใจดี, ,ครูสมชัย,")");
    const auto by_other_spelling = "/api/people?text=" + http::encode_component("สมชัย");
    const auto found = office.list<people::PersonCard>(office.member, by_other_spelling);
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_EQ(found.items[0].title, "สมชาย ใจดี");
    EXPECT_EQ(found.items[0].also_written, "สมชัย ใจดี, ครูสมชัย");
    EXPECT_TRUE(office.list<people::PersonCard>(office.guest, by_other_spelling).items.empty());
    EXPECT_EQ(office.editor.put("/api" + person.address, R"({"given_name":"สมชาย","also_written":" "})", person.version).status, 200U);
    EXPECT_EQ(office.member.get("/api" + person.address).as<people::PersonReply>().person.also_written, std::nullopt);
    EXPECT_TRUE(office.list<people::PersonCard>(office.member, by_other_spelling).items.empty());
}

OFFICE_TEST(PeopleOffice, a_person_is_known_inside_and_reached_only_by_those_who_keep_the_list) {
    const auto person = office.add_person(R"("given_name":"สมหญิง","phone":"0812345678")");
    EXPECT_EQ(office.guest.get("/api" + person.address).status, 404U);
    EXPECT_EQ(office.stranger.get("/api" + person.address).status, 404U);
    EXPECT_EQ(office.member.get("/api" + person.address).as<people::PersonReply>().person.phone, "");
    EXPECT_EQ(office.editor.get("/api" + person.address).as<people::PersonReply>().person.phone, "0812345678");
}

OFFICE_TEST(PeopleOffice, everybody_says_themselves_what_they_are_called) {
    const auto me = records::find(*office.database().read(), {office.member.person.value});
    EXPECT_EQ(office.member.put("/api/me/person", R"({"given_name":"สมาชิก","known_as":"น้องเมย์","phone":"08"})", me->version).status, 200U);
    const auto shown = office.member.get("/api" + me->address).as<people::PersonReply>();
    EXPECT_TRUE(shown.is_me);
    EXPECT_EQ(shown.person.known_as, "น้องเมย์");
    EXPECT_EQ(shown.person.phone, "08");
}

OFFICE_TEST(PeopleOffice, only_stewards_give_access_and_it_lasts_as_long_as_the_term) {
    const auto path = office.organisation_path(office.organisation) + "/members";
    const auto person = std::to_string(office.add_person(R"("given_name":"มาใหม่")").id.value);
    const auto body = R"({"person":)" + person + R"(,"post":"staff","access":"editor","began_on":"2030-01-01","ended_on":"2030-12-31"})";
    EXPECT_EQ(office.editor.post(path, body).code(), "only_stewards_give_access");
    EXPECT_EQ(office.steward.post(path, body).status, 200U);

    const base::PersonId newcomer{std::stoll(person)};
    const auto role = [&] { return records::role_in(*office.database().read(), newcomer, office.organisation); };
    jobs::Handlers handlers;
    people::add_jobs(handlers, office.database());
    const auto look = [&] { jobs::run_due(office.database(), handlers, [](std::string_view, std::string_view why) { FAIL() << why; }); };
    EXPECT_EQ(role(), records::Role::none);
    office.clock.set(base::at_bangkok({2030, 1, 1}, {60}));
    look();
    EXPECT_EQ(role(), records::Role::editor);
    office.clock.set(base::at_bangkok({2031, 1, 1}, {60}));
    look();
    EXPECT_EQ(role(), records::Role::none);
}

OFFICE_TEST(PeopleOffice, a_clock_that_ran_a_year_ahead_takes_no_access_for_good) {
    const auto path = office.organisation_path(office.organisation) + "/members";
    const auto envelope = office.add_person(R"("given_name":"มาใหม่")");
    const auto body = R"({"person":)" + std::to_string(envelope.id.value) + R"(,"post":"staff","access":"editor","ended_on":"2027-06-30"})";
    EXPECT_EQ(office.steward.post(path, body).status, 200U);
    jobs::Handlers handlers;
    people::add_jobs(handlers, office.database());
    const auto look = [&] { jobs::run_due(office.database(), handlers, [](std::string_view, std::string_view why) { FAIL() << why; }); };
    const auto role = [&] { return records::role_in(*office.database().read(), {envelope.id.value}, office.organisation); };
    office.write([](db::Tx& tx) { jobs::add_standing(tx, "people.follow_all_terms"); });
    office.clock.advance_days(365);
    look();
    EXPECT_EQ(role(), records::Role::none);
    office.clock.advance_days(-365);
    look();
    EXPECT_EQ(role(), records::Role::editor);
}

OFFICE_TEST(PeopleOffice, who_was_just_invited_is_put_where_they_belong_by_an_administrator) {
    const auto path = office.organisation_path(office.organisation) + "/members";
    const auto newcomer = office.database().write([](db::Tx& tx) { return people::add_person(tx, "มาใหม่ ใจงาม"); });
    const auto body = R"({"person":)" + std::to_string(newcomer.value) + R"(,"post":"staff","access":"contributor"})";
    EXPECT_EQ(office.steward.post(path, body).code(), "invalid_input");
    EXPECT_EQ(office.administrator.post(path, body).status, 200U);
    EXPECT_EQ(records::role_in(*office.database().read(), newcomer, office.organisation), records::Role::contributor);
}

OFFICE_TEST(PeopleOffice, who_was_just_invited_is_found_by_administrators_alone_until_it_is_said_where_they_belong) {
    const auto find = [](support::Client& client) {
        return client.get("/api/people?text=" + http::encode_component("มาใหม่")).as<http::List<people::PersonCard>>().items;
    };
    office.administrator.post("/api/invitations", R"({"name":"มาใหม่ ใจงาม","administrator":false})");
    ASSERT_EQ(find(office.administrator).size(), 1U);
    const auto invited = find(office.administrator).front();
    EXPECT_TRUE(invited.belongs_nowhere);
    EXPECT_EQ(invited.invited_until, base::Instant{office.clock.now().ms + auth::invitation_ms});
    for (auto* client : {&office.guest, &office.member, &office.steward}) EXPECT_TRUE(find(*client).empty());

    const auto body = R"({"person":)" + std::to_string(invited.id.value) + R"(,"post":"staff"})";
    EXPECT_EQ(office.administrator.post(office.organisation_path(office.organisation) + "/members", body).status, 200U);
    EXPECT_TRUE(find(office.administrator).empty());
    EXPECT_EQ(find(office.member).size(), 1U);
    EXPECT_FALSE(find(office.member).front().invited_until);
}

OFFICE_TEST(PeopleOffice, people_stand_in_the_order_of_paper) {
    const auto path = office.organisation_path(office.organisation) + "/members";
    const auto add = [&](std::string_view name, std::string_view rest) {
        const auto person = office.add_person("\"given_name\":\"" + std::string(name) + "\"");
        return office.steward.post(path, "{\"person\":" + std::to_string(person.id.value) + "," + std::string(rest) + "}");
    };
    add("รอง", R"("post":"deputy")");
    add("นายก", R"("post":"head","position":"นายกเทศมนตรี")");
    const auto reply = add("อดีต", R"("post":"head","ended_on":"2001-01-01")");
    const auto lines = json::read_own<std::vector<people::MembershipLine>>(reply.body);
    ASSERT_GE(lines.size(), 3U);
    EXPECT_EQ(lines.front().title, "นายก");
    EXPECT_EQ(lines[1].title, "รอง");
    EXPECT_EQ(lines.back().title, "อดีต");
}

OFFICE_TEST(PeopleOffice, public_pages_show_what_the_api_answers) {
    const auto temple = office.add(office.contributor, R"("name":"วัด <ท่าซัก>","type":"temple","purpose":"พื้นที่พบปะ")");
    const auto page = office.guest.get(temple.address);
    EXPECT_EQ(page.status, 200U);
    EXPECT_NE(page.body.find("วัด &lt;ท่าซัก&gt;"), std::string::npos);
    EXPECT_NE(page.body.find("พื้นที่พบปะ"), std::string::npos);
}
