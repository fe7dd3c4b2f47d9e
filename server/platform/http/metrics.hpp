#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <vector>

#include "http/exposition.hpp"
#include "http/request.hpp"
#include "http/route.hpp"

namespace http {

class Router;

// Counts since start, by route, and what the process takes of the machine. Every thread may add.
class Metrics {
  public:
    // The router has all its routes by now, and outlives this.
    explicit Metrics(const Router& router);

    struct Reply {
        const RouteInfo* route = nullptr;  // none: a file of the web app, or an address that nobody answers to
        unsigned status = 0;
        std::uint64_t bytes = 0;
        std::chrono::microseconds took{};
    };
    void add(const Reply& reply);
    void write(Exposition& to) const;

  private:
    static constexpr std::array<std::int64_t, 11> bounds_us{500,     1'000,   2'500,   5'000,     10'000,   25'000,
                                                            100'000, 250'000, 500'000, 1'000'000, 5'000'000};
    using Count = std::atomic<std::uint64_t>;
    struct Counts {
        std::array<Count, 6> by_status{};  // by hundreds
        std::array<Count, bounds_us.size() + 1> by_duration{};
        Count microseconds = 0;
    };
    struct Labels {
        std::string_view method;
        std::string_view route;
    };
    Labels labels(std::size_t index) const;
    void write_durations(Exposition& to, const Labels& labels, const Counts& counts) const;

    const Router& router_;
    std::vector<Counts> counts_;  // by RouteInfo::index; behind them, what has no route
    Count bytes_ = 0;
    std::uint64_t started_;  // seconds since 1970
};

}  // namespace http
