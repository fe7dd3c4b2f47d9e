#include "goals/values/import.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <memory>
#include <thread>

#include "goals/figures/figure.hpp"
#include "goals/goals.hpp"
#include "goals/rollup/series.hpp"
#include "journal/journal.hpp"
#include "support/office.hpp"

namespace goals {

namespace {

constexpr base::Date today{2026, 11, 22};

struct Country : support::Office {
    explicit Country(db::Engine engine) : Office(engine, {{areas::migrations()}, {goals::migrations()}}) {
        areas::plant_tree(database(), today);
    }

    ValuesTally import(const std::string& rows, Unknown unknown = Unknown::create) {
        wrong.clear();
        const auto text = "indicator,area,period,value\n" + rows;
        return import_values(
            database(), {.by = {}, .source = "test.csv", .file_hash = "", .today = today, .unknown = unknown},
            [&] { return LineReader(text); }, [this](const base::WrongRow& row) { wrong.push_back(row); });
    }

    Figure figure(std::string_view code, std::string_view area, int year) {
        auto lease = database().read();
        return get_figure(*lease, *find_indicator(*lease, code), areas::find(*lease, area)->id,
                          base::period_around({year, 1, 1}, base::PeriodKind::year));
    }
    std::int64_t events() { return journal::count_unsealed(*database().read()) + journal::last_sequence(*database().read()); }

    std::vector<base::WrongRow> wrong;
};

// The whole tree takes its time: one for each engine, and each test has indicators of its own.
Country& country_on(db::Engine engine) {
    static std::map<db::Engine, std::unique_ptr<Country>> countries;
    auto& country = countries[engine];
    if (!country) country = std::make_unique<Country>(engine);
    return *country;
}

// A row for each of these subdistricts, as many as there are wanted.
std::string rows_of(Country& country, std::string_view indicator, std::string_view value, std::size_t many) {
    std::string rows;
    std::size_t count = 0;
    for (const auto& [code, life] : areas::list_lives(*country.database().read())) {
        if (areas::level_of(life.id) != areas::Level::subdistrict || life.begins_on || life.ends_on || count == many) continue;
        rows.append(indicator).append(",").append(code).append(",2564,").append(value).append("\n");
        ++count;
    }
    return rows;
}

}  // namespace

EACH_ENGINE(ImportValues, what_comes_in_is_in_the_figure_of_the_nation_at_once) {
    auto& country = country_on(engine);
    const auto tally = country.import("a.people,800121,2564,12943\na.people,800101,2564,100\na.people,650101,2021,7\n");
    EXPECT_EQ(tally.rows, 3);
    EXPECT_EQ(tally.written, 3);
    EXPECT_EQ(tally.refused, 0);
    EXPECT_EQ(tally.created, std::vector<std::string>{"a.people"});
    EXPECT_EQ(country.figure("a.people", "80", 2021).value, base::whole(13'043));
    EXPECT_EQ(country.figure("a.people", "th", 2021).value, base::whole(13'050));
    EXPECT_EQ(country.figure("a.people", "th", 2021).reported, 3);
}

EACH_ENGINE(ImportValues, the_same_file_twice_changes_nothing) {
    auto& country = country_on(engine);
    country.import("b.people,800121,2564,5\nb.people,800101,2564,6\n");
    const auto before = country.events();
    const auto again = country.import("b.people,800121,2564,5\nb.people,800101,2564,6\n");
    EXPECT_EQ(again.written, 0);
    EXPECT_EQ(again.unchanged, 2);
    EXPECT_EQ(country.events(), before);
    EXPECT_EQ(country.import("b.people,800121,2564,8\nb.people,800101,2564,6\n").written, 1);
    EXPECT_EQ(country.figure("b.people", "th", 2021).value, base::whole(14));
}

EACH_ENGINE(ImportValues, wrong_rows_are_named_and_the_others_come_in) {
    auto& country = country_on(engine);
    const auto tally = country.import("c.people,999999,2564,1\nc.people,800121,2564,\nc.people,800121,2564,3\nc.people,500306,2564,1\n");
    EXPECT_EQ(tally.written, 1);
    EXPECT_EQ(tally.refused, 3);
    EXPECT_EQ(tally.reasons.at("unknown_area"), 1);
    ASSERT_EQ(country.wrong.size(), 3u);
    EXPECT_EQ(country.wrong[0].line, 2);
    EXPECT_EQ(country.wrong[1].code, "value_missing");
    EXPECT_EQ(country.wrong[2].code, "area_not_there_then");
    EXPECT_EQ(country.figure("c.people", "th", 2021).value, base::whole(3));
}

EACH_ENGINE(ImportValues, unknown_indicators_are_made_on_wish_only_and_never_of_digits) {
    auto& country = country_on(engine);
    const std::string rows = "d.people,TH,2564,3\nd.people,80,2564,1\n800121,800121,2564,1\n";
    EXPECT_EQ(country.import(rows, Unknown::refuse).reasons.at("unknown_indicator"), 3);
    const auto made = country.import(rows);
    EXPECT_EQ(made.created, std::vector<std::string>{"d.people"});
    EXPECT_EQ(made.refused, 1);
    EXPECT_EQ(find_indicator(*country.database().read(), "d.people")->level, areas::Level::province);
    EXPECT_EQ(country.figure("d.people", "th", 2021).value, base::whole(1));
}

EACH_ENGINE(ImportValues, a_long_table_comes_in_by_chunks_with_one_event_each) {
    auto& country = country_on(engine);
    const auto rows = rows_of(country, "e.people", "1", 7'000) + rows_of(country, "e.households", "2", 7'000);
    country.import("e.people,th,2563,1\ne.households,th,2563,1\n");
    const auto before = country.events();
    EXPECT_EQ(country.import(rows).written, 14'000);
    EXPECT_EQ(country.events(), before + 2);
    EXPECT_EQ(country.figure("e.people", "th", 2021).value, base::whole(7'000));
    EXPECT_EQ(country.figure("e.households", "th", 2021).value, base::whole(14'000));
}

EACH_ENGINE(ImportValues, where_a_sum_would_not_fit_the_values_to_blame_are_refused) {
    auto& country = country_on(engine);
    const auto tally = country.import(rows_of(country, "f.baht", "1000000000000", 11) + "f.people,800121,2564,1\n");
    EXPECT_EQ(tally.written + tally.refused, 12);
    EXPECT_GE(tally.refused, 1);
    EXPECT_EQ(tally.reasons.at("sum_too_large"), tally.refused);
    EXPECT_EQ(country.figure("f.people", "th", 2021).value, base::whole(1));
}

EACH_ENGINE(ImportValues, what_is_locked_is_not_written_over) {
    auto& country = country_on(engine);
    country.import("g.people,800121,2564,5\n");
    country.write([&](db::Tx& tx) {
        const auto year = base::period_around({2021, 1, 1}, base::PeriodKind::year);
        set_stage(tx, get_series(tx, find_indicator(tx, "g.people")->id, year, ""), {0}, Stage::locked);
    });
    const auto tally = country.import("g.people,800121,2564,6\ng.people,800101,2564,1\n");
    EXPECT_EQ(tally.written, 1);
    EXPECT_EQ(tally.reasons.at("value_locked"), 1);
    EXPECT_EQ(country.wrong.at(0).line, 2);
    EXPECT_EQ(country.figure("g.people", "th", 2021).value, base::whole(6));
}

EACH_ENGINE(ImportValues, a_table_without_its_columns_brings_nothing) {
    auto& country = country_on(engine);
    std::string text = "area,value\n800121,1\n";
    const auto tally = import_values(
        country.database(), {.by = {}, .source = "", .file_hash = "", .today = today, .unknown = Unknown::create},
        [&] { return LineReader(text); }, [](const base::WrongRow&) {});
    EXPECT_EQ(tally.missing_columns, (std::vector<std::string>{"indicator", "period"}));
    EXPECT_EQ(tally.rows, 0);
}

EACH_ENGINE(ImportValues, two_tables_of_the_same_areas_that_come_in_at_once_take_turns_and_the_last_word_of_each_area_stands) {
    auto& country = country_on(engine);
    country.write([](db::Tx& tx) { create_plain(tx, "contested", areas::Level::subdistrict); });
    const auto bring_in = [&](const std::string& rows) {
        const auto tally = import_values(
            country.database(), {.by = {}, .source = "test.csv", .file_hash = "", .today = today, .unknown = Unknown::refuse},
            [&] { return LineReader(rows); }, [](const base::WrongRow&) {});
        EXPECT_EQ(tally.refused, 0);
    };
    const std::string heading = "indicator,area,period,value\n";
    const auto ones = heading + rows_of(country, "contested", "1", 3'000);
    const auto thousands = heading + rows_of(country, "contested", "1000", 3'000);
    {
        const std::jthread first(bring_in, ones);
        const std::jthread second(bring_in, thousands);
    }
    const auto figure = country.figure("contested", "th", 2021);
    EXPECT_EQ(figure.reported, 3'000);
    EXPECT_TRUE(figure.value == base::whole(3'000) || figure.value == base::whole(3'000'000)) << base::to_text(*figure.value);
    EXPECT_TRUE(verify_rollups(country.database()).whole());
}

// ---- killed in the middle ----

namespace {

constexpr int killed_years = 60;
constexpr int killed_villages = 400;

// A village after the other with all its years: two chunks and a bit.
std::string table_of_villages(db::Database& database) {
    std::string table;
    database.write([&](db::Tx& tx) {
        table = "indicator,area,period,value\n";
        create_plain(tx, "households", areas::Level::village);
        for (int number = 0; number < killed_villages; ++number) {
            const base::AreaId id{6'010'101'001 + number / 10 * 1'000 + number % 10};
            tx.run(
                "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
                " search_key_en, consonants) VALUES ($1, $1, $2, 'village', $2, $2, 'none', '2021-12-31', $3, 1, $3, $3, $3)",
                id, std::to_string(id.value), db::Blob{std::to_string(id.value)});
            for (int year = 1; year <= killed_years; ++year)
                table += "households," + std::to_string(id.value) + "," + std::to_string(2'500 + year) + "," +
                         std::to_string(number * year) + "\n";
        }
    });
    return table;
}

ValuesTally bring_in(db::Database& database, const std::string& table) {
    return import_values(
        database, {.by = {}, .source = "test.csv", .file_hash = "", .today = today, .unknown = Unknown::refuse},
        [&] { return LineReader(table); }, [](const base::WrongRow&) {});
}

[[noreturn]] void bring_in_until_killed(const db::Address& address, const std::string& table) {
    bring_in(*db::Database::open(address, {}, db::testing::Fresh::system_clock()), table);
    std::this_thread::sleep_for(std::chrono::hours(1));
    std::abort();
}

}  // namespace

EACH_ENGINE(KilledImport, leaves_whole_chunks_with_their_events_and_the_same_table_brings_the_rest) {
    db::testing::Fresh database(engine,
                                {journal::migrations(), records::migrations(), imports::migrations(), areas::migrations(), migrations()});
    const auto table = table_of_villages(*database);
    const auto before = journal::count_unsealed(*database->read());
    for (int kills = 1; kills <= 3; ++kills) {
        const pid_t victim = fork();
        if (victim == 0) bring_in_until_killed(database.address(), table);
        std::this_thread::sleep_for(std::chrono::milliseconds(150 * kills));
        kill(victim, SIGKILL);
        waitpid(victim, nullptr, 0);
        const auto stood = database->read()->one<std::int64_t>("SELECT count(*) FROM goals_values");
        EXPECT_TRUE(stood % 10'000 == 0 || stood == killed_years * killed_villages) << stood;
        EXPECT_EQ(journal::count_unsealed(*database->read()) - before, (stood + 9'999) / 10'000) << "one a chunk";
        EXPECT_TRUE(verify_rollups(*database).whole());
    }
    const auto tally = bring_in(*database, table);
    EXPECT_EQ(tally.written + tally.unchanged, killed_years * killed_villages);
    EXPECT_EQ(tally.refused, 0);
    EXPECT_TRUE(verify_rollups(*database).whole());
}

}  // namespace goals
