#include "http/telemetry.hpp"

namespace http {

static std::vector<Gauge> read_all(db::Database& database, const std::vector<Telemetry::Read>& reads) {
    std::vector<Gauge> gauges;
    auto session = database.read();
    for (const auto& read : reads)
        for (auto& gauge : read(*session)) gauges.push_back(std::move(gauge));
    gauges.push_back({"lomwong_database_up", "1 if the database answers.", {{.value = 1}}});
    return gauges;
}

static std::vector<Gauge> read_or_down(db::Database& database, const std::vector<Telemetry::Read>& reads) {
    try {
        return read_all(database, reads);
    } catch (const db::Error&) {
        return {{"lomwong_database_up", "1 if the database answers.", {{.value = 0}}}};
    }
}

void Telemetry::write(db::Database& database, Exposition& to) const {
    for (const auto& gauge : read_or_down(database, reads_)) {
        to.begin(gauge.name, gauge.name.ends_with("_total") ? "counter" : "gauge", gauge.help);
        for (const auto& sample : gauge.samples) to.add_written(gauge.name, sample.labels, sample.value);
    }
}

}  // namespace http
