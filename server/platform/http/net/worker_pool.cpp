#include "http/net/worker_pool.hpp"

#include <pthread.h>

namespace http::net {

WorkerPool::WorkerPool(const std::string& name, unsigned threads, std::size_t queue) : limit_{queue} {
    for (unsigned i = 0; i < threads; ++i) {
        threads_.emplace_back([this] { work(); });
        pthread_setname_np(threads_.back().native_handle(), name.substr(0, 15).c_str());
    }
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool WorkerPool::add(std::function<void()> job) {
    bool wake = false;
    {
        const std::lock_guard lock{mutex_};
        // One idle thread may have been woken for an earlier job and not have come yet; waking a second one does no harm.
        if (jobs_.size() >= limit_ + idle_) return false;
        jobs_.push_back(std::move(job));
        wake = idle_ > 0;
    }
    if (wake) wake_.notify_one();
    return true;
}

std::size_t WorkerPool::waiting() const {
    const std::lock_guard lock{mutex_};
    return jobs_.size();
}

void WorkerPool::work() {
    std::unique_lock lock{mutex_};
    for (;;) {
        ++idle_;
        wake_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
        --idle_;
        if (jobs_.empty()) return;
        auto job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        job();
        job = nullptr;  // what it holds is let go outside the lock
        lock.lock();
    }
}

}  // namespace http::net
