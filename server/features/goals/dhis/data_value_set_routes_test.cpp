#include "goals/dhis/data_value_set.hpp"
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

}  // namespace goals
