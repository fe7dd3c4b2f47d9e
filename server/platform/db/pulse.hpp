#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

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

    // Returns the count, as soon as it is more than `seen`, or when the time is over.
    std::uint64_t wait(std::uint64_t seen, std::chrono::milliseconds longest) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, longest, [&] { return beats_ > seen; });
        return beats_;
    }

  private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t beats_ = 0;
};

}  // namespace db
