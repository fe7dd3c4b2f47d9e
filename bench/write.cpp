// How many records a second are written, each with its journal event and a durable commit, by many writers at once.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <future>
#include <iterator>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/time.hpp"
#include "db/db.hpp"
#include "journal/journal.hpp"
#include "journal/sealer.hpp"
#include "journal/verify.hpp"
#include "records/envelope.hpp"
#include "records/records.hpp"

namespace {

using Steady = std::chrono::steady_clock;

struct Plan {
    int writers = 16;
    int seconds = 5;
    int runs = 3;
    std::string folder = ".";
    std::string postgres;
};

struct Run {
    double per_second = 0;
    double p50_ms = 0;
    double p99_ms = 0;
    double longest_ms = 0;
    double seal_lag_ms = 0;  // from the last commit until every event has its place
};

// About what a short session report is.
const std::string body = R"({"title":"วงวันพุธ","text":")" + std::string(900, 'x') + "\"}";

records::RecordId write_one(db::Tx& tx) {
    const auto envelope = records::insert(tx, base::PersonId{1},
                                          {.kind = "circle",
                                           .collection = "circles",
                                           .state = records::State::published,
                                           .description = {.title = "วงเรียนรู้วันพุธ"},
                                           .audience = {.visibility = records::Visibility::public_}});
    records::set_text(tx, envelope.id, body);
    journal::record(tx, base::PersonId{1}, "circles.made", {envelope.id, envelope.version, body});
    return envelope.id;
}

double milliseconds_since(Steady::time_point start) {
    return std::chrono::duration<double, std::milli>(Steady::now() - start).count();
}

std::vector<double> write_alone_until(db::Database& database, Steady::time_point end) {
    std::vector<double> taken;
    while (Steady::now() < end) {
        const auto start = Steady::now();
        database.write(write_one);
        taken.push_back(milliseconds_since(start));
    }
    return taken;
}

std::vector<double> write_until(db::Database& database, const Plan& plan, Steady::time_point end) {
    std::vector<std::future<std::vector<double>>> writers(static_cast<std::size_t>(plan.writers));
    for (auto& writer : writers) writer = std::async(std::launch::async, write_alone_until, std::ref(database), end);
    std::vector<double> all;
    for (auto& writer : writers) std::ranges::copy(writer.get(), std::back_inserter(all));
    std::ranges::sort(all);
    return all;
}

double wait_for_seals(db::Database& database) {
    const auto start = Steady::now();
    while (database.read()->one<std::int64_t>("SELECT count(*) FROM journal_events WHERE sequence IS NULL") > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return milliseconds_since(start);
}

Run measure(db::Database& database, const Plan& plan) {
    const journal::Sealer sealer(database);
    const auto taken = write_until(database, plan, Steady::now() + std::chrono::seconds(plan.seconds));
    const auto at = [&](double part) { return taken[static_cast<std::size_t>(static_cast<double>(taken.size() - 1) * part)]; };
    return {static_cast<double>(taken.size()) / plan.seconds, at(0.5), at(0.99), taken.back(), wait_for_seals(database)};
}

void print(const std::string& engine, std::vector<Run> runs) {
    std::ranges::sort(runs, {}, &Run::per_second);
    const Run& middle = runs[runs.size() / 2];
    fmt::print("{:<10} {:>8.0f} {:>8.0f} {:>8.0f} {:>8.1f} {:>8.1f} {:>8.1f} {:>9.1f}\n", engine, runs.front().per_second,
               middle.per_second, runs.back().per_second, middle.p50_ms, middle.p99_ms, middle.longest_ms, middle.seal_lag_ms);
}

void measure_engine(const std::string& name, const db::Address& address, const Plan& plan) {
    const base::SystemClock clock;
    const auto database = db::Database::open(address, {}, clock);
    database->migrate(db::together({journal::migrations(), records::migrations()}));
    std::vector<Run> runs;
    runs.reserve(static_cast<std::size_t>(plan.runs));
    for (int run = 0; run < plan.runs; ++run) runs.push_back(measure(*database, plan));
    print(name, runs);
    const auto verdict = journal::verify(*database->read());
    fmt::print("{:<10} {} events, journal {}\n", "", verdict.events, verdict.whole() ? "whole" : "NOT WHOLE");
}

std::string setting(const std::string& postgres) {
    const base::SystemClock clock;
    return db::Database::open(db::Address::parse(postgres), {}, clock)
        ->read()
        ->one<std::string>(
            "/* postgres */ SELECT 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync')");
}

void measure_all(const Plan& plan) {
    fmt::print("{} writers, {} s a run, {} runs, {} cores; {}\n", plan.writers, plan.seconds, plan.runs,
               std::thread::hardware_concurrency(),
               plan.postgres.empty() ? "PostgreSQL: not run, no --postgres ADDRESS" : setting(plan.postgres));
    fmt::print("{:<10} {:>26} {:>8} {:>8} {:>8} {:>9}\n", "", "writes/s min median max", "p50 ms", "p99 ms", "max ms", "seal ms");
    const auto file = std::filesystem::path(plan.folder) / "bench_write.db";
    const auto remove = [&] {
        for (const char* suffix : {"", "-wal", "-shm", "-slots"}) std::filesystem::remove(file.string() + suffix);
    };
    remove();
    measure_engine("embedded", {db::Engine::sqlite, file.string()}, plan);
    remove();
    if (!plan.postgres.empty()) measure_engine("postgres", db::Address::parse(plan.postgres), plan);
}

}  // namespace

int main(int count, char** values) {
    Plan plan;
    CLI::App command("Records written a second, each with its journal event and a durable commit.");
    command.add_option("--writers", plan.writers, "at once");
    command.add_option("--seconds", plan.seconds, "a run");
    command.add_option("--runs", plan.runs);
    command.add_option("--folder", plan.folder, "where the embedded database lies meanwhile");
    command.add_option("--postgres", plan.postgres, "an empty database, or one of an earlier run");
    CLI11_PARSE(command, count, values);
    measure_all(plan);
}
