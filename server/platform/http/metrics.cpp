#include "http/metrics.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>

#include "http/router.hpp"

namespace http {

namespace {

constexpr auto relaxed = std::memory_order_relaxed;

std::uint64_t resident_bytes() {
    long total = 0, resident = 0;
    auto* file = std::fopen("/proc/self/statm", "re");
    if (!file) return 0;
    const int read = std::fscanf(file, "%ld %ld", &total, &resident);
    std::fclose(file);
    return read == 2 ? static_cast<std::uint64_t>(resident) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

double processor_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::uint64_t open_descriptors() {
    std::error_code gone;
    const std::filesystem::directory_iterator folder("/proc/self/fd", gone);
    return gone ? 0 : static_cast<std::uint64_t>(std::distance(begin(folder), end(folder)));
}

std::uint64_t most_descriptors() {
    rlimit limit{};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 0;
}

// Of the process itself, under the names that every program uses for it.
void write_process(Exposition& to, std::uint64_t started) {
    to.begin("process_start_time_seconds", "gauge", "When the process began, in seconds since 1970.");
    to.add("process_start_time_seconds", {}, started);
    to.begin("process_resident_memory_bytes", "gauge", "Resident memory.");
    to.add("process_resident_memory_bytes", {}, resident_bytes());
    to.begin("process_cpu_seconds_total", "counter", "Processor time, of users and of the system.");
    to.add("process_cpu_seconds_total", {}, processor_seconds());
    to.begin("process_open_fds", "gauge", "Open descriptors.");
    to.add("process_open_fds", {}, open_descriptors());
    to.begin("process_max_fds", "gauge", "Descriptors that may be open.");
    to.add("process_max_fds", {}, most_descriptors());
}

}  // namespace

Metrics::Metrics(const Router& router)
    : router_(router),
      counts_(router.routes().size() + 1),
      started_(static_cast<std::uint64_t>(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()))) {}

void Metrics::add(const Reply& reply) {
    std::size_t bucket = 0;
    while (bucket < bounds_us.size() && reply.took.count() > bounds_us[bucket]) ++bucket;
    auto& counts = counts_[reply.route ? reply.route->index : counts_.size() - 1];
    counts.by_status[std::min(reply.status / 100, 5U)].fetch_add(1, relaxed);
    counts.by_duration[bucket].fetch_add(1, relaxed);
    counts.microseconds.fetch_add(static_cast<std::uint64_t>(reply.took.count()), relaxed);
    bytes_.fetch_add(reply.bytes, relaxed);
}

Metrics::Labels Metrics::labels(std::size_t index) const {
    if (index == router_.routes().size()) return {"", ""};
    const auto& route = *router_.routes()[index];
    return {name_of(route.method), route.pattern};
}

// What nobody asked for yet is left out: a hundred routes with thirteen lines each would be mostly zeros.
void Metrics::write(Exposition& to) const {
    to.begin("lomwong_http_requests_total", "counter",
             "Requests answered, by route; without one: files of the web app and addresses that nobody answers to.");
    for (std::size_t i = 0; i < counts_.size(); ++i)
        for (std::size_t hundreds = 1; hundreds < 6; ++hundreds)
            if (const auto count = counts_[i].by_status[hundreds].load(relaxed))
                to.add("lomwong_http_requests_total",
                       {{"method", labels(i).method}, {"route", labels(i).route}, {"status", fmt::format("{}xx", hundreds)}}, count);
    to.begin("lomwong_http_request_seconds", "histogram", "From the first byte of a request to the last of its reply.");
    for (std::size_t i = 0; i < counts_.size(); ++i) write_durations(to, labels(i), counts_[i]);
    to.begin("lomwong_http_reply_bytes_total", "counter", "Bytes sent.");
    to.add("lomwong_http_reply_bytes_total", {}, bytes_.load(relaxed));
    write_process(to, started_);
}

void Metrics::write_durations(Exposition& to, const Labels& labels, const Counts& counts) const {
    const auto total = [&] {
        std::uint64_t sum = 0;
        for (const auto& count : counts.by_duration) sum += count.load(relaxed);
        return sum;
    }();
    if (total == 0) return;
    std::uint64_t below = 0;
    const auto add = [&](std::string_view bound) {
        to.add("lomwong_http_request_seconds_bucket", {{"method", labels.method}, {"route", labels.route}, {"le", bound}}, below);
    };
    for (std::size_t i = 0; i < bounds_us.size(); ++i) {
        below += counts.by_duration[i].load(relaxed);
        add(fmt::format("{}", static_cast<double>(bounds_us[i]) / 1e6));
    }
    below += counts.by_duration.back().load(relaxed);
    add("+Inf");
    to.add("lomwong_http_request_seconds_sum", {{"method", labels.method}, {"route", labels.route}},
           static_cast<double>(counts.microseconds.load(relaxed)) / 1e6);
    to.add("lomwong_http_request_seconds_count", {{"method", labels.method}, {"route", labels.route}}, below);
}

}  // namespace http
