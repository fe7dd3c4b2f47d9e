// Values of every village of the country, and what it takes to have each area's figure at once: see bench/README.md. Run by bench/rollup.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
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

enum class Order : std::uint8_t { village, indicator };

struct Plan {
    std::size_t villages = 75'274;
    std::size_t indicators = 31;
    int years = 5;
    int questions = 2'000;
    bool by_indicator = false;
    bool is_rest = false;  // an import was killed here: verify what stands, and bring in the rest
    std::string database;
    std::string csv;      // for others: the table of values
    std::string areas;    // and its villages
    std::string answers;  // and what was answered to what

    [[nodiscard]] std::size_t values() const { return villages * indicators * static_cast<std::size_t>(years); }
};

constexpr int first_year = 1990;
constexpr int buddhist = 543;
constexpr std::string_view heading = "indicator,area,period,value\n";
constexpr int years_a_file = 5;  // a survey's round; what is more comes in file after file

double seconds_since(Steady::time_point start) {
    return std::chrono::duration<double>(Steady::now() - start).count();
}

// "p50, p99, most", in milliseconds.
std::string spread_of(std::vector<double> taken) {
    if (taken.empty()) taken.push_back(0);
    std::ranges::sort(taken);
    const auto at = [&](double part) { return taken[static_cast<std::size_t>(static_cast<double>(taken.size() - 1) * part)]; };
    return fmt::format("[{:.3f},{:.3f},{:.3f}]", at(0.5), at(0.99), taken.back());
}

// Of this process so far; with PostgreSQL its backends have their own.
double most_memory_mb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
    return 0;
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
                " search_key_en, consonants) VALUES ($1, $1, $2, 'village', '', '', 'none', '1980-12-31', $3, 1, $3, $3, $3)"
                " ON CONFLICT DO NOTHING",
                village, std::to_string(village.value), db::Blob{});
    });
    return villages;
}

std::vector<goals::Indicator> make_indicators(db::Database& database, std::size_t wanted) {
    std::vector<goals::Indicator> all;
    all.reserve(wanted);
    for (std::size_t number = 0; number < wanted; ++number)
        all.push_back(database.write([&](db::Tx& tx) {
            const auto code = fmt::format("bench{}", number);
            if (!goals::find_indicator(tx, code)) goals::create_plain(tx, code, areas::Level::village);
            return *goals::find_indicator(tx, code);
        }));
    return all;
}

base::ReportingPeriod year_at(int year) {
    return base::period_around({first_year + year, 1, 1}, base::PeriodKind::year);
}

// The table that comes in, as an office would have it: a village after the other with all that is known of it, or an indicator after the
// other. Written while it is read: 100 million lines lie nowhere.
class Table {
  public:
    Table(const Plan& plan, const std::vector<base::AreaId>& villages, int year)
        : villages_(villages), order_(plan.by_indicator ? Order::indicator : Order::village), indicators_(plan.indicators), year_(year) {
        years_ = static_cast<std::size_t>(std::min(years_a_file, plan.years - year));
        text_ = heading;
    }

    std::size_t operator()(std::span<char> space) {
        const auto all = villages_.size() * indicators_ * years_;
        while (text_.size() < space.size() && next_ < all) add(next_++);
        const auto size = std::min(space.size(), text_.size());
        std::copy_n(text_.begin(), size, space.begin());
        text_.erase(0, size);
        return size;
    }
    [[nodiscard]] std::size_t given() const { return next_; }

  private:
    void add(std::size_t at) {
        const auto series = indicators_ * years_;
        const auto village = order_ == Order::indicator ? at % villages_.size() : at / series;
        const auto place = order_ == Order::indicator ? at / villages_.size() : at % series;
        fmt::format_to(std::back_inserter(text_), "bench{},{},{},{}\n", place / years_, villages_[village].value,
                       first_year + year_ + static_cast<int>(place % years_) + buddhist, number_at(village, place));
    }
    [[nodiscard]] std::size_t number_at(std::size_t village, std::size_t place) const {
        return (village * 7'919 + place * 104'729 + static_cast<std::size_t>(year_)) % 997;
    }

    const std::vector<base::AreaId>& villages_;
    Order order_;
    std::size_t indicators_;
    int year_;
    std::size_t years_{};
    std::size_t next_ = 0;
    std::string text_;
};

class Bench {
  public:
    explicit Bench(const Plan& plan) : plan_(plan), database_(db::Database::open(db::Address::parse(plan.database), {}, clock_)) {
        database_->migrate(
            db::together({journal::migrations(), records::migrations(), imports::migrations(), areas::migrations(), goals::migrations()}));
        villages_ = plant_villages(*database_, plan.villages);
        indicators_ = make_indicators(*database_, plan.indicators);
    }

    void run() {
        if (!plan_.areas.empty()) write_areas();
        if (plan_.is_rest) verify("killed");
        import_all();
        const auto tile = spread_of(ask_tiles());
        const auto nation = spread_of(ask_nation());
        const auto page = spread_of(ask_pages());
        const auto write = spread_of(write_one_by_one());
        verify("verify");
        fmt::print("{},\"tile_ms\":{},\"nation_ms\":{},\"page_ms\":{},\"write_ms\":{},\"disk_mb\":{:.1f},\"memory_mb\":{:.0f}}}\n", told_,
                   tile, nation, page, write, static_cast<double>(db::size_bytes(*database_->read())) / 1e6, most_memory_mb());
    }

  private:
    void tell(std::string_view name, double number) { told_ += fmt::format(",\"{}\":{:.3f}", name, number); }

    // Values a second, as `lomwong import values` stores them; meanwhile somebody else enters one value after the other.
    void import_all() {
        std::vector<double> waits;
        goals::ValuesTally all;
        const auto start = Steady::now();
        {
            const std::jthread neighbour([&](const std::stop_token& stop) { waits = write_beside(stop); });
            for (int year = 0; year < plan_.years; year += years_a_file) {
                const auto tally = import_file(year);
                all.written += tally.written;
                all.unchanged += tally.unchanged;
                all.refused += tally.refused;
            }
        }
        const auto seconds = seconds_since(start);
        if (all.written + all.unchanged != static_cast<std::int64_t>(plan_.values()) || all.refused > 0)
            throw std::runtime_error(fmt::format("{} values stored, {} unchanged, {} refused", all.written, all.unchanged, all.refused));
        tell("stored", static_cast<double>(all.written));
        tell("stood", static_cast<double>(all.unchanged));
        tell("import_s", seconds);
        told_ += ",\"neighbour_ms\":" + spread_of(std::move(waits));
    }

    goals::ValuesTally import_file(int year) {
        Table table(plan_, villages_, year);
        std::ofstream csv;
        if (!plan_.csv.empty()) csv.open(plan_.csv, year == 0 ? std::ios::trunc : std::ios::app);
        std::size_t told = 0;
        auto left_out = year == 0 ? 0 : heading.size();
        const auto fill = [&](std::span<char> space) {
            const auto size = table(space);
            if (csv.is_open()) csv.write(space.data() + left_out, static_cast<std::streamsize>(size - left_out));
            left_out = 0;
            constexpr std::size_t step = 100'000;
            if (table.given() / step != told) fmt::print(stderr, "read {}\n", (told = table.given() / step) * step);
            return size;
        };
        return goals::import_values(
            *database_, {.by = {}, .source = "bench.csv", .file_hash = "", .today = {2050, 1, 1}, .unknown = goals::Unknown::refuse},
            [&] { return goals::LineReader(fill); }, [](const base::WrongRow&) {});
    }

    // Ten a second, until told to stop; how long each took.
    std::vector<double> write_beside(const std::stop_token& stop) {
        std::vector<double> waits;
        const auto beside = database_->write([&](db::Tx& tx) {
            return goals::get_series(tx, indicators_.front().id, base::period_around({2040, 1, 1}, base::PeriodKind::year), "");
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

    // Any area of any depth.
    std::vector<double> ask_tiles() {
        std::mt19937 dice(2564);
        std::vector<double> taken;
        for (int i = 0; i < plan_.questions; ++i) {
            auto area = villages_[dice() % villages_.size()];
            for (auto up = dice() % 6; up > 0; --up) area = areas::parent_of(area).value_or(area);
            taken.push_back(ask_tile("tile", indicators_[dice() % indicators_.size()], area, static_cast<int>(dice() % plan_.years)));
        }
        return taken;
    }

    std::vector<double> ask_nation() {
        std::vector<double> taken;
        for (int year = 0; year < std::min(plan_.years, years_a_file); ++year)
            for (const auto& indicator : indicators_) taken.push_back(ask_tile("nation", indicator, {}, year));
        return taken;
    }

    double ask_tile(std::string_view question, const goals::Indicator& indicator, base::AreaId area, int year) {
        const auto start = Steady::now();
        const auto figure = goals::get_figure(*database_->read(), indicator, area, year_at(year));
        const auto taken = seconds_since(start) * 1e3;
        if (!figure.value) throw std::runtime_error("a figure is missing");
        answer({question, indicator.code, area, year}, taken, {base::to_text(*figure.value)});
        return taken;
    }

    // All indicators of a year for what lies right inside an area: provinces of a region, villages of a subdistrict.
    std::vector<double> ask_pages() {
        std::mt19937 dice(2567);
        std::vector<double> taken;
        for (int i = 0; i < std::max(20, plan_.questions / 20); ++i) {
            auto area = *areas::parent_of(villages_[dice() % villages_.size()]);
            for (auto up = dice() % 4; up > 0; --up) area = areas::parent_of(area).value_or(area);
            taken.push_back(ask_page(area, static_cast<int>(dice() % plan_.years)));
        }
        return taken;
    }

    double ask_page(base::AreaId area, int year) {
        const auto start = Steady::now();
        auto lease = database_->read();
        std::vector<base::AreaId> inside;
        std::ranges::transform(areas::list_inside(*lease, area), std::back_inserter(inside), &areas::Area::id);
        std::vector<std::vector<goals::Figure>> figures;
        figures.reserve(indicators_.size());
        for (const auto& indicator : indicators_) figures.push_back(goals::list_figures(*lease, indicator, inside, year_at(year)));
        const auto taken = seconds_since(start) * 1e3;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            std::vector<std::string> values;
            for (std::size_t k = 0; k < inside.size(); ++k)
                if (figures[i][k].value) values.push_back(fmt::format("{}={}", inside[k].value, base::to_text(*figures[i][k].value)));
            answer({"page", indicators_[i].code, area, year}, i == 0 ? taken : 0, values);
        }
        return taken;
    }

    struct Question {
        std::string_view kind;
        std::string_view indicator;
        base::AreaId area;
        int year;
    };
    // For others who are asked the same.
    void answer(const Question& asked, double taken, const std::vector<std::string>& values) {
        if (plan_.answers.empty()) return;
        if (!answers_.is_open()) answers_.open(plan_.answers);
        answers_ << fmt::format("{},{:.4f},{},{},{},{},{}\n", asked.kind, taken, asked.indicator, asked.area.value,
                                base::last_of(asked.area).value, first_year + asked.year + buddhist, fmt::join(values, " "));
    }

    void write_areas() const {
        std::ofstream file(plan_.areas);
        file << "village,subdistrict,district,province,region\n";
        for (const auto village : villages_) {
            file << village.value;
            for (auto up = areas::parent_of(village); up && up->value != 0; up = areas::parent_of(*up)) file << ',' << up->value;
            file << '\n';
        }
    }

    // From the beginning of the write until the nation's figure has it.
    std::vector<double> write_one_by_one() {
        std::vector<double> taken;
        const auto series = database_->write([&](db::Tx& tx) { return goals::get_series(tx, indicators_.front().id, year_at(0), ""); });
        for (std::int64_t number = 0; number < 200; ++number) {
            const auto before = nation_now();
            const auto start = Steady::now();
            write_value({series, villages_.front(), goals::State::value, base::whole(1'000 + number)});
            const auto after = nation_now();
            taken.push_back(seconds_since(start) * 1e3);
            if (after == before) throw std::runtime_error("the nation's figure did not change");
        }
        return taken;
    }
    base::Decimal nation_now() { return *goals::get_figure(*database_->read(), indicators_.front(), {}, year_at(0)).value; }

    void verify(std::string_view name) {
        const auto start = Steady::now();
        const auto verdict = goals::verify_rollups(*database_);
        tell(fmt::format("{}_s", name), seconds_since(start));
        tell(fmt::format("{}_figures", name), static_cast<double>(verdict.figures));
        tell(fmt::format("{}_wrong", name), static_cast<double>(verdict.wrong.size()));
    }

    base::SystemClock clock_;
    const Plan& plan_;
    std::unique_ptr<db::Database> database_;
    std::vector<base::AreaId> villages_;
    std::vector<goals::Indicator> indicators_;
    std::ofstream answers_;
    std::string told_ = "{\"bench\":\"rollup\"";
};

}  // namespace

int main(int count, char** values) {
    Plan plan;
    CLI::App command("Values of every village: stored a second, asked for at every level, verified. Tells it as one line of JSON.");
    command.add_option("--villages", plan.villages);
    command.add_option("--indicators", plan.indicators);
    command.add_option("--years", plan.years);
    command.add_option("--questions", plan.questions);
    command.add_flag("--by-indicator", plan.by_indicator, "in the order of a file that has one indicator after the other");
    command.add_flag("--rest", plan.is_rest, "an import was killed here: verify first, then bring in what is missing");
    command.add_option("--database", plan.database, "a file, or the address of a database of PostgreSQL; empty")->required();
    command.add_option("--csv", plan.csv, "writes the table that comes in, too");
    command.add_option("--areas", plan.areas, "writes the villages, and what they lie in");
    command.add_option("--answers", plan.answers, "writes what was asked and answered");
    CLI11_PARSE(command, count, values);
    Bench(plan).run();
}
