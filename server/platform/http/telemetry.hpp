#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "db/db.hpp"
#include "http/exposition.hpp"

namespace http {

// A figure of this moment, for /metrics. Its samples differ by their labels; one that stands alone has none.
struct Gauge {
    struct Sample {
        std::string labels{};  // as Exposition::write_labels makes them
        double value{};
    };
    std::string name;
    std::string help;
    std::vector<Sample> samples;
};

// What the parts tell of themselves to whoever looks after the machine. The application asks the parts for it and hands it over as
// equipment; it is read on a worker, in one session.
class Telemetry {
  public:
    using Read = std::function<std::vector<Gauge>(db::Session&)>;

    void add(Read read) { reads_.push_back(std::move(read)); }

    // A database that is away is told as lomwong_database_up 0, and what is asked of it is left out.
    void write(db::Database& database, Exposition& to) const;

  private:
    std::vector<Read> reads_;
};

}  // namespace http
