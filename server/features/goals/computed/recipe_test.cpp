#include "goals/computed/recipe.hpp"

#include "goals/goals_office.hpp"

namespace goals {

namespace {

using base::AreaId;
using base::whole;

constexpr AreaId nation{0}, village_1{6'010'101'001}, village_2{6'010'101'002};

const base::ReportingPeriod year_2564{base::PeriodKind::year, {2021, 1, 1}, {2021, 12, 31}};

// Births and people of two villages, and an indicator of the two.
struct RecipeOffice : GoalsOffice {
    explicit RecipeOffice(db::Engine engine) : GoalsOffice(engine) {
        write([](db::Tx& tx) {
            for (const auto* code : {"born", "people", "other"}) create_plain(tx, code, areas::Level::village);
        });
        enter("born", village_1, 9);
        enter("people", village_1, 1'000);
        enter("people", village_2, 200);
    }

    // Its address.
    static std::string address(const support::Reply& made) {
        EXPECT_EQ(made.status, 201u) << made.body;
        return "/api/indicators/" + std::to_string(made.as<records::Envelope>().number);
    }
    support::Reply make(const std::string& code, const std::string& recipe) {
        return editor.post("/api/indicators", R"({"owner":)" + std::to_string(organisation.value) + R"(,"code":")" + code +
                                                  R"(","traits":)" + json::write(Traits{}) + R"(,"definition":{"title":"อัตรา",)" + recipe +
                                                  R"(},"from_year":2021})");
    }
    void enter(std::string_view code, AreaId area, std::int64_t number) {
        write([&](db::Tx& tx) {
            const NewValue value{get_series(tx, find_indicator(tx, code)->id, year_2564, ""), area, State::value, whole(number)};
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }
    Figure figure(AreaId area, std::string_view code = "rate") {
        auto lease = database().read();
        return get_figure(*lease, *find_indicator(*lease, code), area, year_2564);
    }
    std::string value(AreaId area, std::string_view code = "rate") {
        const auto found = figure(area, code);
        return found.hidden ? "hidden" : found.value ? base::to_text(*found.value) : "none";
    }
};

}  // namespace

OFFICE_TEST(RecipeOffice, a_formula_is_computed_from_what_stands_when_it_is_read) {
    office.make("rate", R"("formula":"[born] / [people] * 1000")");
    EXPECT_EQ(office.value(village_1), "9");
    EXPECT_EQ(office.value(nation), "7.5");
    office.enter("born", village_2, 3);
    EXPECT_EQ(office.value(nation), "10");
    EXPECT_EQ(office.value(village_2), "15");
}

OFFICE_TEST(RecipeOffice, a_formula_rests_on_the_part_that_covers_least_and_names_what_is_missing) {
    office.make("rate", R"("formula":"[born] / [people] * 1000")");
    EXPECT_EQ(office.figure(nation).reported, 1);
    const auto lacking = office.figure(village_2);
    EXPECT_FALSE(lacking.value);
    ASSERT_TRUE(lacking.computed);
    EXPECT_EQ(lacking.computed->parts, 2);
    EXPECT_EQ(lacking.computed->missing, std::vector<std::string>{"born"});
}

OFFICE_TEST(RecipeOffice, several_indicators_become_one_by_their_weights) {
    const auto made = office.make("index", R"("composite":{"members":[{"indicator":"born","weight":1,"worst":0,"best":18},)"
                                           R"({"indicator":"people","weight":3,"worst":2000,"best":0}],"steps":[]})");
    ASSERT_EQ(made.status, 201u) << made.body;
    EXPECT_EQ(office.value(village_1, "index"), "50");
    EXPECT_EQ(office.value(village_2, "index"), "90");
    EXPECT_EQ(office.figure(village_2, "index").computed->missing, std::vector<std::string>{"born"});
}

OFFICE_TEST(RecipeOffice, a_formula_over_a_formula_is_one_and_a_circle_is_refused) {
    const auto rate = office.address(office.make("rate", R"("formula":"[born] / [people] * 1000")"));
    ASSERT_EQ(office.make("double", R"("formula":"[rate] * 2")").status, 201u);
    EXPECT_EQ(office.value(village_1, "double"), "18");
    const auto refused = office.editor.put(
        rate, R"({"traits":)" + json::write(Traits{}) + R"(,"definition":{"title":"อัตรา","formula":"[double] / 2"},"from_year":2022})", 1);
    EXPECT_EQ(refused.status, 422u) << refused.body;
    EXPECT_NE(refused.body.find("formula_circular"), std::string::npos) << refused.body;
}

OFFICE_TEST(RecipeOffice, what_is_wrong_with_a_formula_is_named_with_its_place) {
    const auto unknown = office.make("rate", R"("formula":"[born] / [nobody]")");
    EXPECT_EQ(unknown.status, 422u);
    EXPECT_NE(unknown.body.find("nobody"), std::string::npos) << unknown.body;
    const auto broken = office.make("rate", R"("formula":"[born] / / 2")");
    EXPECT_NE(broken.body.find("formula_unexpected"), std::string::npos) << broken.body;
    EXPECT_NE(broken.body.find("10"), std::string::npos) << broken.body;
    const auto weightless =
        office.make("index", R"("composite":{"members":[{"indicator":"born","weight":0,"worst":1,"best":1}],"steps":[]})");
    EXPECT_NE(weightless.body.find("/definition/composite/members/0/weight"), std::string::npos) << weightless.body;
}

OFFICE_TEST(RecipeOffice, what_hides_a_part_hides_what_is_made_of_it) {
    office.write([](db::Tx& tx) { tx.run("UPDATE goals_indicators SET unit = 'person' WHERE code = 'born'"); });
    office.enter("born", village_1, 3);
    office.make("rate", R"("formula":"[born] / [people] * 1000")");
    EXPECT_EQ(office.value(village_1), "hidden");
    EXPECT_TRUE(office.figure(village_1).computed->missing.empty());
}

OFFICE_TEST(RecipeOffice, a_rule_that_changed_leaves_the_years_before_it_as_they_were) {
    const auto rate = office.address(office.make("rate", R"("formula":"[people] * 2")"));
    const auto changed = office.editor.put(
        rate, R"({"traits":)" + json::write(Traits{}) + R"(,"definition":{"title":"อัตรา","formula":"[people] * 3"},"from_year":2022})", 1);
    ASSERT_EQ(changed.status, 200u) << changed.body;
    EXPECT_EQ(office.value(nation), "2400");
}

}  // namespace goals
