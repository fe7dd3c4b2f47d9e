#pragma once

#include <thread>
#include <vector>

#include "jobs/jobs.hpp"

namespace jobs {

// Threads that do jobs as they fall due, soon after they were added. Going away, it finishes what runs and begins nothing new.
class Runner {
  public:
    Runner(db::Database& database, Handlers handlers, Complain complain, int threads = 2);
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

  private:
    void run(const std::stop_token& stop);

    db::Database& database_;
    Handlers handlers_;
    Complain complain_;
    std::vector<std::jthread> threads_;
};

}  // namespace jobs
