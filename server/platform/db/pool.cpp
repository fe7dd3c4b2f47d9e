#include "db/pool.hpp"

#include "db/errors.hpp"

namespace db {

std::unique_ptr<Connection> Pool::take() {
    std::unique_ptr<Connection> connection;
    {
        std::unique_lock lock(mutex_);
        if (!returned_.wait_for(lock, patience_, [&] { return free_ > 0; })) throw Busy("all database connections are in use");
        --free_;
        if (!idle_.empty()) {
            connection = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (connection && connection->alive()) return connection;
    try {
        return connect_();
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock(mutex_);
        ++free_;
        if (connection) idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

int Pool::lent() const {
    const std::lock_guard lock(mutex_);
    return most_ - free_;
}

}  // namespace db
