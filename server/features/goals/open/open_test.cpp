#include "goals/goals_office.hpp"
#include "goals/open/open_figures.hpp"

namespace goals {

namespace {

using base::AreaId;
using base::whole;

constexpr AreaId nation{0}, region{6'000'000'000}, province{6'010'000'000}, next_province{6'020'000'000}, village{6'010'101'001},
    next_village{6'020'101'001};

// Two provinces, each of which has reported.
struct OpenOffice : GoalsOffice {
    explicit OpenOffice(db::Engine engine) : GoalsOffice(engine) {
        write([&](db::Tx& tx) {
            add_area(tx, nation, "th", "country");
            add_area(tx, region, "south", "region");
            add_area(tx, province, "80", "province");
            add_area(tx, next_province, "81", "province");
            create_plain(tx, "people", areas::Level::village);
            create_plain(tx, "secret", areas::Level::village);
        });
        enter("2564", village, 120);
        enter("2564", next_village, 40);
    }

    static void add_area(db::Tx& tx, AreaId id, std::string_view code, std::string_view level) {
        tx.run(
            "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
            " search_key_en, consonants) VALUES ($1, $2, $3, $4, $3, $3, 'none', '2021-12-31', $5, $6, $5, $5, $5)",
            id, base::last_of(id), code, level, db::Blob{std::string(code)}, false);
    }
    void enter(std::string_view when, AreaId area, std::int64_t number) {
        const auto period = std::get<base::ReportingPeriod>(base::read_reporting_period(when));
        write([&](db::Tx& tx) {
            const NewValue value{get_series(tx, find_indicator(tx, "people")->id, period, ""), area, State::value, whole(number)};
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }
    std::string table(const std::string& more) {
        const auto reply = guest.get("/api/open/figures?indicator=people" + more);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.body;
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

OFFICE_TEST(OpenOffice, anybody_takes_all_figures_of_a_level_as_a_table) {
    office.enter("2565-05", village, 7);
    const auto table = office.table("&level=province");
    EXPECT_EQ(table.substr(0, table.find("\r\n")),
              "indicator,area,area_name,period,state,value,numerator,denominator,reported,expected,not_asked,not_applicable");
    EXPECT_TRUE(has(table, "people,80,")) << table;
    EXPECT_TRUE(has(table, ",2021,value,120,120,,1,")) << table;
    EXPECT_TRUE(has(table, ",202205,value,7,7,,1,")) << table;
    EXPECT_TRUE(has(table, "people,81,")) << table;
    EXPECT_EQ(std::ranges::count(table, '\n'), 4) << table;
    EXPECT_TRUE(has(office.table("&level=country"), ",2021,value,160,"));
}

OFFICE_TEST(OpenOffice, statistical_tools_take_it_as_sdmx) {
    const auto table = office.table("&level=province&format=sdmx");
    EXPECT_TRUE(has(table, "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS")) << table;
    EXPECT_TRUE(has(table, "dataflow,LOMWONG:INDICATORS(1.0),I,A,80,people,2021,120,A,1,")) << table;
}

OFFICE_TEST(OpenOffice, what_is_hidden_is_hidden_there_too) {
    office.write([](db::Tx& tx) { tx.run("UPDATE goals_indicators SET unit = 'person'"); });
    office.enter("2564", village, 3);
    EXPECT_TRUE(has(office.table("&level=province"), ",2021,hidden,,,,1,"));
    EXPECT_TRUE(has(office.table("&level=province&format=sdmx"), ",2021,,Q,1,"));
}

OFFICE_TEST(OpenOffice, a_catalogue_names_what_anybody_may_read_with_its_tables_and_columns) {
    office.write([](db::Tx& tx) { tx.run("UPDATE records_records SET visibility = 'members' WHERE title = 'secret'"); });
    const auto catalogue = office.guest.get("/api/open/catalogue");
    ASSERT_EQ(catalogue.status, 200u);
    EXPECT_TRUE(has(catalogue.body, R"("@type":"dcat:Catalog")")) << catalogue.body;
    EXPECT_TRUE(has(catalogue.body, R"("dcterms:identifier":"people")")) << catalogue.body;
    EXPECT_TRUE(has(catalogue.body, "/api/open/figures?indicator=people&level=village")) << catalogue.body;
    EXPECT_FALSE(has(catalogue.body, "secret")) << catalogue.body;
    EXPECT_EQ(office.editor.get("/api/open/figures?indicator=secret").status, 404u);
    const auto metadata = office.guest.get("/api/open/metadata?indicator=people&level=province");
    EXPECT_TRUE(has(metadata.body, R"("@context":"http://www.w3.org/ns/csvw")")) << metadata.body;
    EXPECT_TRUE(has(metadata.body, R"("primaryKey":["indicator","area","period"])")) << metadata.body;
}

OFFICE_TEST(OpenOffice, tools_of_dhis2_ask_as_they_are_used_to) {
    const auto reply = office.guest.get("/api/analytics?dimension=dx:people&dimension=pe:2564;2565&dimension=ou:TH;LEVEL-3");
    ASSERT_EQ(reply.status, 200u) << reply.body;
    EXPECT_TRUE(has(reply.body, R"(["people","2021","80","120"])")) << reply.body;
    EXPECT_TRUE(has(reply.body, R"(["people","2021","81","40"])")) << reply.body;
    EXPECT_TRUE(has(reply.body, R"("height":2)")) << reply.body;
    EXPECT_TRUE(has(reply.body, R"("headerWidth":4)")) << reply.body;
    EXPECT_TRUE(has(office.guest.get("/api/analytics?dimension=dx:people&dimension=pe:2021&dimension=ou:TH").body, R"("th","160")"));
}

OFFICE_TEST(OpenOffice, all_that_is_wrong_with_such_a_question_is_named) {
    const auto reply = office.guest.get("/api/analytics?dimension=dx:nobody&dimension=pe:2567/68&dimension=aa:1");
    EXPECT_EQ(reply.status, 422u);
    for (const auto* item : {"nobody", "2567/68", "aa", "dimension_missing"}) EXPECT_TRUE(has(reply.body, item)) << item;
}

TEST(Open, periods_are_written_as_sdmx_writes_them) {
    const auto written = [](std::string_view text) {
        return sdmx_period(std::get<base::ReportingPeriod>(base::read_reporting_period(text)));
    };
    EXPECT_EQ(written("2564"), "2021");
    EXPECT_EQ(written("2564-05"), "2021-05");
    EXPECT_EQ(written("2564-05-13"), "2021-05-13");
    EXPECT_EQ(written("2564Q2"), "2021-Q2");
    EXPECT_EQ(written("2564S2"), "2021-S2");
    EXPECT_EQ(written("งบ2564"), "2020-10-01/P1Y");
    EXPECT_EQ(written("2560-2564"), "2017-01-01/P5Y");
}

}  // namespace goals
