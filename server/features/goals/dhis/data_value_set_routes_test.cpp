#include "goals/dhis/data_value_set.hpp"

#include "goals/dhis/reading_back.hpp"
#include "goals/entry/entry_office.hpp"

namespace goals {

using dhis::ImportReply;

static ImportReply send(support::Client& client, const std::string& values, const std::string& wish = "") {
    const auto reply = client.post("/api/dataValueSets" + wish, R"({"period":"2021","dataValues":[)" + values + "]}");
    EXPECT_TRUE(reply.status == 200 || reply.status == 409) << reply.body;
    return reply.as<ImportReply>();
}
static std::string value(const std::string& area, const std::string& number, const std::string& more = "") {
    return R"({"dataElement":"people","orgUnit":")" + area + R"(","value":")" + number + "\"" + more + "}";
}

OFFICE_TEST(EntryOffice, another_program_sends_values_as_dhis2_does_and_they_wait_until_they_are_approved) {
    const auto first = send(office.contributor, value("80012101", "12") + "," + value("80012102", "0"));
    EXPECT_EQ(first.response.importCount.imported, 2);
    EXPECT_EQ(first.response.status, "SUCCESS");
    EXPECT_EQ(office.figure(), "nothing");
    EXPECT_EQ(send(office.contributor, value("80012101", "12")).response.importCount.ignored, 1) << "the same again changes nothing";
    EXPECT_EQ(send(office.contributor, value("80012101", "13")).response.importCount.updated, 1);
    EXPECT_EQ(EntryOffice::waiting(office.editor).batches[0].values.size(), 2u);
}

OFFICE_TEST(EntryOffice, what_the_only_approver_sends_counts_at_once) {
    const auto reply = send(office.steward, value("80012101", "12"));
    EXPECT_EQ(reply.response.importCount.imported, 1);
    EXPECT_EQ(office.figure(), "12");
    EXPECT_EQ(send(office.steward, value("80012101", "13")).response.conflicts.at(0).indexes, std::vector<std::int64_t>{0});
    EXPECT_EQ(office.figure(), "12") << "what is approved is sent back first";
}

OFFICE_TEST(EntryOffice, a_strategy_says_over_what_values_may_go_and_a_dry_run_writes_nothing) {
    EXPECT_EQ(send(office.contributor, value("80012101", "12"), "?dryRun=true").response.importCount.imported, 1);
    EXPECT_TRUE(EntryOffice::waiting(office.editor).batches.empty());
    EXPECT_EQ(send(office.contributor, value("80012101", "12"), "?importStrategy=UPDATE").response.importCount.ignored, 1);
    send(office.contributor, value("80012101", "12"), "?importStrategy=CREATE");
    EXPECT_EQ(send(office.contributor, value("80012101", "13"), "?importStrategy=CREATE").response.importCount.ignored, 1);
    EXPECT_EQ(send(office.contributor, value("80012101", ""), "?importStrategy=DELETE").response.importCount.deleted, 1);
    EXPECT_EQ(office.contributor.post("/api/dataValueSets?orgUnitIdScheme=UID", R"({"dataValues":[]})").code(), "invalid_input");
}

OFFICE_TEST(EntryOffice, every_value_that_is_not_taken_is_named_by_its_place_and_the_others_come_in) {
    const auto reply =
        send(office.contributor, value("99999999", "1") + "," + value("80012101", "1e308") + "," + value("80012102", "๑๒") + "," +
                                     value("800101", "4") + "," + value("80012103", "5", R"(,"attributeOptionCombo":"x")") + "," +
                                     value("80012104", "5", R"(,"period":"2099")"));
    EXPECT_EQ(reply.httpStatusCode, 409);
    EXPECT_EQ(reply.response.importCount.imported, 1);
    EXPECT_EQ(reply.response.importCount.ignored, 5);
    std::vector<std::string> codes;
    codes.reserve(reply.response.conflicts.size());
    for (const auto& conflict : reply.response.conflicts) codes.push_back(conflict.errorCode);
    EXPECT_EQ(codes, (std::vector<std::string>{"E7612", "E7619", "E7615", "E7641", "E7617"}));
}

OFFICE_TEST(EntryOffice, a_table_of_dhis2_comes_in_as_well_and_anything_else_is_refused) {
    http::Request request;
    request.method = http::Method::post;
    request.target = "/api/dataValueSets";
    request.headers.set("Content-Type", "application/csv");
    request.body = "dataelement,period,orgunit,catoptcombo,attroptcombo,value\npeople,2021,80012101,default,default,9\n";
    EXPECT_EQ(office.contributor.send(std::move(request)).as<ImportReply>().response.importCount.imported, 1);
    http::Request other;
    other.method = http::Method::post;
    other.target = "/api/dataValueSets";
    other.headers.set("Content-Type", "application/xml");
    EXPECT_EQ(office.contributor.send(std::move(other)).code(), "not_json_or_csv");
}

OFFICE_TEST(EntryOffice, more_values_than_others_can_wait_for_are_refused_as_a_whole) {
    std::string values = "{}";
    for (int row = 0; row < 10'000; ++row) values += ",{}";
    EXPECT_EQ(office.contributor.post("/api/dataValueSets", R"({"dataValues":[)" + values + "]}").code(), "too_many_rows");
}

static dhis::ReadSet read_back(support::Client& client, const std::string& wish) {
    const auto reply = client.get("/api/dataValueSets?dataElement=people&period=2021&" + wish);
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return reply.as<dhis::ReadSet>();
}

OFFICE_TEST(EntryOffice, what_another_program_sent_it_reads_back_as_it_sent_it) {
    send(office.contributor, value("80012101", "12") + "," + value("80012102", "0") + "," + value("80012103", "not_asked"));
    const auto set = read_back(office.contributor, "orgUnit=800121&children=true");
    ASSERT_EQ(set.dataValues.size(), 3u);
    EXPECT_EQ(set.dataValues[0].orgUnit, "80012101");
    EXPECT_EQ(set.dataValues[0].value, "12");
    EXPECT_EQ(set.dataValues[1].value, "0") << "zero is a value";
    EXPECT_EQ(set.dataValues[2].value, "not_asked");
    EXPECT_EQ(read_back(office.contributor, "orgUnit=80012101").dataValues.size(), 1u);
    EXPECT_TRUE(read_back(office.guest, "orgUnit=800121&children=true").dataValues.empty()) << "nothing of it is approved yet";
    const auto again = office.contributor.post("/api/dataValueSets", json::write(set));
    EXPECT_EQ(again.as<ImportReply>().response.importCount.ignored, 3)
        << "what is read back changes nothing when it is sent again: " << again.body;
}

OFFICE_TEST(EntryOffice, somebody_else_reads_what_is_approved_and_not_of_so_few_that_one_is_known) {
    office.write([](db::Tx& tx) { tx.run("UPDATE goals_indicators SET unit = 'person'"); });
    send(office.steward, value("80012101", "12") + "," + value("80012102", "3"));
    EXPECT_EQ(read_back(office.steward, "orgUnit=800121&children=true").dataValues.size(), 2u);
    const auto seen = read_back(office.guest, "orgUnit=800121&children=true");
    for (const auto& each : seen.dataValues) EXPECT_NE(each.value, "3");
}

OFFICE_TEST(EntryOffice, a_table_of_dhis2_goes_out_and_comes_in_again) {
    send(office.contributor, value("80012101", "12"));
    http::Request request;
    request.target = "/api/dataValueSets?dataElement=people&period=2564&orgUnit=800121&children=true";
    request.headers.set("Accept", "application/csv");
    const auto table = office.contributor.send(std::move(request)).body;
    EXPECT_EQ(
        table.substr(0, table.find('\n')),
        R"("dataelement","period","orgunit","categoryoptioncombo","attributeoptioncombo","value","storedby","lastupdated","comment","followup")");
    http::Request back;
    back.method = http::Method::post;
    back.target = "/api/dataValueSets";
    back.headers.set("Content-Type", "application/csv");
    back.body = table;
    EXPECT_EQ(office.contributor.send(std::move(back)).as<ImportReply>().response.importCount.ignored, 1) << table;
}

OFFICE_TEST(EntryOffice, what_is_wrong_with_a_reading_is_named) {
    const auto reply = office.guest.get("/api/dataValueSets?dataElement=nobody&period=1.1.&orgUnit=0");
    EXPECT_EQ(reply.status, 422u);
    EXPECT_EQ(reply.problem().errors.size(), 3u);
    EXPECT_EQ(office.guest.get("/api/dataValueSets").problem().errors.size(), 2u) << "when and where";
    EXPECT_EQ(office.guest.get("/api/dataValueSets?period=2021&orgUnit=800121").problem().errors.size(), 1u) << "and what";
}

// The text of a new key for a program of theirs.
static std::string key_of(support::Client& client) {
    const auto draft = R"({"name":"DHIS2","term":"year","password":")" + std::string(support::Office::password) + R"("})";
    const auto text = client.post("/api/me/program-keys", draft).body;
    const auto at = text.find("lomwong_");
    return at == std::string::npos ? text : text.substr(at, text.find('"', at) - at);
}

OFFICE_TEST(EntryOffice, a_program_sends_and_reads_with_a_key_in_any_of_three_ways_and_without_a_cookie) {
    const auto key = key_of(office.contributor);
    const auto login = EntryOffice::login_of(office.contributor);
    std::int64_t number = 10;
    for (const auto& header : {"ApiToken " + key, "Bearer " + key, support::basic(login, key)}) {
        support::Client program(office);
        program.headers.set("Authorization", header);
        const auto text = std::to_string(++number);
        EXPECT_EQ(send(program, value("80012101", text)).response.status, "SUCCESS") << header;
        const auto seen = read_back(program, "orgUnit=80012101");
        ASSERT_EQ(seen.dataValues.size(), 1u) << "what waits, a guest does not see";
        EXPECT_EQ(seen.dataValues[0].value, text);
        EXPECT_EQ(program.session, "");
        EXPECT_EQ(program.get("/api/analytics?dimension=dx:people&dimension=ou:800121&dimension=pe:2021").status, 200u);
        EXPECT_EQ(program.post("/api/figures/entry", EntryOffice::form(EntryOffice::cell("80012102", "1"))).code(), "program_key_not_here");
    }
    EXPECT_EQ(EntryOffice::waiting(office.editor).batches.at(0).values.size(), 1u);
}

OFFICE_TEST(EntryOffice, a_programs_key_of_somebody_who_does_not_look_after_the_area_sends_nothing_in) {
    support::Client program(office);
    program.headers.set("Authorization", "Bearer " + key_of(office.stranger));
    EXPECT_EQ(send(program, value("80012101", "12")).response.importCount.ignored, 1);
    program.headers.set("Authorization", support::basic(EntryOffice::login_of(office.contributor), EntryOffice::password));
    EXPECT_EQ(program.post("/api/dataValueSets", R"({"dataValues":[]})").code(), "program_key_wrong") << "a password is no key";
}

}  // namespace goals
