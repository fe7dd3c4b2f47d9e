#include "goals/goals_office.hpp"
#include "goals/open/sdmx/structure.hpp"

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
    void enter(std::string_view when, AreaId area, std::int64_t number, std::string_view group = "") {
        const auto period = std::get<base::ReportingPeriod>(base::read_reporting_period(when));
        write([&](db::Tx& tx) {
            const NewValue value{get_series(tx, find_indicator(tx, "people")->id, period, group), area, State::value, whole(number)};
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
              "indicator,area,area_name,period,state,value,numerator,denominator,reported,expected,not_asked,not_applicable,group");
    EXPECT_TRUE(has(table, "people,80,")) << table;
    EXPECT_TRUE(has(table, ",2021,value,120,120,,1,")) << table;
    EXPECT_TRUE(has(table, ",202205,value,7,7,,1,")) << table;
    EXPECT_TRUE(has(table, "people,81,")) << table;
    EXPECT_EQ(std::ranges::count(table, '\n'), 4) << table;
    EXPECT_TRUE(has(office.table("&level=country"), ",2021,value,160,"));
}

OFFICE_TEST(OpenOffice, statistical_tools_take_it_as_sdmx) {
    const auto table = office.table("&level=province&format=sdmx");
    EXPECT_TRUE(
        has(table, "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,GROUP,TIME_PERIOD,OBS_VALUE,OBS_STATUS,REPORTED,EXPECTED\r\n"))
        << table;
    EXPECT_TRUE(has(table, "dataflow,LOMWONG:INDICATORS(2.0.0),I,A,80,people,_T,2021,120,A,1,")) << table;
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
    EXPECT_TRUE(has(metadata.body, R"("primaryKey":["indicator","area","period","group"])")) << metadata.body;
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

OFFICE_TEST(OpenOffice, groups_have_rows_of_their_own) {
    office.enter("2564", village, 70, "หญิง");
    office.enter("2564", village, 50, "ชาย");
    office.enter("2565", village, 8, "ชาย");
    const auto table = office.table("&level=province");
    EXPECT_TRUE(has(table, ",2021,value,120,120,,1,")) << table;
    EXPECT_TRUE(has(table, ",2021,value,70,70,,1,")) << table;
    EXPECT_TRUE(has(table, ",0,0,หญิง\r\n")) << table;
    EXPECT_TRUE(has(table, ",0,0,\r\n")) << table;
    EXPECT_TRUE(has(table, ",2022,value,8,8,,1,")) << "nobody entered a total of that year: " << table;
    EXPECT_EQ(std::ranges::count(table, '\n'), 6) << table;
    const auto sdmx = office.table("&level=province&format=sdmx");
    EXPECT_TRUE(has(sdmx, ",80,people,$0E2B$0E0D$0E34$0E07,2021,70,A,1,")) << sdmx;
    EXPECT_TRUE(has(sdmx, ",80,people,_T,2021,120,A,1,")) << sdmx;
}

OFFICE_TEST(OpenOffice, a_group_of_few_is_hidden_and_so_is_what_would_tell_it) {
    office.write([](db::Tx& tx) { tx.run("UPDATE goals_indicators SET unit = 'person'"); });
    office.enter("2564", village, 3, "ไม่ระบุ");
    office.enter("2564", village, 117, "ระบุ");
    for (const auto* format : {"", "&format=sdmx"}) {
        const auto table = office.table(std::string("&level=province") + format);
        EXPECT_FALSE(has(table, "117")) << table;
        EXPECT_TRUE(has(table, "120")) << table;
    }
    const auto reply = office.guest.get("/api/analytics?dimension=dx:people&dimension=co&dimension=pe:2564&dimension=ou:80");
    EXPECT_TRUE(has(reply.body, R"("hidden":2)")) << reply.body;
    EXPECT_TRUE(has(reply.body, R"("height":0)")) << reply.body;
}

OFFICE_TEST(OpenOffice, tools_of_dhis2_ask_for_groups_as_category_option_combos) {
    office.enter("2564", village, 70, "หญิง");
    office.enter("2564", village, 50, "ชาย");
    const std::string asked = "/api/analytics?dimension=dx:people&dimension=pe:2564&dimension=ou:LEVEL-3&dimension=co";
    const auto all = office.guest.get(asked);
    ASSERT_EQ(all.status, 200u) << all.body;
    EXPECT_TRUE(has(all.body, R"(["people","หญิง","2021","80","70"])")) << all.body;
    EXPECT_TRUE(has(all.body, R"(["people","ชาย","2021","80","50"])")) << all.body;
    EXPECT_TRUE(has(all.body, R"(["people","default","2021","81","40"])")) << "it has no groups: " << all.body;
    EXPECT_TRUE(has(all.body, R"("height":3)")) << "the total would be in it twice: " << all.body;
    EXPECT_TRUE(has(all.body, R"("name":"co")")) << all.body;
    const auto some = office.guest.get(asked + ":%E0%B8%8A%E0%B8%B2%E0%B8%A2;default");
    EXPECT_TRUE(has(some.body, R"(["people","ชาย","2021","80","50"])")) << some.body;
    EXPECT_TRUE(has(some.body, R"(["people","default","2021","80","120"])")) << some.body;
    EXPECT_TRUE(has(some.body, R"("height":3)")) << some.body;
    const auto none = office.guest.get(asked + ":nobody");
    EXPECT_EQ(none.status, 422u);
    EXPECT_TRUE(has(none.body, "nobody")) << none.body;
}

OFFICE_TEST(OpenOffice, what_a_table_of_sdmx_is_made_by_is_described) {
    office.write([](db::Tx& tx) { tx.run("UPDATE records_records SET visibility = 'members' WHERE title = 'secret'"); });
    office.enter("2564", village, 70, "หญิง");
    const auto reply = office.guest.get(sdmx_structure_address());
    ASSERT_EQ(reply.status, 200u) << reply.body;
    json::Errors errors;
    ASSERT_TRUE(json::parse(reply.body, errors)) << reply.body;
    for (const auto& column : sdmx_columns())
        EXPECT_TRUE(has(reply.body, "conceptscheme.Concept=LOMWONG:CONCEPTS(2.0.0)." + std::string(column.id) + "\"")) << column.id;
    for (const auto* part :
         {R"("id":"_T","name":"ทั้งหมด","names":{"en":"Total","th":"ทั้งหมด"})", R"("id":"$0E2B$0E0D$0E34$0E07","name":"หญิง")",
          R"("id":"people")", R"("id":"80")", R"("parent":"south")", R"("id":"A5")", R"("id":"Q")"})
        EXPECT_TRUE(has(reply.body, part)) << part << reply.body;
    EXPECT_FALSE(has(reply.body, "secret")) << reply.body;
    const std::string refers = R"("enumeration":)";
    for (auto at = reply.body.find(refers); at != std::string::npos; at = reply.body.find(refers, at + 1)) {
        const auto urn = reply.body.substr(at + refers.size(), reply.body.find('"', at + refers.size() + 1) - at - refers.size());
        EXPECT_TRUE(has(reply.body, R"("urn":)" + urn)) << urn;
    }
    EXPECT_TRUE(has(office.guest.get("/api/open/catalogue").body, sdmx_structure_address()));
}

OFFICE_TEST(OpenOffice, structures_are_asked_for_as_sdmx_asks) {
    const auto ask = [&](const std::string& rest) { return office.guest.get("/api/open/sdmx/structure/" + rest); };
    const auto flow = ask("dataflow/LOMWONG/INDICATORS/~").body;
    EXPECT_TRUE(has(flow, "infomodel.datastructure.DataStructure=LOMWONG:INDICATORS(2.0.0)\"")) << flow;
    EXPECT_FALSE(has(flow, "codelists")) << flow;
    const auto statuses = ask("codelist/LOMWONG/CL_OBS_STATUS,CL_FREQ/2.0.0?lang=en").body;
    EXPECT_TRUE(has(statuses, R"("name":"Normal value")")) << statuses;
    EXPECT_TRUE(has(statuses, R"("name":"Monthly")")) << statuses;
    EXPECT_FALSE(has(statuses, "CL_AREA")) << statuses;
    const auto stubs = ask("*/*/*/*?detail=allstubs").body;
    EXPECT_TRUE(has(stubs, "CL_AREA")) << stubs;
    EXPECT_FALSE(has(stubs, "codes")) << stubs;
    EXPECT_EQ(ask("codelist/LOMWONG/CL_NOTHING/2.0.0").status, 404u);
    EXPECT_EQ(ask("dataflow/LOMWONG/INDICATORS/1.0").status, 404u);
    EXPECT_EQ(ask("dataflow/LOMWONG/INDICATORS/2.0.0?references=cousins").status, 422u);
}

}  // namespace goals
