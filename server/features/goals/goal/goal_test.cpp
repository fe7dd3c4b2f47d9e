#include "goals/goal/goals.hpp"
#include "goals/goal/progress.hpp"
#include "goals/goal/target.hpp"
#include "goals/goals_office.hpp"

namespace goals {

namespace {

using base::whole;

constexpr base::AreaId subdistrict{6'010'101'000}, village_1{6'010'101'001}, village_2{6'010'101'002};

base::ReportingPeriod year(int year) {
    return {base::PeriodKind::year, {year, 1, 1}, {year, 12, 31}};
}

TypedMark typed(const char* period, std::int64_t value) {
    return {{period}, whole(value), {}};
}

GoalContent without_debt() {
    GoalContent content;
    content.title = {"คนในตำบลไม่มีหนี้นอกระบบ"};
    content.wish = {"อยากเห็นคนในตำบลไม่มีหนี้สิน"};
    content.area = subdistrict;
    content.indicator = {"debt"};
    content.baseline = typed("2564", 40);
    content.targets = {typed("2566", 20), typed("2568", 0)};
    return content;
}

std::vector<std::string> faults(const GoalContent& content) {
    json::Errors errors;
    check(content, errors);
    std::vector<std::string> found;
    for (const auto& error : errors.list()) found.push_back(error.pointer + " " + std::string(error.code));
    return found;
}

Figure figure(std::int64_t value, std::int64_t reported = 9, std::int64_t expected = 9) {
    Figure figure;
    figure.value = whole(value);
    figure.reported = reported;
    figure.expected = expected;
    return figure;
}

Traits counted(Direction direction) {
    Traits traits;
    traits.direction = direction;
    return traits;
}

}  // namespace

TEST(Goals, begin_with_a_wish_alone) {
    GoalContent content;
    content.title = {"ตำบลอยู่ดีมีสุข"};
    EXPECT_EQ(faults(content), std::vector<std::string>{});
    EXPECT_EQ(faults(without_debt()), std::vector<std::string>{});
}

TEST(Goals, name_what_is_wrong_with_their_years) {
    auto content = without_debt();
    content.targets = {typed("2564", 20), typed("งบ2566", 10), typed("2567/68", 0)};
    EXPECT_EQ(faults(content), (std::vector<std::string>{"/targets/0/period not_later", "/targets/1/period other_kind_of_period",
                                                         "/targets/2/period two_years"}));
    content = without_debt();
    content.indicator = {};
    EXPECT_EQ(faults(content), std::vector<std::string>{"/indicator needed_to_measure"});
    content = without_debt();
    content.targets[0].value_to = whole(10);
    EXPECT_EQ(faults(content), std::vector<std::string>{"/targets/0/value_to below_lower_end"});
}

TEST(Goals, stand_where_what_people_did_puts_them) {
    EXPECT_EQ(state_of({}), GoalState::proposed);
    EXPECT_EQ(state_of({.supports = 3}), GoalState::supported);
    EXPECT_EQ(state_of({.supports = 3, .counted = 1}), GoalState::voted);
    EXPECT_EQ(state_of({.decision = Decision::adopted, .supports = 0}), GoalState::adopted);
    EXPECT_EQ(state_of({.decision = Decision::not_adopted, .supports = 3, .counted = 9}), GoalState::not_adopted);
}

TEST(Goals, are_nearer_or_farther_as_the_newest_number_says) {
    const Mark target{year(2025), whole(80), {}}, baseline{year(2021), whole(50), {}};
    const auto traits = counted(Direction::up);
    const auto told = [&](std::int64_t value) {
        const auto latest = figure(value);
        return progress_of(traits, &target, &baseline, &latest);
    };
    EXPECT_EQ(told(80), Progress::reached);
    EXPECT_EQ(told(51), Progress::closer);
    EXPECT_EQ(told(50), Progress::unchanged);
    EXPECT_EQ(told(49), Progress::farther);
    EXPECT_EQ(progress_of(traits, &target, &baseline, nullptr), Progress::not_measured);
    EXPECT_EQ(progress_of(traits, nullptr, &baseline, nullptr), Progress::no_target);
    const auto latest = figure(60);
    EXPECT_EQ(progress_of(traits, &target, nullptr, &latest), Progress::short_of);
}

TEST(Goals, that_go_down_or_into_a_band_are_measured_from_the_right_side) {
    const Mark none{year(2025), whole(0), {}}, many{year(2021), whole(40), {}}, band{year(2025), whole(18), whole(23)};
    const auto zero = figure(0), fewer = figure(12), within = figure(20), above = figure(30);
    EXPECT_EQ(progress_of(counted(Direction::down), &none, &many, &zero), Progress::reached);
    EXPECT_EQ(progress_of(counted(Direction::down), &none, &many, &fewer), Progress::closer);
    EXPECT_EQ(progress_of(counted(Direction::band), &band, &many, &within), Progress::reached);
    EXPECT_EQ(progress_of(counted(Direction::band), &band, &many, &above), Progress::closer);
}

TEST(Goals, are_not_reached_by_a_sum_from_which_villages_are_missing) {
    const Mark none{year(2025), whole(10), {}};
    auto traits = counted(Direction::down);
    const auto some = figure(4, 3, 9);
    EXPECT_EQ(progress_of(traits, &none, nullptr, &some), Progress::partly_reported);
    traits.calculation = Calculation::ratio;
    EXPECT_EQ(progress_of(traits, &none, nullptr, &some), Progress::reached) << "of those who reported, which stands beside it";
    auto months = figure(4);
    months.over = base::PeriodKind::month;
    months.periods_there = 3;
    months.periods = 12;
    EXPECT_EQ(progress_of(counted(Direction::down), &none, nullptr, &months), Progress::partly_reported);
}

TEST(Goals, are_measured_by_what_a_place_reported_for_all_its_villages_itself) {
    const Mark none{year(2025), whole(10), {}};
    auto own = figure(4, 0, 9);
    own.entered = Entered{State::value, whole(4)};
    EXPECT_EQ(progress_of(counted(Direction::down), &none, nullptr, &own), Progress::reached);
    own.reported = 1;
    EXPECT_EQ(progress_of(counted(Direction::down), &none, nullptr, &own), Progress::partly_reported) << "the finest numbers go up";
}

TEST(Goals, of_many_places_are_told_by_number_and_what_is_missing_is_told_too) {
    Tally tally;
    for (const auto progress : {Progress::reached, Progress::closer, Progress::farther, Progress::not_measured, Progress::partly_reported})
        add_to(tally, progress);
    EXPECT_EQ(tally.goals, 5);
    EXPECT_EQ(tally.reached, 1);
    EXPECT_EQ(tally.not_measured, 2);
}

OFFICE_TEST(GoalsOffice, what_a_place_adopted_is_its_target_for_the_year_or_the_next_one_that_has_any) {
    const auto indicator = office.write([](db::Tx& tx) { return create_plain(tx, "debt", areas::Level::village); });
    const auto goal = office.write([&](db::Tx& tx) { return insert_goal(tx, {}, {.content = without_debt(), .indicator = indicator}); });
    const auto find = [&](base::AreaId area, int in) { return target_of(*office.database().read(), indicator, area, year(in)); };
    EXPECT_FALSE(find(subdistrict, 2023)) << "only proposed";
    office.write([&](db::Tx& tx) { decide(tx, {}, goal, goal.version, {Decision::adopted, base::Date{2022, 1, 9}, "ประชาคมตำบล"}); });
    const auto target = find(subdistrict, 2022);
    ASSERT_TRUE(target);
    EXPECT_EQ(target->address, "/goals/1");
    EXPECT_EQ(target->period, year(2023));
    EXPECT_EQ(target->value, whole(20));
    EXPECT_EQ(target->baseline, (Mark{year(2021), whole(40), {}}));
    EXPECT_EQ(find(subdistrict, 2024)->value, whole(0));
    EXPECT_EQ(find(subdistrict, 2030)->value, whole(0)) << "the last one holds on";
    EXPECT_FALSE(find(village_1, 2023)) << "that of the subdistrict is not the village's";
    office.write([&](db::Tx& tx) { records::set_audience(tx, goal.id, {records::Visibility::members, {}, {}}); });
    EXPECT_FALSE(find(subdistrict, 2023)) << "not for everybody to read";
}

OFFICE_TEST(GoalsOffice, the_years_in_which_a_place_was_measured_are_its_own) {
    const auto indicator = office.write([](db::Tx& tx) { return create_plain(tx, "debt", areas::Level::village); });
    office.write([&](db::Tx& tx) {
        const auto entry = insert_entry(tx, {.by = {}, .source = "test"});
        const auto store_in = [&](int in, base::AreaId area, Stage stage) {
            const NewValue value{get_series(tx, indicator, year(in), ""), area, State::value, whole(1)};
            store(tx, entry, stage, {&value, 1});
        };
        store_in(2021, village_1, Stage::approved);
        store_in(2022, village_2, Stage::approved);
        store_in(2023, village_1, Stage::draft);
    });
    auto lease = office.database().read();
    EXPECT_EQ(list_measured(*lease, indicator, village_1), std::vector{year(2021)});
    EXPECT_EQ(list_measured(*lease, indicator, subdistrict), (std::vector{year(2022), year(2021)}));
}

}  // namespace goals
