#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/time.hpp"

namespace base {

// How much each of many has done of late, in memory of a fixed size, whoever comes. Doing something once costs an hour divided by what is
// allowed an hour; who owes more than an hour waits until time has paid for it. So all that an hour allows may be done at once.
// Where there are too many to remember, who owes least is forgotten: a flood of addresses can not wash away what one of them did.
// For one thread at a time.
class Pace {
  public:
    explicit Pace(std::size_t places = std::size_t{1} << 16);  // 16 bytes each

    // Zero: done, and counted. Else nothing is counted, and this is how long to wait. `an_hour` is at least 1.
    std::chrono::milliseconds take(std::uint64_t who, std::int64_t an_hour, Instant now);

    // What take would say, without counting anything.
    std::chrono::milliseconds wait(std::uint64_t who, std::int64_t an_hour, Instant now);

    // Those who owe anything at all.
    std::size_t remembered(Instant now) const;

  private:
    struct Place {
        std::uint64_t who{};
        std::int64_t paid_at{};  // microseconds since 1970; what is past is free
    };
    static constexpr std::size_t neighbours = 8;  // that a number may be kept in

    Place& place_of(std::uint64_t who);
    Place after_one_more(std::uint64_t who, std::int64_t an_hour, std::int64_t now);
    void follow_clock(std::int64_t now);

    std::vector<Place> places_;
    std::int64_t latest_ = 0;
};

}  // namespace base
