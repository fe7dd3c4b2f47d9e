#include "goals/dhis/data_value_set.hpp"

#include <gtest/gtest.h>

#include "http/problem.hpp"

namespace goals::dhis {

TEST(DataValueSet, period_and_place_of_the_whole_hold_for_values_that_have_none) {
    const auto set = read_json(R"({"dataSet":"bmn_2560","completeDate":"2021-02-03","period":"2021","orgUnit":"800121","dataValues":[)"
                               R"({"dataElement":"people","value":"12","categoryOptionCombo":"HllvX50cXC0","comment":"c"},)"
                               R"({"dataElement":"people","orgUnit":"800122","period":"202105","value":3,"deleted":true}]})");
    ASSERT_EQ(set.values.size(), 2u);
    EXPECT_TRUE(set.is_complete);
    EXPECT_EQ(set.values[0].org_unit, "800121");
    EXPECT_EQ(set.values[0].period, "2021");
    EXPECT_EQ(set.values[0].group, "");
    EXPECT_EQ(set.values[1].org_unit, "800122");
    EXPECT_EQ(set.values[1].value, "3");
    EXPECT_TRUE(set.values[1].is_deleted);
}

TEST(DataValueSet, a_table_is_read_by_the_places_of_its_columns) {
    const auto set = read_csv(
        "\"dataelement\",\"period\",\"orgunit\",\"catoptcombo\",\"attroptcombo\",\"value\",\"storedby\",\"lastupd\",\"comment\"\n"
        "\"people\",\"2021\",\"800121\",\"ชาย\",\"\",\"7\",\"imp\",\"2021-04-17\",\"x\"\n");
    ASSERT_EQ(set.values.size(), 1u);
    EXPECT_EQ(set.values[0].group, "ชาย");
    EXPECT_EQ(set.values[0].value, "7");
}

TEST(DataValueSet, what_is_no_set_is_refused_as_a_whole) {
    EXPECT_THROW(read_json("[1"), http::Problem);
    EXPECT_THROW(read_json(R"({"dataValues":5})"), http::Problem);
    EXPECT_THROW(read_csv(""), http::Problem);
}

TEST(DataValueSet, conflicts_of_one_kind_are_gathered_with_the_places_of_their_rows) {
    ImportSummary summary;
    reject(summary, {.index = 0, .data_element = "nobody"}, "unknown_indicator");
    reject(summary, {.index = 3, .data_element = "nobody"}, "unknown_indicator");
    reject(summary, {.index = 4, .data_element = "people", .value = "1e308"}, "number_with_exponent");
    const auto reply = reply_of(summary);
    EXPECT_EQ(reply.httpStatusCode, 409);
    ASSERT_EQ(reply.response.conflicts.size(), 2u);
    EXPECT_EQ(reply.response.conflicts[0].errorCode, "E7610");
    EXPECT_EQ(reply.response.conflicts[0].indexes, (std::vector<std::int64_t>{0, 3}));
    EXPECT_EQ(reply.response.conflicts[1].property, "value");
    EXPECT_EQ(reply.response.importCount.ignored, 3);
    EXPECT_EQ(reply_of({}).httpStatusCode, 200);
}

}  // namespace goals::dhis
