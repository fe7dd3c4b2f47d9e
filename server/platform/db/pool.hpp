#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "db/connection.hpp"

namespace db {

// Connections that are opened when needed, never more than so many, and lent one by one. Any thread.
class Pool {
  public:
    using Connect = std::function<std::unique_ptr<Connection>()>;

    Pool(Connect connect, int most, std::chrono::milliseconds patience)
        : connect_(std::move(connect)), most_(most), free_(most), patience_(patience) {}

    // One that is alive. Busy if all are lent for longer than the patience.
    std::unique_ptr<Connection> take();
    // Nothing gives back the right to one connection.
    void give_back(std::unique_ptr<Connection> connection);
    int lent() const;

  private:
    Connect connect_;
    int most_;
    int free_;
    std::chrono::milliseconds patience_;
    mutable std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace db
