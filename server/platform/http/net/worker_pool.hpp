#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace http::net {

// A few threads and a queue that ends. Jobs must not throw.
class WorkerPool {
  public:
    WorkerPool(const std::string& name, unsigned threads, std::size_t queue);
    ~WorkerPool();  // does what waits, then ends
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    [[nodiscard]] bool add(std::function<void()> job);  // false: the queue is full, the job is not taken
    std::size_t waiting() const;

  private:
    void work();

    const std::size_t limit_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> jobs_;
    std::size_t idle_ = 0;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace http::net
