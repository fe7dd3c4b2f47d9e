#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "db/pulse.hpp"
#include "db/sqlite/connection.hpp"
#include "db/work.hpp"

namespace db::sqlite {

// The one thread that writes. What waits when it comes by is written together and made durable by one fsync; each piece of
// work has a savepoint of its own, so that one that fails takes nothing from its neighbours.
class Writer {
  public:
    using Connect = std::function<std::unique_ptr<Connection>()>;

    Writer(Connect connect, IdSource& ids, const base::Clock& clock, Pulse& pulse);
    // Finishes what waits.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Returns when the work is durable; throws what the work threw. Any thread.
    void run(const Work& work);

    std::size_t waiting() const;

  private:
    struct Job {
        const Work& work;
        std::exception_ptr failure;
        bool done = false;
    };

    void serve();
    std::vector<Job*> take_waiting();
    void write_together(std::span<Job* const> jobs);
    bool try_together(std::span<Job* const> jobs);
    void attempt(Job& job);
    void roll_back();

    Connect connect_;
    IdSource& ids_;
    const base::Clock& clock_;
    Pulse& pulse_;
    std::unique_ptr<Connection> connection_;  // the writer thread's

    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::condition_variable finished_;
    std::deque<Job*> waiting_;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace db::sqlite
