#include "goals/dashboard/dashboard_office.hpp"

namespace goals {

namespace {

constexpr const char* of_areas = R"([{"look":"exceptions","width":"full","indicators":["saving"]}])";
constexpr const char* of_itself = R"([{"look":"exceptions","width":"full","indicators":["saving"],"by":"indicators"}])";

struct ExceptionOffice : DashboardOffice {
    using DashboardOffice::DashboardOffice;

    // What is usually aimed at.
    void aim_at(std::int64_t target) {
        auto definition = saving();
        definition.target = base::whole(target);
        const auto shown = show(editor, "saving");
        const auto path = "/api/indicators/" + std::to_string(shown.record.number);
        const auto reply = editor.put(path, redefinition(definition, 2021, "ตั้งเป้า"), shown.record.version);
        EXPECT_EQ(reply.status, 200u) << reply.body;
    }
    // An indicator `ill`, of people.
    void say_of_people() {
        auto traits = percent();
        traits.unit = Unit::person;
        auto definition = saving();
        definition.target = base::whole(90);
        const auto reply = editor.post("/api/indicators", R"({"owner":)" + std::to_string(organisation.value) +
                                                              R"(,"code":"ill","traits":)" + json::write(traits) + R"(,"definition":)" +
                                                              json::write(definition) + R"(,"from_year":2021})");
        EXPECT_EQ(reply.status, 201u) << reply.body;
    }
    void say(std::string_view year, base::AreaId area, State state, std::string_view code) {
        write([&](db::Tx& tx) {
            const auto period = std::get<base::ReportingPeriod>(base::read_reporting_period(year));
            const NewValue value{get_series(tx, find_indicator(tx, code)->id, period, ""), area, state, {}};
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }
    ExceptionList list(const std::string& blocks, const std::string& more = "") {
        const auto shown = see(guest, make(blocks), more);
        EXPECT_TRUE(shown.blocks.front().exceptions);
        return shown.blocks.front().exceptions.value_or(ExceptionList{});
    }
};

std::vector<std::string> told(const ExceptionList& list) {
    std::vector<std::string> told;
    for (const auto& line : list.lines) {
        std::string words = line.area.code;
        for (const auto reason : line.reasons) words += " " + std::string(base::name_of(reason));
        told.push_back(std::move(words));
    }
    return told;
}

using Told = std::vector<std::string>;

}  // namespace

OFFICE_TEST(ExceptionOffice, an_area_is_listed_with_each_reason_the_farthest_first) {
    office.aim_at(80);
    office.tell("2567", village_1, 70);
    office.tell("2568", village_1, 60);
    office.tell("2568", village_2, 20);
    const auto list = office.list(of_areas);
    EXPECT_EQ(told(list), (Told{"80010102 off_target", "80010101 off_target worse", "80010103 missing"}));
    EXPECT_EQ(list.lines[1].gap, base::whole(20));
    EXPECT_EQ(list.lines[1].before, base::whole(70));
    EXPECT_FALSE(list.lines[2].value) << "missing is no zero";
    EXPECT_EQ(list.looked_at, 3);
    EXPECT_TRUE(list.seeks_odd);
}

OFFICE_TEST(ExceptionOffice, the_indicators_of_the_area_itself_say_how_many_have_reported) {
    office.tell("2568", village_1, 60);
    const auto list = office.list(of_itself);
    EXPECT_EQ(told(list), Told{"800101 missing"});
    EXPECT_EQ(list.lines.front().reported, 1);
    EXPECT_EQ(list.lines.front().expected, 3);
    EXPECT_EQ(told(office.list(of_itself, "?area=80010101")), Told{});
    EXPECT_EQ(told(office.list(of_areas, "?area=80010102&period=2568")), Told{"80010102 missing"}) << "a village has none inside";
}

OFFICE_TEST(ExceptionOffice, where_nobody_has_reported_one_line_says_so) {
    const auto list = office.list(of_areas);
    EXPECT_EQ(told(list), Told{"800101 missing"});
    EXPECT_TRUE(list.lines.front().period.empty());
    office.tell("2567", village_1, 60);
    const auto later = office.list(of_areas, "?period=2568");
    EXPECT_EQ(told(later), Told{"800101 missing"});
    EXPECT_EQ(later.lines.front().expected, 3);
    EXPECT_EQ(told(office.list(of_areas, "?period=2568-05")), Told{}) << "what is told once a year is not missing in May";
}

OFFICE_TEST(ExceptionOffice, where_no_place_has_reported_what_the_area_said_of_itself_decides) {
    office.say_of_people();
    office.write([&](db::Tx& tx) { tx.run("UPDATE areas_areas SET begins_on = '2030-01-01' WHERE id = $1", village_3); });
    const auto look = [&] { return office.list(R"([{"look":"exceptions","width":"full","indicators":["ill"]}])", "?period=2568"); };
    const auto missing = look();
    EXPECT_EQ(told(missing), Told{"800101 missing"}) << "one line, though a village was not there yet";
    EXPECT_EQ(missing.lines.front().expected, 2);
    office.tell("2568", here, 3, 4, "ill");
    const auto hidden = look();
    EXPECT_EQ(told(hidden), Told{});
    EXPECT_EQ(hidden.hidden, 1);
    office.tell("2568", here, 60, 100, "ill");
    EXPECT_EQ(told(look()), Told{}) << "it reported for all of itself";
    office.say("2568", here, State::not_asked, "ill");
    const auto not_asked = look();
    EXPECT_EQ(told(not_asked), Told{});
    EXPECT_EQ(not_asked.looked_at, 0);
}

OFFICE_TEST(ExceptionOffice, a_goal_without_numbers_leaves_its_area_the_common_target) {
    office.aim_at(80);
    office.tell("2568", village_1, 60);
    const auto goal =
        office.editor.post("/api/goals", R"({"owner":)" + std::to_string(office.organisation.value) +
                                             R"(,"content":{"title":"ออมกันทุกบ้าน","area":6010101001,"indicator":"saving","targets":[]}})");
    ASSERT_EQ(goal.status, 201u) << goal.body;
    const auto record = goal.as<records::Envelope>();
    const auto path = "/api" + record.address + "/decision";
    ASSERT_EQ(office.editor.put(path, R"({"decision":"adopted","on":"2026-11-20"})", record.version).status, 200u);
    const auto main = office.editor.post(
        "/api/goals",
        R"({"owner":)" + std::to_string(office.organisation.value) +
            R"(,"content":{"title":"ทั้งตำบล","area":6010101000,"indicator":"saving","targets":[{"period":"2568","value":95}]}})");
    ASSERT_EQ(main.status, 201u) << main.body;
    const auto whole = main.as<records::Envelope>();
    ASSERT_EQ(office.editor.put("/api" + whole.address + "/decision", R"({"decision":"adopted","on":"2026-11-20"})", whole.version).status,
              200u);
    const auto list = office.list(of_areas);
    ASSERT_FALSE(list.lines.empty());
    EXPECT_EQ(list.lines.front().area.code, "80010101");
    EXPECT_EQ(list.lines.front().gap, base::whole(35)) << "what the subdistrict aims at, not what is usual";
}

OFFICE_TEST(ExceptionOffice, of_a_number_of_one_to_four_people_nothing_is_said) {
    office.say_of_people();
    office.tell("2568", village_1, 3, 4, "ill");
    office.tell("2568", village_2, 60, 100, "ill");
    office.tell("2568", village_3, 50, 100, "ill");
    const auto list = office.list(R"([{"look":"exceptions","width":"full","indicators":["ill"]}])");
    for (const auto& line : list.lines) EXPECT_NE(line.area.code, "80010101");
    EXPECT_GE(list.hidden, 1);
}

OFFICE_TEST(ExceptionOffice, a_number_unlike_its_like_waits_for_a_word) {
    for (const auto* year : {"2562", "2563", "2564", "2565", "2566"}) office.tell(year, village_1, 60);
    office.tell("2567", village_1, 62);
    office.tell("2568", village_1, 4);
    const auto list = office.list(of_areas);
    ASSERT_FALSE(list.lines.empty());
    EXPECT_EQ(list.lines.front().odd, 1);
    EXPECT_EQ(list.counts.odd, 1);
}

OFFICE_TEST(ExceptionOffice, a_whole_set_is_looked_through_and_one_that_is_not_there_is_refused) {
    const auto set =
        office.editor.post("/api/indicator-sets", office.set_form(R"([{"name":"ออม","items":[{"code":"saving","name":"ออมกันทุกเดือน"}]}])"));
    ASSERT_EQ(set.status, 201u) << set.body;
    const auto address = set.as<records::Envelope>().address;
    const auto key = address.substr(address.rfind('/') + 1);
    office.tell("2568", village_1, 60);
    const auto list = office.list(R"([{"look":"exceptions","width":"full","lines":5,"set":")" + key + "\"}]");
    EXPECT_EQ(told(list), (Told{"80010102 missing", "80010103 missing"}));
    EXPECT_EQ(list.lines.front().title, "ออมกันทุกเดือน");
    const auto shown = office.see(office.guest, office.make(R"([{"look":"exceptions","width":"full","set":")" + key + "\"}]"));
    ASSERT_EQ(shown.periods.size(), 1u) << "its reader may choose a time of the set's indicators";
    EXPECT_EQ(shown.periods.front().period, "2025");
    EXPECT_EQ(office.editor.post("/api/dashboards", office.form(R"([{"look":"exceptions","width":"full","set":"nothing"}])")).status, 422u);
}

OFFICE_TEST(ExceptionOffice, what_the_area_aims_at_holds_for_its_villages_but_not_where_they_add_up) {
    auto traits = GoalsOffice::percent();
    traits.calculation = Calculation::plain;
    traits.factor = {1};
    auto definition = GoalsOffice::saving();
    definition.target = base::whole(100);
    const auto reply = office.editor.post("/api/indicators", R"({"owner":)" + std::to_string(office.organisation.value) +
                                                                 R"(,"code":"houses","traits":)" + json::write(traits) +
                                                                 R"(,"definition":)" + json::write(definition) + R"(,"from_year":2021})");
    ASSERT_EQ(reply.status, 201u) << reply.body;
    office.write([&](db::Tx& tx) {
        const auto period = std::get<base::ReportingPeriod>(base::read_reporting_period("2568"));
        const auto series = get_series(tx, find_indicator(tx, "houses")->id, period, "");
        const NewValue value{series, village_1, State::value, base::whole(60)};
        store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
    });
    const auto list = office.list(R"([{"look":"exceptions","width":"full","indicators":["houses"]}])", "?area=8001");
    EXPECT_EQ(told(list), Told{"800101 missing"}) << "a hundred is aimed at in a village, not in a subdistrict";
}

}  // namespace goals
