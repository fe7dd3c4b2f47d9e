#include "goals/figures/amount.hpp"
#include "goals/goals.hpp"
#include "support/office.hpp"

namespace goals {

namespace {

using base::AreaId;
using base::whole;

constexpr AreaId nation{0}, region{6'000'000'000}, subdistrict{6'010'101'000}, next_subdistrict{6'010'102'000}, village_1{6'010'101'001},
    village_2{6'010'101'002};

base::ReportingPeriod period(std::string_view text) {
    return std::get<base::ReportingPeriod>(base::read_reporting_period(text));
}

std::string number(const std::optional<base::Decimal>& value) {
    return value ? base::to_text(*value) : "none";
}

Summary summary(std::int64_t amounts, std::int64_t numerator, std::int64_t denominator = 0) {
    return {.amounts = amounts,
            .reported = amounts,
            .numerator = whole(numerator),
            .denominator = whole(denominator),
            .lowest = whole(1),
            .highest = whole(numerator)};
}

Traits traits(Calculation calculation, OverAreas over_areas, OverTime over_time) {
    Traits traits;
    traits.calculation = calculation;
    traits.factor = {100};
    traits.over_areas = over_areas;
    traits.over_time = over_time;
    return traits;
}

// A country of one subdistrict with two villages, and one that has ended.
struct FigureOffice : support::Office {
    explicit FigureOffice(db::Engine engine) : Office(engine, {{areas::migrations()}, {goals::migrations(), goals::add_routes}}) {
        write([&](db::Tx& tx) {
            add_area(tx, nation, "th", "country");
            add_area(tx, region, "south", "region");
            add_area(tx, subdistrict, "800101", "subdistrict");
            add_area(tx, next_subdistrict, "800102", "subdistrict");
            add_area(tx, village_1, "80010101", "village");
            add_area(tx, village_2, "80010102", "village");
            tx.run("UPDATE areas_areas SET valid_to = '2015-06-30' WHERE id = $1", village_2);
            create_plain(tx, "people", areas::Level::village);
        });
    }

    static void add_area(db::Tx& tx, AreaId id, std::string_view code, std::string_view level) {
        tx.run(
            "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
            " search_key_en, consonants) VALUES ($1, $2, $3, $4, $3, $3, 'none', '2021-12-31', $5, $6, $5, $5, $5)",
            id, base::last_of(id), code, level, db::Blob{std::string(code)}, id.value % 1'000 != 0);
    }

    void set(OverTime over_time, Calculation calculation = Calculation::plain) {
        write([&](db::Tx& tx) { tx.run("UPDATE goals_indicators SET over_time = $1, calculation = $2", over_time, calculation); });
    }

    void enter(std::string_view when, AreaId area, std::int64_t numerator, std::optional<std::int64_t> denominator = {}) {
        write([&](db::Tx& tx) {
            const auto series = get_series(tx, find_indicator(tx, "people")->id, period(when), "");
            NewValue value{series, area, State::value, whole(numerator)};
            if (denominator) value.denominator = whole(*denominator);
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }

    Figure figure(AreaId area, std::string_view when) {
        auto lease = database().read();
        return get_figure(*lease, *find_indicator(*lease, "people"), area, period(when));
    }
    std::string value(AreaId area, std::string_view when) { return number(figure(area, when).value); }
};

}  // namespace

TEST(Amount, what_areas_report_becomes_one_number_by_the_indicators_rule) {
    const auto value = [](OverAreas rule) { return number(amount_of(traits(Calculation::plain, rule, {}), summary(3, 10)).value); };
    EXPECT_EQ(value(OverAreas::sum), "10");
    EXPECT_EQ(value(OverAreas::average), "3.333333");
    EXPECT_EQ(value(OverAreas::min), "1");
    EXPECT_EQ(value(OverAreas::max), "10");
    EXPECT_EQ(value(OverAreas::count), "3");
    EXPECT_EQ(value(OverAreas::none), "none");
}

TEST(Amount, a_ratio_is_the_ratio_of_its_sums_and_a_score_the_mean_of_all_who_gave_one) {
    EXPECT_EQ(number(amount_of(traits(Calculation::ratio, OverAreas::average, {}), summary(2, 30, 40)).value), "75");
    EXPECT_EQ(number(amount_of(traits(Calculation::score, OverAreas::average, {}), summary(2, 90, 20)).value), "4.5");
    EXPECT_EQ(number(amount_of(traits(Calculation::ratio, OverAreas::sum, {}), summary(2, 30, 0)).value), "none");
    EXPECT_EQ(number(amount_of(traits(Calculation::plain, OverAreas::sum, {}), Summary{}).value), "none");
}

TEST(Amount, periods_become_one_by_a_rule_of_their_own) {
    const std::vector<Part> months{{{{2021, 1, 1}, {2021, 1, 31}}, summary(1, 10, 20)}, {{{2021, 2, 1}, {2021, 2, 28}}, summary(3, 5, 5)}};
    const auto value = [&](OverTime rule, OverAreas areas = OverAreas::sum) {
        return number(amount_over_time(traits(Calculation::plain, areas, rule), months).value);
    };
    EXPECT_EQ(value(OverTime::sum), "15");
    EXPECT_EQ(value(OverTime::average), "7.5");
    EXPECT_EQ(value(OverTime::average, OverAreas::average), "3.75");
    EXPECT_EQ(value(OverTime::first), "10");
    EXPECT_EQ(value(OverTime::last), "5");
    EXPECT_EQ(value(OverTime::min), "5");
    EXPECT_EQ(value(OverTime::max), "10");
    EXPECT_EQ(value(OverTime::count), "4");
    EXPECT_EQ(value(OverTime::none), "none");
    EXPECT_EQ(number(amount_over_time(traits(Calculation::ratio, OverAreas::sum, OverTime::sum), months).value), "60");
}

OFFICE_TEST(FigureOffice, a_figure_says_how_many_of_how_many_it_rests_on) {
    office.enter("2564", village_1, 120);
    const auto whole_country = office.figure(nation, "2021");
    EXPECT_EQ(number(whole_country.value), "120");
    EXPECT_EQ(whole_country.reported, 1);
    EXPECT_EQ(whole_country.expected, 1);  // the other village is no more
    EXPECT_EQ(office.figure(nation, "2558").expected, 2);
    EXPECT_EQ(number(office.figure(nation, "2558").value), "none");
    EXPECT_EQ(office.value(village_1, "2564"), "120");
}

OFFICE_TEST(FigureOffice, what_was_entered_for_the_area_itself_stands_beside_what_its_villages_say) {
    office.enter("2564", subdistrict, 500);
    EXPECT_EQ(office.value(subdistrict, "2564"), "500");
    EXPECT_EQ(office.figure(subdistrict, "2564").reported, 0);
    office.enter("2564", village_1, 120);
    const auto figure = office.figure(subdistrict, "2564");
    EXPECT_EQ(number(figure.value), "120");
    ASSERT_TRUE(figure.entered);
    EXPECT_EQ(number(figure.entered->value), "500");
}

OFFICE_TEST(FigureOffice, a_year_is_put_together_from_its_months_unless_it_was_entered_itself) {
    for (int month = 1; month <= 9; ++month) office.enter("2564-0" + std::to_string(month), village_1, month);
    office.set(OverTime::sum);
    const auto year = office.figure(nation, "2564");
    EXPECT_EQ(number(year.value), "45");
    EXPECT_EQ(year.over, base::PeriodKind::month);
    EXPECT_EQ(year.periods_there, 9);
    EXPECT_EQ(year.periods, 12);
    EXPECT_EQ(year.reported, 9);
    EXPECT_EQ(year.expected, 12);
    office.set(OverTime::average);
    EXPECT_EQ(office.value(nation, "2564"), "5");
    office.set(OverTime::last);
    EXPECT_EQ(office.value(region, "2564"), "9");
    EXPECT_EQ(office.value(village_1, "งบ2564"), "9");
    office.enter("2564", village_1, 1'000);
    EXPECT_EQ(office.value(nation, "2564"), "1000");
}

OFFICE_TEST(FigureOffice, of_months_and_quarters_those_are_taken_that_fill_more_of_the_year) {
    office.set(OverTime::sum);
    office.enter("2564Q1", village_1, 7);
    office.enter("2564Q2", village_1, 7);
    office.enter("2564-01", village_1, 1);
    EXPECT_EQ(office.value(nation, "2564"), "14");
}

OFFICE_TEST(FigureOffice, anybody_asks_for_a_figure_and_those_below_it) {
    office.enter("2564", village_1, 120);
    const auto reply = office.guest.get("/api/figures?indicator=people&area=TH&period=2564&by=children").as<FiguresReply>();
    EXPECT_EQ(reply.period, "2021");
    EXPECT_EQ(reply.whole.area, "th");
    EXPECT_EQ(number(reply.whole.figure.value), "120");
    ASSERT_EQ(reply.children.size(), 1u);
    EXPECT_EQ(reply.children[0].area, "south");
    EXPECT_EQ(number(reply.children[0].figure.value), "120");
    EXPECT_TRUE(office.guest.get("/api/figures?indicator=people&area=800101&period=2564").as<FiguresReply>().children.empty());
}

OFFICE_TEST(FigureOffice, all_that_is_wrong_with_a_question_is_named) {
    const auto reply = office.guest.get("/api/figures?indicator=nobody&area=999999&period=2567/68");
    EXPECT_EQ(reply.status, 422u);
    for (const auto* code : {"unknown_indicator", "unknown_area", "two_years"}) EXPECT_NE(reply.body.find(code), std::string::npos) << code;
}

}  // namespace goals
