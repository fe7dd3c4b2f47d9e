#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "db/id_source.hpp"
#include "db/postgres/connection.hpp"

namespace db::postgres {

// This process's place among those that write the same database: 0 to 15, held by an advisory lock on a connection of its own.
// When that connection is lost, a place is taken again, the same one if it is still free.
class Slot {
  public:
    using Connect = std::function<std::unique_ptr<Connection>()>;

    Slot(Connect connect, IdSource& ids) : connect_(std::move(connect)), ids_(ids) {}

    // Makes sure that the place is held. Busy if all are taken. Any thread.
    void hold();

  private:
    bool take(int number);

    Connect connect_;
    IdSource& ids_;
    std::mutex mutex_;
    std::unique_ptr<Connection> connection_;
    int number_ = 0;
};

}  // namespace db::postgres
