#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stop_token>

namespace db {

// Wakes those who wait for news. Beats are counted, so that none is slept through.
class Pulse {
  public:
    void beat() {
        {
            const std::lock_guard lock(mutex_);
            ++beats_;
        }
        changed_.notify_all();
    }

    [[nodiscard]] std::uint64_t beats() const {
        const std::lock_guard lock(mutex_);
        return beats_;
    }

    // Returns the count, as soon as it is more than `seen`, or when the time is over, or when told to stop.
    std::uint64_t wait(std::uint64_t seen, std::chrono::milliseconds longest, const std::stop_token& stop = {}) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, stop, longest, [&] { return beats_ > seen; });
        return beats_;
    }

  private:
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::uint64_t beats_ = 0;
};

// Sleeps, but not through a stop.
inline void rest(std::chrono::milliseconds time, const std::stop_token& stop) {
    Pulse silent;
    silent.wait(0, time, stop);
}

}  // namespace db
