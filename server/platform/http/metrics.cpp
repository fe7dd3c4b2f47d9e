#include "http/metrics.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <iterator>

namespace http {

namespace {

void describe(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
    fmt::format_to(std::back_inserter(text), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

void add_gauge(std::string& text, std::string_view name, std::string_view help, std::uint64_t value) {
    describe(text, name, "gauge", help);
    fmt::format_to(std::back_inserter(text), "{} {}\n", name, value);
}

std::uint64_t resident_bytes() {
    long total = 0, resident = 0;
    auto* file = std::fopen("/proc/self/statm", "re");
    if (!file) return 0;
    const int read = std::fscanf(file, "%ld %ld", &total, &resident);
    std::fclose(file);
    return read == 2 ? static_cast<std::uint64_t>(resident) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

}  // namespace

void Metrics::add(Method method, unsigned status, std::uint64_t bytes, std::chrono::microseconds took) {
    std::size_t bucket = 0;
    while (bucket < bounds_us.size() && took.count() > bounds_us[bucket]) ++bucket;
    constexpr auto relaxed = std::memory_order_relaxed;
    requests_[static_cast<std::size_t>(method)][std::min(status / 100, 5U)].fetch_add(1, relaxed);
    durations_[bucket].fetch_add(1, relaxed);
    microseconds_.fetch_add(static_cast<std::uint64_t>(took.count()), relaxed);
    bytes_.fetch_add(bytes, relaxed);
}

std::string Metrics::text(const ServerState& state) const {
    std::string text;
    const auto out = std::back_inserter(text);
    describe(text, "lomwong_http_requests_total", "counter", "Requests answered.");
    for (std::size_t method = 0; method < requests_.size(); ++method)
        for (std::size_t hundreds = 1; hundreds < 6; ++hundreds)
            if (const auto count = requests_[method][hundreds].load())
                fmt::format_to(out, "lomwong_http_requests_total{{method=\"{}\",status=\"{}xx\"}} {}\n",
                               name_of(static_cast<Method>(method)), hundreds, count);

    describe(text, "lomwong_http_request_seconds", "histogram", "From the first byte of a request to the last of its reply.");
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < bounds_us.size(); ++i) {
        count += durations_[i].load();
        fmt::format_to(out, "lomwong_http_request_seconds_bucket{{le=\"{}\"}} {}\n", static_cast<double>(bounds_us[i]) / 1e6, count);
    }
    count += durations_.back().load();
    fmt::format_to(out, "lomwong_http_request_seconds_bucket{{le=\"+Inf\"}} {0}\nlomwong_http_request_seconds_count {0}\n", count);
    fmt::format_to(out, "lomwong_http_request_seconds_sum {}\n", static_cast<double>(microseconds_.load()) / 1e6);

    describe(text, "lomwong_http_reply_bytes_total", "counter", "Bytes sent.");
    fmt::format_to(out, "lomwong_http_reply_bytes_total {}\n", bytes_.load());
    add_gauge(text, "lomwong_http_connections", "Open connections.", state.connections);
    add_gauge(text, "lomwong_http_waiting", "Requests that wait for a worker.", state.waiting);
    add_gauge(text, "lomwong_http_uploads", "Uploads under way.", state.uploads);
    add_gauge(text, "process_resident_memory_bytes", "Resident memory.", resident_bytes());
    return text;
}

}  // namespace http
