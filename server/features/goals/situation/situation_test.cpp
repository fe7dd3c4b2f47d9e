#include "goals/goals_office.hpp"
#include "goals/opened/opened.hpp"
#include "goals/situation/inside.hpp"

namespace goals {

using base::whole;

namespace {

constexpr base::AreaId nation{0}, region{6'000'000'000}, district{6'010'100'000}, here{6'010'101'000}, beside{6'010'102'000},
    beyond{6'010'103'000}, village_1{6'010'101'001}, village_2{6'010'101'002}, village_3{6'010'101'003};

// A district of three subdistricts, the first with three villages; what is measured is saving.
struct SeeingOffice : GoalsOffice {
    explicit SeeingOffice(db::Engine engine) : GoalsOffice(engine) {
        write([&](db::Tx& tx) {
            add_area(tx, nation, "th", "country");
            add_area(tx, region, "south", "region");
            add_area(tx, {6'010'000'000}, "80", "province");
            add_area(tx, district, "8001", "district");
            add_area(tx, here, "800101", "subdistrict");
            add_area(tx, beside, "800102", "subdistrict");
            add_area(tx, beyond, "800103", "subdistrict");
            add_area(tx, village_1, "80010101", "village");
            add_area(tx, village_2, "80010102", "village");
            add_area(tx, village_3, "80010103", "village");
        });
        new_indicator("saving");
    }

    static void add_area(db::Tx& tx, base::AreaId id, std::string_view code, std::string_view level) {
        tx.run(
            "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
            " search_key_en, consonants) VALUES ($1, $2, $3, $4, $3, $3, 'none', '2021-12-31', $5, $6, $5, $5, $5)",
            id, base::last_of(id), code, level, db::Blob{std::string(code)}, id.value % 1'000 != 0);
    }

    struct Told {
        std::string_view year;
        base::AreaId area;
        std::int64_t of_hundred{};
        State state{};
        std::string_view group{};
        std::int64_t people = 100;
    };
    void tell(const Told& told, const char* code = "saving") {
        write([&](db::Tx& tx) {
            const auto period = std::get<base::ReportingPeriod>(base::read_reporting_period(told.year));
            const auto series = get_series(tx, find_indicator(tx, code)->id, period, told.group);
            const NewValue value{series, told.area, told.state, base::whole(told.of_hundred), base::whole(told.people)};
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }
    void make_set(base::AreaId area, const std::string& name) {
        const auto reply =
            editor.post("/api/indicator-sets", set_form(R"([{"name":"ออม","items":[{"code":"saving","name":")" + name + R"("}]}])",
                                                        R"(,"area":)" + std::to_string(area.value)));
        EXPECT_EQ(reply.status, 201u) << reply.body;
    }
    static Situation see(support::Client& client, const std::string& area) {
        const auto reply = client.get("/api/areas/" + area + "/situation");
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<Situation>();
    }
};

}  // namespace

OFFICE_TEST(SeeingOffice, an_area_sees_its_newest_figure_where_it_came_from_and_what_is_still_to_go) {
    office.tell({"2563", village_1, 50});
    office.tell({"2564", village_1, 70});
    office.tell({"2564", village_2, 80});
    const auto seen = office.see(office.guest, "800101");
    ASSERT_EQ(seen.groups.size(), 1u);
    const auto& finding = seen.groups[0].findings.at(0);
    EXPECT_EQ(finding.newest->period, "2021");
    EXPECT_EQ(finding.figure.value, whole(75));
    EXPECT_EQ(finding.figure.reported, 2);
    EXPECT_EQ(finding.figure.expected, 3);
    EXPECT_EQ(finding.trend.size(), 2u);
    EXPECT_EQ(finding.turn, Turn::better);
    EXPECT_FALSE(finding.aim) << "nobody has set one";
    EXPECT_FALSE(finding.beside) << "nobody beside it has a figure";
}

OFFICE_TEST(SeeingOffice, its_own_set_or_the_nearest_above_says_what_is_looked_at_and_under_which_name) {
    office.make_set(district, "ของอำเภอ");
    EXPECT_EQ(office.see(office.guest, "80010101").groups.at(0).findings.at(0).title, "ของอำเภอ");
    office.make_set(here, "ออมทุกเดือน");
    const auto seen = office.see(office.guest, "80010101");
    ASSERT_EQ(seen.sets.size(), 1u);
    EXPECT_EQ(seen.groups.at(0).findings.at(0).title, "ออมทุกเดือน");
    EXPECT_EQ(seen.groups[0].findings[0].found, Found::missing);
    EXPECT_FALSE(seen.groups[0].findings[0].newest);
    EXPECT_TRUE(office.see(office.guest, "80").groups.empty());
}

OFFICE_TEST(SeeingOffice, the_best_of_its_neighbours_and_the_middle_are_of_the_same_period) {
    office.tell({"2564", here, 60});
    office.tell({"2564", beside, 90});
    office.tell({"2564", beyond, 70});
    office.tell({"2563", beyond, 99});
    const auto finding = office.see(office.guest, "800101").groups.at(0).findings.at(0);
    ASSERT_TRUE(finding.beside);
    EXPECT_EQ(finding.beside->areas, 3);
    EXPECT_EQ(finding.beside->median, whole(70));
    EXPECT_EQ(finding.beside->turn, Turn::worse);
    EXPECT_EQ(finding.beside->best->code, "800102");
    EXPECT_EQ(finding.beside->best_value, whole(90));
}

OFFICE_TEST(SeeingOffice, inside_it_zero_missing_not_asked_and_not_applicable_look_different) {
    office.tell({"2564", village_1, 0});
    office.tell({"2564", village_2, 0, State::not_applicable});
    const auto inside = [&] { return office.guest.get("/api/areas/800101/situation/inside").as<Inside>(); };
    const auto rows = inside().rows;
    ASSERT_EQ(rows.size(), 1u);
    const auto& cells = rows[0].cells;
    ASSERT_EQ(cells.size(), 3u);
    EXPECT_EQ(cells[0].found, Found::value);
    EXPECT_EQ(cells[0].value, whole(0));
    EXPECT_EQ(cells[1].found, Found::not_applicable);
    EXPECT_EQ(cells[2].found, Found::missing);
    office.tell({"2564", village_2, 0, State::not_asked});
    EXPECT_EQ(inside().rows[0].cells[1].found, Found::not_asked);
}

OFFICE_TEST(SeeingOffice, what_the_viewer_may_not_read_is_not_there) {
    const auto record = office.show(office.editor, "saving").record;
    office.tell({"2564", village_1, 70});
    const auto hidden = office.editor.put("/api/records/" + std::to_string(record.id.value) + "/audience",
                                          R"({"visibility":"members","partners":[],"persons":[]})", record.version);
    ASSERT_EQ(hidden.status, 200u) << hidden.body;
    EXPECT_TRUE(office.see(office.guest, "800101").groups.empty());
    EXPECT_TRUE(office.guest.get("/api/areas/800101/situation/inside").as<Inside>().rows.empty());
    EXPECT_EQ(office.see(office.editor, "800101").groups.size(), 1u);
}

OFFICE_TEST(SeeingOffice, the_table_comes_in_again_as_it_went_out) {
    office.tell({"2564", village_1, 70});
    const auto table = office.guest.get("/api/areas/800101/situation.csv").body;
    EXPECT_NE(table.find("indicator,area,period,value,"), std::string::npos) << table;
    EXPECT_NE(table.find("saving,80010101,2021,70,"), std::string::npos) << table;
    EXPECT_EQ(office.guest.get("/api/areas/800101/situation.xlsx").body.substr(0, 2), "PK");
    EXPECT_EQ(office.guest.get("/api/areas/999999/situation").status, 404u);
    EXPECT_NE(office.guest.get("/areas/800101/situation").body.find("ร้อยละ 70<"), std::string::npos);
}

// ---- a number, opened ----

static Opened open(support::Client& client, const std::string& path) {
    const auto reply = client.get("/api/figures/" + path);
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return reply.as<Opened>();
}

OFFICE_TEST(SeeingOffice, a_number_opens_to_what_it_is_made_of_and_who_is_missing_by_name) {
    office.tell({"2563", village_1, 50});
    office.tell({"2564", village_1, 70});
    office.tell({"2564", village_2, 0, State::not_applicable});
    const auto opened = open(office.guest, "saving/800101/2021");
    EXPECT_EQ(opened.whole.figure.value, whole(70));
    EXPECT_EQ(opened.trend.size(), 2u);
    ASSERT_EQ(opened.children.size(), 3u);
    EXPECT_EQ(opened.children[1].found, Found::not_applicable);
    ASSERT_EQ(opened.missing.size(), 1u);
    EXPECT_EQ(opened.missing[0].code, "80010103");
    ASSERT_EQ(opened.brought.size(), 2u);
    EXPECT_EQ(opened.brought[0].source, "test");
    EXPECT_EQ(opened.brought[0].who, "") << "the system";
}

OFFICE_TEST(SeeingOffice, a_number_opens_to_its_groups_with_those_hidden_that_are_few) {
    office.tell({.year = "2564", .area = village_1, .of_hundred = 70});
    EXPECT_TRUE(open(office.guest, "saving/800101/2564").groups.empty());
    office.tell({.year = "2564", .area = village_1, .of_hundred = 30, .group = "ชาย"});
    office.tell({.year = "2564", .area = village_1, .of_hundred = 40, .group = "หญิง"});
    office.tell({.year = "2563", .area = village_1, .of_hundred = 2, .group = "ผู้พิการ", .people = 3});
    const auto groups = open(office.guest, "saving/800101/2564").groups;
    ASSERT_EQ(groups.size(), 2u) << "of this time only";
    EXPECT_EQ(groups[0].name, "ชาย");
    EXPECT_EQ(groups[0].figure.value, whole(30));
    EXPECT_EQ(groups[1].found, Found::value);
    const auto few = open(office.guest, "saving/800101/2563").groups;
    ASSERT_EQ(few.size(), 1u);
    EXPECT_EQ(few[0].found, Found::hidden);
    EXPECT_FALSE(few[0].figure.value);
    const auto page = office.guest.get("/figures/saving/800101/2564").body;
    EXPECT_NE(page.find("แยกตามกลุ่ม"), std::string::npos);
}

OFFICE_TEST(SeeingOffice, who_is_missing_is_named_at_the_level_of_the_nation_too) {
    office.tell({"2564", village_1, 70});
    const auto missing = open(office.guest, "saving/th/2564").missing;
    ASSERT_EQ(missing.size(), 2u);
    EXPECT_EQ(missing[0].code, "80010102");
    EXPECT_EQ(missing[1].code, "80010103");
    office.tell({"2564", village_2, 70});
    EXPECT_EQ(open(office.guest, "saving/80/2564").missing.size(), 1u);
    office.tell({"2564", village_3, 0, State::not_asked});
    EXPECT_TRUE(open(office.guest, "saving/th/2564").missing.empty());
}

OFFICE_TEST(SeeingOffice, what_an_area_entered_itself_stands_beside_with_its_difference) {
    office.tell({"2564", here, 90});
    EXPECT_FALSE(open(office.guest, "saving/800101/2564").difference) << "nothing finer is there";
    office.tell({"2564", village_1, 70});
    EXPECT_EQ(open(office.guest, "saving/800101/2564").difference, whole(20));
}

OFFICE_TEST(SeeingOffice, a_number_is_told_by_the_definition_of_its_own_year) {
    auto later = GoalsOffice::saving();
    later.threshold = {"50 บาทต่อเดือน"};
    const auto record = office.show(office.editor, "saving").record;
    const auto changed = office.editor.put("/api/indicators/" + std::to_string(record.number),
                                           office.redefinition(later, 2024, "ค่าครองชีพสูงขึ้น"), record.version);
    ASSERT_EQ(changed.status, 200u) << changed.body;
    EXPECT_EQ(open(office.guest, "saving/800101/2564").definition.threshold->value, "20 บาทต่อเดือน");
    EXPECT_EQ(open(office.guest, "saving/800101/2568").definition.threshold->value, "50 บาทต่อเดือน");
}

OFFICE_TEST(SeeingOffice, a_number_leaves_as_a_table_and_what_is_no_period_or_no_place_is_told) {
    office.tell({"2564", village_1, 70});
    const auto table = office.guest.get("/api/figures/saving/800101/2564/table.csv").body;
    EXPECT_NE(table.find("saving,800101,2021,70,"), std::string::npos) << table;
    EXPECT_NE(table.find("saving,80010103,2021,,"), std::string::npos) << table;
    EXPECT_EQ(office.guest.get("/api/figures/saving/999999/2564").status, 404u);
    EXPECT_EQ(office.guest.get("/api/figures/saving/800101/2567%2F68").status, 422u);
    EXPECT_NE(office.guest.get("/figures/saving/800101/2564").body.find("ร้อยละ 70"), std::string::npos);
}

}  // namespace goals
