#include "goals/rollup/totals.hpp"

#include "base/json/json.hpp"
#include "goals/figures/figure.hpp"
#include "goals/goals.hpp"
#include "support/office.hpp"

namespace goals {

namespace {

using base::AreaId;
using base::whole;

constexpr AreaId nation{0}, subdistrict{6'010'101'000}, village_1{6'010'101'001}, village_2{6'010'101'002};

const base::ReportingPeriod year_2564{base::PeriodKind::year, {2021, 1, 1}, {2021, 12, 31}};

// An indicator told apart by women and men, who are everyone.
struct TotalsOffice : support::Office {
    explicit TotalsOffice(db::Engine engine) : Office(engine, {{areas::migrations()}, {goals::migrations()}}) {
        write([&](db::Tx& tx) { indicator = create_plain(tx, "members", areas::Level::village); });
        define("true");
    }

    void define(const std::string& add_up) {
        write([&](db::Tx& tx) {
            tx.run("UPDATE goals_definitions SET content = $1",
                   R"({"title":"สมาชิก","groups":["หญิง","ชาย"],"groups_add_up":)" + add_up + "}");
        });
    }
    void enter(AreaId area, std::string_view group, std::int64_t number, Stage stage = Stage::approved) {
        enter(area, group, Report{State::value, whole(number), {}}, stage);
    }
    void enter(AreaId area, std::string_view group, const Report& report, Stage stage = Stage::approved) {
        write([&](db::Tx& tx) {
            const NewValue value{get_series(tx, indicator, year_2564, group), area, report.state, report.numerator, report.denominator};
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), stage, {&value, 1});
        });
    }
    void remove(AreaId area, std::string_view group) {
        write([&](db::Tx& tx) { goals::remove(tx, get_series(tx, indicator, year_2564, group), {&area, 1}); });
    }
    Figure figure(AreaId area) {
        auto lease = database().read();
        return get_whole_figure(*lease, get_indicator(*lease, indicator), area, year_2564);
    }
    std::string total(AreaId area) {
        const auto value = figure(area).value;
        return value ? base::to_text(*value) : "none";
    }
    bool is_proven() { return verify_rollups(database()).whole(); }

    IndicatorId indicator;
};

}  // namespace

OFFICE_TEST(TotalsOffice, where_all_groups_have_answered_their_sum_is_the_total_and_goes_up) {
    office.enter(village_1, "หญิง", 30);
    EXPECT_EQ(office.total(village_1), "none");
    office.enter(village_1, "ชาย", 20);
    EXPECT_EQ(office.total(village_1), "50");
    office.enter(village_2, "", 7);
    EXPECT_EQ(office.total(nation), "57");
    EXPECT_EQ(office.figure(nation).reported, 2);
    office.enter(village_1, "ชาย", 25);
    EXPECT_EQ(office.total(subdistrict), "62");
    EXPECT_TRUE(office.is_proven());
}

OFFICE_TEST(TotalsOffice, a_total_that_was_entered_stands_and_the_difference_is_told) {
    office.enter(village_1, "หญิง", 30);
    office.enter(village_1, "ชาย", 20);
    office.enter(village_1, "", 51);
    EXPECT_EQ(office.total(village_1), "51");
    EXPECT_EQ(office.figure(village_1).groups, whole(50));
    office.enter(village_1, "ชาย", 21);
    EXPECT_EQ(office.total(village_1), "51");
    EXPECT_FALSE(office.figure(village_1).groups);
    office.remove(village_1, "");
    EXPECT_EQ(office.total(nation), "51");
    office.remove(village_1, "หญิง");
    EXPECT_EQ(office.total(nation), "none");
    EXPECT_TRUE(office.is_proven());
}

OFFICE_TEST(TotalsOffice, a_group_that_was_not_asked_leaves_no_total_and_one_that_does_not_apply_adds_nothing) {
    office.enter(village_1, "หญิง", 30);
    office.enter(village_1, "ชาย", Report{State::not_asked, {}, {}});
    EXPECT_EQ(office.total(village_1), "none");
    office.enter(village_1, "ชาย", Report{State::not_applicable, {}, {}});
    EXPECT_EQ(office.total(village_1), "30");
}

OFFICE_TEST(TotalsOffice, a_total_of_groups_counts_once_all_of_them_are_approved) {
    office.enter(village_1, "หญิง", 30);
    office.enter(village_1, "ชาย", 20, Stage::draft);
    EXPECT_EQ(office.total(nation), "none");
    office.write([&](db::Tx& tx) { set_stage(tx, get_series(tx, office.indicator, year_2564, "ชาย"), subdistrict, Stage::approved); });
    EXPECT_EQ(office.total(nation), "50");
}

OFFICE_TEST(TotalsOffice, shares_of_groups_become_the_share_of_all_by_whom_they_are_about) {
    office.write([](db::Tx& tx) { tx.run("UPDATE goals_indicators SET calculation = 'ratio', factor = 100"); });
    office.enter(village_1, "หญิง", Report{State::value, whole(30), whole(40)});
    office.enter(village_1, "ชาย", Report{State::value, whole(0), whole(60)});
    EXPECT_EQ(office.total(village_1), "30");
}

OFFICE_TEST(TotalsOffice, groups_that_nobody_called_everyone_make_no_total) {
    office.define("false");
    office.enter(village_1, "หญิง", 30);
    office.enter(village_1, "ชาย", 20);
    EXPECT_EQ(office.total(village_1), "none");
}

OFFICE_TEST(TotalsOffice, a_total_that_is_not_what_its_groups_come_to_is_named_by_the_proof) {
    office.enter(village_1, "หญิง", 30);
    office.enter(village_1, "ชาย", 20);
    office.write(
        [](db::Tx& tx) { tx.run("UPDATE goals_values SET numerator = $1 WHERE made = 0 AND numerator = $2", whole(1), whole(20)); });
    const auto verdict = verify_rollups(office.database());
    EXPECT_TRUE(std::ranges::any_of(verdict.wrong, [](const auto& wrong) {
        return wrong.area == village_1 && wrong.stands.numerator == whole(50) && wrong.recomputed.numerator == whole(31);
    }));
}

}  // namespace goals
