#include "app/telemetry.hpp"

#include "app/wiring.hpp"
#include "jobs/jobs.hpp"
#include "journal/journal.hpp"

namespace app {

using Gauges = std::vector<http::Gauge>;

static http::Gauge gauge(std::string name, std::string help, double value) {
    return {std::move(name), std::move(help), {{.value = value}}};
}

static Gauges of_database(const db::Database& database, db::Session& session) {
    const auto state = database.state();
    return {
        gauge("lomwong_database_bytes", "What the tables and their indexes take on disk.", static_cast<double>(db::size_bytes(session))),
        gauge("lomwong_database_readers", "Read connections that are in use.", state.readers),
        gauge("lomwong_database_writes", "Writes that wait or are under way.", static_cast<double>(state.writes)),
        gauge("lomwong_database_commits_total", "Commits of this process.", static_cast<double>(database.commits().beats()))};
}

static Gauges of_journal(db::Session& session) {
    return {gauge("lomwong_journal_events_total", "Events in the chain.", static_cast<double>(journal::last_sequence(session))),
            gauge("lomwong_journal_unsealed", "Events that have no place in the chain yet.",
                  static_cast<double>(journal::count_unsealed(session)))};
}

static Gauges of_jobs(db::Session& session, base::Instant now) {
    http::Gauge jobs{
        "lomwong_jobs", "Jobs in the queue: all that wait, those of them that are due, and those given up after ten attempts.", {}};
    for (const auto& [handler, waiting, due, dead] : jobs::count_by_handler(session, now))
        for (const auto& [state, count] : {std::pair{"waiting", waiting}, std::pair{"due", due}, std::pair{"dead", dead}})
            jobs.samples.push_back({http::Exposition::write_labels({{"handler", handler}, {"state", state}}), static_cast<double>(count)});
    return {std::move(jobs)};
}

static Gauges of_search(search::Searcher& searcher, db::Session& session) {
    const auto behind = std::max<std::int64_t>(0, journal::last_sequence(session) - searcher.reached());
    return {gauge("lomwong_search_behind", "Events of the journal that the search index does not know yet.", static_cast<double>(behind))};
}

static Gauges of_disk(const std::filesystem::path& data) {
    std::error_code unknown;
    const auto space = std::filesystem::space(data, unknown);
    if (unknown) return {};
    return {gauge("lomwong_disk_free_bytes", "Free where the data folder is.", static_cast<double>(space.available)),
            gauge("lomwong_disk_bytes", "The size of the disk where the data folder is.", static_cast<double>(space.capacity))};
}

static Gauges of_limits(const http::Limiter& limiter) {
    http::Gauge refused{"lomwong_writes_refused_total", "Writes refused because there were too many of their kind within the hour.", {}};
    for (const auto name : base::names_of<http::WriteKind>())
        refused.samples.push_back(
            {http::Exposition::write_labels({{"kind", name}}), static_cast<double>(limiter.refused(*base::named<http::WriteKind>(name)))});
    return {std::move(refused)};
}

http::Telemetry telemetry_of(Installation& installation) {
    http::Telemetry telemetry;
    telemetry.add([&](db::Session& session) { return of_database(*installation.database, session); });
    telemetry.add(of_journal);
    telemetry.add([&](db::Session& session) { return of_jobs(session, installation.clock.now()); });
    telemetry.add([&](db::Session& session) { return of_search(installation.searcher, session); });
    telemetry.add([&](db::Session&) { return of_limits(installation.limiter); });
    telemetry.add([&](db::Session&) { return of_disk(installation.config.data); });
    telemetry.add([](db::Session&) {
        return Gauges{
            {"lomwong_build_info", "The version that runs.", {{http::Exposition::write_labels({{"version", LOMWONG_VERSION}}), 1}}}};
    });
    return telemetry;
}

}  // namespace app
