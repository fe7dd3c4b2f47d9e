// Values of every village of the country, and what it takes to have each area's figure at once: see bench/README.md.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "base/time.hpp"
#include "db/db.hpp"
#include "goals/goals.hpp"
#include "journal/journal.hpp"
#include "records/records.hpp"

namespace {

using Steady = std::chrono::steady_clock;

struct Plan {
    std::size_t villages = 75'274;
    std::size_t indicators = 31;
    int years = 5;
    std::size_t chunk = 10'000;
    int questions = 20'000;
    bool by_indicator = false;
    std::string folder = ".";
    std::string postgres;
};

double seconds_since(Steady::time_point start) {
    return std::chrono::duration<double>(Steady::now() - start).count();
}

struct Spread {
    double p50 = 0;
    double p99 = 0;
    double most = 0;
};
Spread spread_of(std::vector<double> taken) {
    if (taken.empty()) return {};
    std::ranges::sort(taken);
    const auto at = [&](double part) { return taken[static_cast<std::size_t>(static_cast<double>(taken.size() - 1) * part)]; };
    return {at(0.5), at(0.99), taken.back()};
}

// Villages spread over the subdistricts that stand.
std::vector<base::AreaId> plant_villages(db::Database& database, std::size_t wanted) {
    areas::plant_tree(database, {2026, 1, 1});
    const auto subdistricts =
        database.read()->all<base::AreaId>("SELECT id FROM areas_areas WHERE level = 'subdistrict' AND valid_to IS NULL ORDER BY id");
    std::vector<base::AreaId> villages;
    villages.reserve(wanted);
    for (std::size_t i = 0; i < wanted; ++i)
        villages.push_back({subdistricts[i % subdistricts.size()].value + 1 + static_cast<std::int64_t>(i / subdistricts.size())});
    std::ranges::sort(villages);
    database.write([&](db::Tx& tx) {
        for (const auto village : villages)
            tx.run(
                "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
                " search_key_en, consonants) VALUES ($1, $1, $2, 'village', '', '', 'none', '2021-12-31', $3, 1, $3, $3, $3)"
                " ON CONFLICT DO NOTHING",
                village, std::to_string(village.value), db::Blob{});
    });
    return villages;
}

// One indicator of one year.
struct Asked {
    goals::Indicator indicator;
    base::ReportingPeriod year;
    goals::SeriesId series;
};

std::vector<Asked> make_series(db::Database& database, const Plan& plan) {
    std::vector<Asked> all;
    for (std::size_t number = 0; number < plan.indicators; ++number)
        database.write([&](db::Tx& tx) {
            const auto code = fmt::format("bench{}", number);
            if (!goals::find_indicator(tx, code)) goals::create_plain(tx, code, areas::Level::village);
            const auto indicator = *goals::find_indicator(tx, code);
            for (int year = 0; year < plan.years; ++year) {
                const auto period = base::period_around({2017 + year, 1, 1}, base::PeriodKind::year);
                all.push_back({indicator, period, goals::get_series(tx, indicator.id, period, "")});
            }
        });
    std::ranges::sort(all, {}, &Asked::series);
    return all;
}

class Bench {
  public:
    Bench(std::string engine, const db::Address& address, const Plan& plan)
        : engine_(std::move(engine)), plan_(plan), database_(db::Database::open(address, {}, clock_)) {
        database_->migrate(
            db::together({journal::migrations(), records::migrations(), imports::migrations(), areas::migrations(), goals::migrations()}));
        villages_ = plant_villages(*database_, plan.villages);
        series_ = make_series(*database_, plan);
    }

    void run() {
        const auto import = import_all();
        const auto tile = ask(villages_.size());
        const auto nation = ask(0);
        const auto write = write_one_by_one();
        const auto start = Steady::now();
        const auto verdict = goals::verify_rollups(*database_);
        fmt::print("{:<9} {:>10} {:>10.0f} {:>8.1f} {:>8.1f} {:>8.2f} {:>8.2f} {:>8.2f} {:>8.2f} {:>8.1f} {:>8.1f} {:>8.1f} {:>8.0f}  {}\n",
                   engine_, villages_.size() * series_.size(), import, neighbour_.p50, neighbour_.most, tile.p50, tile.p99, nation.p50,
                   nation.p99, write.p50, write.most, seconds_since(start), static_cast<double>(db::size_bytes(*database_->read())) / 1e6,
                   verdict.whole() ? "equal" : "NOT EQUAL");
    }

  private:
    // Values a second; meanwhile somebody else enters one value after the other.
    double import_all() {
        std::vector<double> waits;
        const auto start = Steady::now();
        {
            const std::jthread neighbour([&](const std::stop_token& stop) { waits = write_beside(stop); });
            std::vector<goals::NewValue> chunk;
            for (std::size_t i = 0; i < villages_.size() * series_.size(); ++i) {
                chunk.push_back(value_at(i));
                if (chunk.size() == plan_.chunk) store(chunk);
            }
            store(chunk);
        }
        neighbour_ = spread_of(waits);
        return static_cast<double>(villages_.size() * series_.size()) / seconds_since(start);
    }

    // As files have them: a village after the other with all that is known of it, or an indicator after the other.
    goals::NewValue value_at(std::size_t i) const {
        const auto village = plan_.by_indicator ? i % villages_.size() : i / series_.size();
        const auto series = plan_.by_indicator ? i / villages_.size() : i % series_.size();
        return {series_[series].series, villages_[village], goals::State::value, base::whole(static_cast<std::int64_t>(i * 7919 % 997))};
    }

    void store(std::vector<goals::NewValue>& chunk) {
        if (chunk.empty()) return;
        std::ranges::sort(chunk, {}, [](const goals::NewValue& value) { return std::pair(value.series, value.area); });
        database_->write([&](db::Tx& tx) {
            const auto entry = goals::insert_entry(tx, {.by = {}, .source = "bench"});
            goals::store(tx, entry, goals::Stage::approved, chunk);
        });
        chunk.clear();
        goals::let_others_in(*database_);
    }

    // Ten a second, until told to stop; how long each took, in milliseconds.
    std::vector<double> write_beside(const std::stop_token& stop) {
        std::vector<double> waits;
        const auto beside = database_->write([&](db::Tx& tx) {
            return goals::get_series(tx, series_.front().indicator.id, base::period_around({2030, 1, 1}, base::PeriodKind::year), "");
        });
        for (std::int64_t number = 0; !stop.stop_requested(); ++number) {
            const auto start = Steady::now();
            write_value({beside, villages_.front(), goals::State::value, base::whole(number)});
            waits.push_back(seconds_since(start) * 1e3);
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return waits;
    }

    void write_value(const goals::NewValue& value) {
        database_->write([&](db::Tx& tx) {
            goals::store(tx, goals::insert_entry(tx, {.by = {}, .source = "bench"}), goals::Stage::approved, {&value, 1});
        });
    }

    // Any area of any depth, or (0) the nation alone; in milliseconds.
    Spread ask(std::size_t choice) {
        std::mt19937 dice(2564);
        std::vector<double> taken;
        for (int i = 0; i < (choice > 0 ? plan_.questions : plan_.questions / 100); ++i) {
            const auto& asked = series_[dice() % series_.size()];
            auto area = choice > 0 ? villages_[dice() % villages_.size()] : base::AreaId{};
            for (auto up = dice() % 6; up > 0; --up) area = areas::parent_of(area).value_or(area);
            const auto start = Steady::now();
            const auto figure = goals::get_figure(*database_->read(), asked.indicator, area, asked.year);
            taken.push_back(seconds_since(start) * 1e3);
            if (!figure.value) throw std::runtime_error("a figure is missing");
        }
        return spread_of(std::move(taken));
    }

    // From the beginning of the write until the nation's figure has it; in milliseconds.
    Spread write_one_by_one() {
        std::vector<double> taken;
        const auto& asked = series_.front();
        for (std::int64_t number = 0; number < 200; ++number) {
            const auto before = goals::get_figure(*database_->read(), asked.indicator, {}, asked.year).value->value;
            const auto start = Steady::now();
            write_value({asked.series, villages_.front(), goals::State::value, base::whole(1'000 + number)});
            const auto after = goals::get_figure(*database_->read(), asked.indicator, {}, asked.year).value->value;
            taken.push_back(seconds_since(start) * 1e3);
            if (after == before) throw std::runtime_error("the nation's figure did not change");
        }
        return spread_of(std::move(taken));
    }

    base::SystemClock clock_;
    std::string engine_;
    const Plan& plan_;
    std::unique_ptr<db::Database> database_;
    std::vector<base::AreaId> villages_;
    std::vector<Asked> series_;
    Spread neighbour_;
};

std::string setting(const std::string& postgres) {
    const base::SystemClock clock;
    return db::Database::open(db::Address::parse(postgres), {}, clock)
        ->read()
        ->one<std::string>(
            "/* postgres */ SELECT 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync') ||"
            " ', shared_buffers ' || current_setting('shared_buffers')");
}

double load() {
    double one = 0;
    return getloadavg(&one, 1) == 1 ? one : -1;
}

void measure_all(const Plan& plan) {
    fmt::print("{} villages x {} indicators x {} years, {} after the other, chunks of {}; {} cores, load before {:.1f}; {}\n",
               plan.villages, plan.indicators, plan.years, plan.by_indicator ? "an indicator" : "a village", plan.chunk,
               std::thread::hardware_concurrency(), load(),
               plan.postgres.empty() ? "PostgreSQL: not run, no --postgres ADDRESS" : setting(plan.postgres));
    fmt::print("{:<9} {:>10} {:>10} {:>17} {:>17} {:>17} {:>17} {:>8} {:>8}  {}\n", "", "values", "stored/s", "neighbour ms p50,max",
               "tile ms p50,p99", "nation ms p50,p99", "to nation ms p50,max", "verify s", "MB", "recomputed");
    const auto file = std::filesystem::path(plan.folder) / "bench_rollup.db";
    const auto remove = [&] {
        for (const char* suffix : {"", "-wal", "-shm", "-slots"}) std::filesystem::remove(file.string() + suffix);
    };
    remove();
    Bench("embedded", {db::Engine::sqlite, file.string()}, plan).run();
    remove();
    if (!plan.postgres.empty()) Bench("postgres", db::Address::parse(plan.postgres), plan).run();
}

}  // namespace

int main(int count, char** values) {
    Plan plan;
    CLI::App command("Values of every village: stored a second, asked for at every level, verified.");
    command.add_option("--villages", plan.villages);
    command.add_option("--indicators", plan.indicators);
    command.add_option("--years", plan.years);
    command.add_option("--chunk", plan.chunk, "values a transaction")->check(CLI::Range(1, 10'000));
    command.add_option("--questions", plan.questions);
    command.add_flag("--by-indicator", plan.by_indicator, "in the order of a file that has one indicator after the other");
    command.add_option("--folder", plan.folder, "where the embedded database lies meanwhile");
    command.add_option("--postgres", plan.postgres, "an empty database");
    CLI11_PARSE(command, count, values);
    measure_all(plan);
}
