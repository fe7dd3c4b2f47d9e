#pragma once

#include <atomic>
#include <cstdint>

#include "base/time.hpp"

namespace db {

// Makes the product's ids: 53 bits, so that JavaScript reads them; 41 bits of milliseconds since 2020, 4 bits for the process
// (each that writes the same database holds a slot of its own), 8 bits of count. Always rising, also when the clock goes back.
class IdSource {
  public:
    static constexpr int slots = 16;

    explicit IdSource(const base::Clock& clock) : clock_(clock) {}

    std::int64_t next();
    void use_slot(int slot) { slot_ = slot; }
    // Ids to come are greater than this one: told at start what is already stored, whatever the clock says.
    void start_after(std::int64_t id);

  private:
    const base::Clock& clock_;
    std::atomic<int> slot_{0};
    std::atomic<std::int64_t> last_{0};  // milliseconds and count, without the slot
};

}  // namespace db
