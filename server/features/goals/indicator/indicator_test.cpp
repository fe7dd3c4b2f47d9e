#include "goals/goals.hpp"
#include "support/office.hpp"

namespace goals {

namespace {

struct GoalsOffice : support::Office {
    explicit GoalsOffice(db::Engine engine) : Office(engine, {{areas::migrations()}, {goals::migrations()}}) {}
};

}  // namespace

TEST(Indicator, a_code_is_kept_in_small_letters_and_thai_is_welcome) {
    EXPECT_EQ(read_code(" BMN_01 "), "bmn_01");
    EXPECT_EQ(read_code("ความดี.13"), "ความดี.13");
    EXPECT_EQ(read_code("pop-total"), "pop-total");
    EXPECT_EQ(read_code(std::string(64, 'a')), std::string(64, 'a'));
    for (const auto& wrong : {std::string(), std::string("  "), std::string("a b"), std::string("a/b"), std::string("100฿"),
                              std::string(".."), std::string(65, 'a'), std::string("<b>"), std::string("ก\x80")})
        EXPECT_FALSE(read_code(wrong)) << wrong;
}

TEST(Indicator, how_it_is_put_together_has_the_name_that_others_know) {
    EXPECT_EQ(aggregation_type(OverAreas::sum, OverTime::sum), "SUM");
    EXPECT_EQ(aggregation_type(OverAreas::sum, OverTime::average), "AVERAGE_SUM_ORG_UNIT");
    EXPECT_EQ(aggregation_type(OverAreas::average, OverTime::last), "LAST_AVERAGE_ORG_UNIT");
    EXPECT_EQ(aggregation_type(OverAreas::count, OverTime::count), "COUNT");
    EXPECT_EQ(aggregation_type(OverAreas::none, OverTime::none), "NONE");
    EXPECT_EQ(aggregation_type(OverAreas::min, OverTime::sum), "CUSTOM");
}

OFFICE_TEST(GoalsOffice, an_import_names_what_is_not_here_and_it_becomes_a_plain_sum) {
    const auto id = office.write([](db::Tx& tx) { return create_plain(tx, "ประชากร", areas::Level::subdistrict); });
    auto lease = office.database().read();
    const auto found = find_indicator(*lease, "ประชากร");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, id);
    EXPECT_EQ(found->level, areas::Level::subdistrict);
    EXPECT_EQ(found->calculation, Calculation::plain);
    EXPECT_EQ(aggregation_type(found->over_areas, found->over_time), "SUM");
    EXPECT_EQ(get_indicator(*lease, id).code, "ประชากร");
    EXPECT_FALSE(find_indicator(*lease, "ไม่มี"));
    const auto record = records::find(*lease, records::record_id(id));
    EXPECT_EQ(record->kind, "indicator");
    EXPECT_EQ(record->title, "ประชากร");
    EXPECT_EQ(record->address.find("/indicators/%E0%B8%9B"), 0u) << record->address;
    EXPECT_EQ(record->state, records::State::published);
    const auto definitions = list_definitions(*lease, id);
    ASSERT_EQ(definitions.size(), 1u);
    EXPECT_EQ(definitions[0].from_year, 2026);
}

OFFICE_TEST(GoalsOffice, a_code_is_nobodys_twice) {
    office.write([](db::Tx& tx) { create_plain(tx, "pop", areas::Level::village); });
    EXPECT_THROW(office.write([](db::Tx& tx) { create_plain(tx, "pop", areas::Level::village); }), db::Conflict);
}

}  // namespace goals
