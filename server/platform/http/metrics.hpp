#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include "http/request.hpp"

namespace http {

// What the server is doing now.
struct ServerState {
    std::size_t connections = 0;
    std::size_t waiting = 0;  // requests for a worker
    std::size_t uploads = 0;
};

// Counts since start, as Prometheus reads them. Every thread may add.
class Metrics {
  public:
    void add(Method method, unsigned status, std::uint64_t bytes, std::chrono::microseconds took);
    std::string text(const ServerState& state) const;

  private:
    static constexpr std::array<std::int64_t, 11> bounds_us{500,     1'000,   2'500,   5'000,     10'000,   25'000,
                                                            100'000, 250'000, 500'000, 1'000'000, 5'000'000};
    using Count = std::atomic<std::uint64_t>;

    std::array<std::array<Count, 6>, 8> requests_{};  // by method and hundreds of the status
    std::array<Count, bounds_us.size() + 1> durations_{};
    Count microseconds_ = 0;
    Count bytes_ = 0;
};

}  // namespace http
