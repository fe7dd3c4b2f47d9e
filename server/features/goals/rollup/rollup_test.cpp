#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <random>
#include <thread>

#include "goals/goals.hpp"
#include "goals/rollup/value_queries.hpp"
#include "goals/rollup/verify.hpp"
#include "journal/journal.hpp"
#include "support/office.hpp"

namespace goals {

namespace {

using base::AreaId;
using base::whole;

// A subdistrict of Nakhon Si Thammarat with three villages and a community, and its neighbours.
constexpr AreaId nation{0}, south{6'000'000'000}, province{6'010'000'000}, district{6'010'100'000}, subdistrict{6'010'101'000};
constexpr AreaId village_1{6'010'101'001}, village_2{6'010'101'002}, village_3{6'010'101'003}, community{6'010'101'101};
constexpr AreaId next_subdistrict{6'010'102'000}, next_village{6'010'102'001}, far_province{1'010'000'000}, far_village{1'010'101'001};

const base::ReportingPeriod year_2564{base::PeriodKind::year, {2021, 1, 1}, {2021, 12, 31}};

struct FiguresOffice : support::Office {
    explicit FiguresOffice(db::Engine engine) : Office(engine, {{areas::migrations()}, {goals::migrations()}}) {
        write([&](db::Tx& tx) {
            indicator = create_plain(tx, "people", areas::Level::village);
            series = get_series(tx, indicator, year_2564, "");
        });
    }

    Stored enter(std::vector<NewValue> values, Stage stage = Stage::approved) {
        std::ranges::sort(values, {}, [](const NewValue& value) { return std::pair(value.series, value.area); });
        return write([&](db::Tx& tx) { return store(tx, insert_entry(tx, {.by = {}, .source = "test"}), stage, values); });
    }
    Stored enter(AreaId area, std::int64_t number, Stage stage = Stage::approved) {
        return enter({{series, area, State::value, whole(number)}}, stage);
    }
    Stored enter(AreaId area, State state) { return enter({{series, area, state, {}}}); }

    // As "sum reported/not asked/not applicable".
    std::string at(AreaId area) {
        const Range range{series, area, area};
        auto lease = database().read();
        const auto rows = list_figure_rows(*lease, depth_of(area), {&range, 1});
        if (rows.empty()) return "nothing";
        const auto& row = rows.front();
        return base::to_text(row.numerator) + " " + std::to_string(row.reported) + "/" + std::to_string(row.not_asked) + "/" +
               std::to_string(row.not_applicable);
    }

    IndicatorId indicator;
    SeriesId series;
};

}  // namespace

OFFICE_TEST(FiguresOffice, a_number_of_a_village_is_in_the_figure_of_the_nation_when_it_is_stored) {
    office.enter(village_1, 120);
    office.enter(far_village, 5);
    EXPECT_EQ(office.at(subdistrict), "120 1/0/0");
    EXPECT_EQ(office.at(province), "120 1/0/0");
    EXPECT_EQ(office.at(nation), "125 2/0/0");
    EXPECT_EQ(office.enter(village_1, 100).written, 1);
    EXPECT_EQ(office.at(nation), "105 2/0/0");
}

OFFICE_TEST(FiguresOffice, zero_is_reported_and_what_was_not_asked_or_does_not_apply_is_told_apart_from_it) {
    office.enter(village_1, 0);
    office.enter(village_2, State::not_asked);
    office.enter(village_3, State::not_applicable);
    EXPECT_EQ(office.at(district), "0 1/1/1");
    office.enter(village_2, 7);
    EXPECT_EQ(office.at(district), "7 2/0/1");
}

OFFICE_TEST(FiguresOffice, a_number_of_the_subdistrict_stands_in_until_its_villages_report_and_nothing_counts_twice) {
    office.enter(subdistrict, 500);
    office.enter(next_village, 1);
    EXPECT_EQ(office.at(district), "501 1/0/0");
    office.enter(village_1, 120);
    EXPECT_EQ(office.at(subdistrict), "120 1/0/0");
    EXPECT_EQ(office.at(district), "121 2/0/0");
    const AreaId villages[] = {village_1};
    EXPECT_EQ(office.write([&](db::Tx& tx) { return remove(tx, office.series, villages); }), 1);
    EXPECT_EQ(office.at(district), "501 1/0/0");
}

OFFICE_TEST(FiguresOffice, a_community_goes_into_the_sum_but_is_no_village) {
    office.enter(community, 40);
    office.enter(village_1, 2);
    EXPECT_EQ(office.at(subdistrict), "42 1/0/0");
}

OFFICE_TEST(FiguresOffice, a_draft_counts_once_it_is_approved) {
    office.enter(village_1, 120, Stage::draft);
    EXPECT_EQ(office.at(nation), "nothing");
    EXPECT_EQ(office.write([&](db::Tx& tx) { return set_stage(tx, office.series, subdistrict, Stage::approved); }), 1);
    EXPECT_EQ(office.at(nation), "120 1/0/0");
    office.write([&](db::Tx& tx) { return set_stage(tx, office.series, subdistrict, Stage::checked); });
    EXPECT_EQ(office.at(nation), "nothing");
}

OFFICE_TEST(FiguresOffice, what_is_locked_is_not_written_over_and_that_is_told) {
    office.enter(village_1, 120, Stage::locked);
    const auto stored =
        office.enter({{office.series, village_1, State::value, whole(1)}, {office.series, village_2, State::value, whole(2)}});
    EXPECT_EQ(stored.written, 1);
    EXPECT_EQ(stored.locked, std::vector<std::size_t>{0});
    EXPECT_EQ(office.at(nation), "122 2/0/0");
    const AreaId villages[] = {village_1, village_2};
    EXPECT_EQ(office.write([&](db::Tx& tx) { return remove(tx, office.series, villages); }), 1);
}

OFFICE_TEST(FiguresOffice, the_same_file_twice_changes_nothing) {
    const std::vector<NewValue> file{{office.series, village_1, State::value, whole(1), whole(2)},
                                     {office.series, village_2, State::not_asked, {}},
                                     {office.series, village_3, State::value, whole(3)}};
    EXPECT_EQ(office.enter(file).written, 3);
    const auto again = office.enter(file);
    EXPECT_EQ(again.written, 0);
    EXPECT_EQ(again.unchanged, 3);
    EXPECT_TRUE(again.locked.empty());
}

OFFICE_TEST(FiguresOffice, a_sum_that_does_not_fit_is_refused_and_nothing_of_it_stays) {
    std::vector<NewValue> values;
    for (int i = 1; i <= 10; ++i) values.push_back({office.series, {subdistrict.value + i}, State::value, whole(base::Decimal::most)});
    try {
        office.enter(values);
        FAIL() << "it was stored";
    } catch (const http::Problem& problem) {
        EXPECT_EQ(problem.code(), "sum_too_large");
    }
    EXPECT_EQ(office.at(nation), "nothing");
    EXPECT_TRUE(verify_rollups(office.database()).whole());
}

OFFICE_TEST(FiguresOffice, a_sum_that_does_not_fit_further_up_is_refused_too) {
    std::vector<NewValue> values;
    for (int i = 1; i <= 10; ++i)
        values.push_back({office.series, {subdistrict.value + i * 1'000 + 1}, State::value, whole(base::Decimal::most)});
    try {
        office.enter(values);
        FAIL() << "it was stored";
    } catch (const http::Problem& problem) {
        EXPECT_EQ(problem.code(), "sum_too_large");
    }
    EXPECT_EQ(office.at(nation), "nothing");
    EXPECT_EQ(office.enter(village_1, 3).written, 1) << "the database is of use still";
}

OFFICE_TEST(FiguresOffice, what_is_new_changed_and_the_same_in_one_table_is_told_apart) {
    office.enter({{office.series, village_1, State::value, whole(1)}, {office.series, village_2, State::value, whole(2), whole(4)}});
    office.enter(district, 900);
    const auto stored = office.enter({{office.series, district, State::value, whole(800)},
                                      {office.series, village_1, State::value, whole(1)},
                                      {office.series, village_2, State::value, whole(2), whole(5)},
                                      {office.series, village_3, State::value, whole(3)},
                                      {office.series, next_subdistrict, State::value, whole(7)}});
    EXPECT_EQ(stored.written, 4);
    EXPECT_EQ(stored.unchanged, 1);
    EXPECT_EQ(office.at(subdistrict), "6 3/0/0");
    EXPECT_EQ(office.at(district), "13 3/0/0");
    EXPECT_TRUE(verify_rollups(office.database()).whole());
    EXPECT_EQ(office.enter({{office.series, village_1, State::value, whole(1)}}, Stage::locked).written, 1) << "the stage is new";
}

OFFICE_TEST(FiguresOffice, verifying_names_the_figure_that_somebody_changed_by_hand) {
    office.enter(village_1, 120);
    office.write([&](db::Tx& tx) { tx.run("UPDATE goals_figures SET numerator = numerator + 1 WHERE depth = 2"); });
    const auto verdict = verify_rollups(office.database());
    ASSERT_EQ(verdict.wrong.size(), 1u);
    EXPECT_EQ(describe(verdict.wrong[0]), "people 2021-01-01/2021-12-31 6010000000: numerator stands 120.000001, recomputed 120");
    office.write([&](db::Tx& tx) { tx.run("DELETE FROM goals_figures WHERE depth = 0"); });
    EXPECT_EQ(verify_rollups(office.database()).wrong.size(), 2u);
}

// ---- properties: whatever is written, taken away and moved, in whatever order, the figures are those of a computation from scratch ----

namespace {

struct Kept {
    Report report;
    Stage stage{};
};

// All that is known of values, and figures computed from it in the plainest way: a number counts unless a finer one lies in its area.
class Model {
  public:
    std::map<AreaId, Kept> values;

    Summary summary(AreaId area, areas::Level asked) const {
        Summary all;
        std::map<AreaId, bool> heard;
        for (auto it = values.lower_bound(area); it != values.end() && it->first <= base::last_of(area); ++it) {
            if (!has_number(it->second) || has_finer(it->first)) continue;
            all = combine(all, {1, 0, 0, 0, it->second.report.numerator, it->second.report.denominator.value_or(base::Decimal{}),
                                it->second.report.numerator, it->second.report.numerator});
            if (const auto around = at_level(it->first, asked)) heard[*around] = true;
        }
        for (auto it = values.lower_bound(area); it != values.end() && it->first <= base::last_of(area); ++it) {
            if (!counts(it->second.stage) || areas::level_of(it->first) != asked || heard.contains(it->first)) continue;
            all.not_asked += it->second.report.state == State::not_asked;
            all.not_applicable += it->second.report.state == State::not_applicable;
        }
        for (const auto& [around, yes] : heard) all.reported += area <= around;
        return all;
    }

  private:
    static bool has_number(const Kept& value) { return counts(value.stage) && value.report.state == State::value; }
    bool has_finer(AreaId area) const {
        return std::any_of(values.upper_bound(area), values.upper_bound(base::last_of(area)),
                           [](const auto& entry) { return has_number(entry.second); });
    }
    static std::optional<AreaId> at_level(AreaId area, areas::Level asked) {
        std::optional<AreaId> up = area;
        while (up && areas::level_of(*up) != asked) up = areas::parent_of(*up);
        return up;
    }
};

// Few enough areas that writes meet.
AreaId some_area(std::mt19937& dice) {
    const auto up_to = [&](std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(dice); };
    std::int64_t id = 0;
    const auto depth = up_to(9);
    if (depth > 0) id += (1 + up_to(1)) * 1'000'000'000;
    if (depth > 1) id += (1 + up_to(1)) * 10'000'000;
    if (depth > 2) id += (1 + up_to(1)) * 100'000;
    if (depth > 3) id += (1 + up_to(1)) * 1'000;
    if (depth > 4) id += up_to(3) == 0 ? 101 + up_to(1) : 1 + up_to(3);
    return {id};
}

Report some_report(std::mt19937& dice) {
    const auto state = std::uniform_int_distribution<int>(0, 5)(dice);
    if (state < 2) return {state == 0 ? State::not_asked : State::not_applicable, {}, {}};
    Report report{State::value, {std::uniform_int_distribution<std::int64_t>(-5'000'000, 90'000'000)(dice)}, {}};
    if (state > 3) report.denominator = {std::uniform_int_distribution<std::int64_t>(0, 9'000'000)(dice)};
    return report;
}

void write_something(FiguresOffice& office, Model& model, std::mt19937& dice) {
    const auto stage = static_cast<Stage>(std::uniform_int_distribution<int>(0, 3)(dice));
    std::map<AreaId, Report> reports;
    for (int i = std::uniform_int_distribution<int>(1, 12)(dice); i > 0; --i) reports[some_area(dice)] = some_report(dice);
    std::vector<NewValue> values;
    values.reserve(reports.size());
    for (const auto& [area, report] : reports) values.push_back({office.series, area, report.state, report.numerator, report.denominator});
    office.enter(values, stage);
    for (const auto& [area, report] : reports)
        if (const auto known = model.values.find(area); known == model.values.end() || known->second.stage != Stage::locked)
            model.values[area] = {report, stage};
}

void remove_something(FiguresOffice& office, Model& model, std::mt19937& dice) {
    std::vector<AreaId> areas;
    for (const auto& [area, kept] : model.values)
        if (std::uniform_int_distribution<int>(0, 4)(dice) == 0) areas.push_back(area);
    office.write([&](db::Tx& tx) { remove(tx, office.series, areas); });
    for (const auto area : areas)
        if (model.values[area].stage != Stage::locked) model.values.erase(area);
}

void move_something(FiguresOffice& office, Model& model, std::mt19937& dice) {
    const auto area = some_area(dice);
    const auto stage = static_cast<Stage>(std::uniform_int_distribution<int>(0, 3)(dice));
    office.write([&](db::Tx& tx) { set_stage(tx, office.series, area, stage); });
    for (auto it = model.values.lower_bound(area); it != model.values.end() && it->first <= base::last_of(area); ++it)
        it->second.stage = stage;
}

void expect_same(FiguresOffice& office, const Model& model, areas::Level asked) {
    std::map<AreaId, Summary> stands;
    auto lease = office.database().read();
    for (int depth = 0; depth < depth_of_places; ++depth) {
        const Range all{office.series, {0}, {9'999'999'999}};
        for (const auto& row : list_figure_rows(*lease, depth, {&all, 1})) stands[row.area_id] = row;
    }
    std::map<AreaId, Summary> wanted;
    for (const auto& [area, kept] : model.values)
        for (std::optional<AreaId> up = area; up; up = areas::parent_of(*up))
            if (const auto summary = model.summary(*up, asked); depth_of(*up) < depth_of_places && summary != Summary{})
                wanted[*up] = summary;
    EXPECT_EQ(stands, wanted);
}

void live_through(FiguresOffice& office, areas::Level asked, unsigned seed) {
    std::mt19937 dice(seed);
    Model model;
    office.write([&](db::Tx& tx) {
        office.indicator = create_plain(tx, "asked-" + std::to_string(static_cast<int>(asked)), asked);
        office.series = get_series(tx, office.indicator, year_2564, "");
    });
    for (int step = 0; step < 40; ++step) {
        const auto kind = std::uniform_int_distribution<int>(0, 9)(dice);
        (kind < 6 ? write_something : kind < 8 ? remove_something : move_something)(office, model, dice);
        if (step % 8 == 7) expect_same(office, model, asked);
    }
    expect_same(office, model, asked);
}

}  // namespace

OFFICE_TEST(FiguresOffice, whatever_is_written_taken_away_and_moved_the_figures_are_those_of_a_computation_from_scratch) {
    for (const auto asked :
         {areas::Level::village, areas::Level::community, areas::Level::subdistrict, areas::Level::province, areas::Level::country}) {
        SCOPED_TRACE(static_cast<int>(asked));
        live_through(office, asked, 2564 + static_cast<unsigned>(asked));
    }
    const auto verdict = verify_rollups(office.database());
    for (const auto& wrong : verdict.wrong) ADD_FAILURE() << describe(wrong);
    EXPECT_EQ(verdict.series, 6);
    EXPECT_GT(verdict.figures, 50);
}

OFFICE_TEST(FiguresOffice, the_order_of_writes_never_shows) {
    std::mt19937 dice(2567);
    std::map<AreaId, Report> reports;
    for (int i = 0; i < 60; ++i) reports[some_area(dice)] = some_report(dice);
    std::vector<std::pair<AreaId, Report>> shuffled(reports.begin(), reports.end());
    std::map<AreaId, Summary> first;
    for (int round = 0; round < 3; ++round) {
        office.write([&](db::Tx& tx) {
            const base::ReportingPeriod year{base::PeriodKind::year, {2001 + round, 1, 1}, {2001 + round, 12, 31}};
            office.series = get_series(tx, office.indicator, year, "");
        });
        std::ranges::shuffle(shuffled, dice);
        for (const auto& [area, report] : shuffled)
            office.enter({{office.series, area, report.state, report.numerator, report.denominator}});
        std::map<AreaId, Summary> figures;
        auto lease = office.database().read();
        for (int depth = 0; depth < depth_of_places; ++depth) {
            const Range all{office.series, {0}, {9'999'999'999}};
            for (const auto& row : list_figure_rows(*lease, depth, {&all, 1})) figures[row.area_id] = row;
        }
        if (round == 0) first = figures;
        EXPECT_EQ(figures, first);
    }
}

// ---- killed in the middle ----

namespace {

constexpr int chunk_size = 300;

// Values of one entry: villages of thirty subdistricts.
std::vector<NewValue> chunk_of(SeriesId series, std::int64_t number) {
    std::vector<NewValue> values;
    values.reserve(chunk_size);
    for (std::int64_t i = 0; i < chunk_size; ++i)
        values.push_back({series, {6'010'101'000 + i / 10 * 1'000 + i % 10 + 1}, State::value, whole(number * 1'000 + i)});
    return values;
}

// The victim: writes chunk after chunk, each with other numbers in the same villages, until it is killed.
[[noreturn]] void write_until_killed(const db::Address& address, SeriesId series) {
    const auto database = db::Database::open(address, {}, db::testing::Fresh::system_clock());
    for (std::int64_t number = 1;; ++number)
        database->write(
            [&](db::Tx& tx) { store(tx, insert_entry(tx, {.by = {}, .source = "victim"}), Stage::approved, chunk_of(series, number)); });
}

}  // namespace

EACH_ENGINE(KilledStore, leaves_whole_chunks_only_and_figures_that_agree) {
    db::testing::Fresh database(engine,
                                {journal::migrations(), records::migrations(), imports::migrations(), areas::migrations(), migrations()});
    const auto series =
        database->write([&](db::Tx& tx) { return get_series(tx, create_plain(tx, "people", areas::Level::village), year_2564, ""); });
    std::mt19937 dice{std::random_device{}()};
    for (int kills = 0; kills < 6; ++kills) {
        const pid_t victim = fork();
        if (victim == 0) write_until_killed(database.address(), series);
        std::this_thread::sleep_for(std::chrono::milliseconds(150 + 60 * kills + dice() % 150));
        kill(victim, SIGKILL);
        waitpid(victim, nullptr, 0);
        // All values are of the last entry that stands.
        EXPECT_LE(database->read()->one<std::int64_t>("SELECT count(DISTINCT entry_id) FROM goals_values"), 1);
        const auto verdict = verify_rollups(*database);
        for (const auto& wrong : verdict.wrong) ADD_FAILURE() << describe(wrong);
    }
    EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM goals_values"), chunk_size);
    EXPECT_GT(database->read()->one<std::int64_t>("SELECT count(*) FROM goals_entries"), 6);
}

}  // namespace goals
