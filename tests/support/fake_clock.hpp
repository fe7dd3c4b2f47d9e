#pragma once

#include <atomic>

#include "base/time.hpp"

namespace support {

// Stands still until told otherwise. Begins on Saturday 21 November 2026, 09.00 in Bangkok.
class FakeClock final : public base::Clock {
  public:
    [[nodiscard]] base::Instant now() const override { return {ms_}; }
    void set(base::Instant instant) { ms_ = instant.ms; }
    void advance_ms(std::int64_t ms) { ms_ += ms; }
    void advance_seconds(std::int64_t seconds) { advance_ms(seconds * 1000); }
    void advance_days(int days) { advance_seconds(std::int64_t{days} * 24 * 60 * 60); }

  private:
    std::atomic<std::int64_t> ms_ = base::at_bangkok({2026, 11, 21}, {9 * 60}).ms;
};

}  // namespace support
