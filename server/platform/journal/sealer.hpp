#pragma once

#include <thread>

#include "db/db.hpp"

namespace journal {

// Gives each committed event its place: a gapless sequence and a hash chained to the event before it. Safe on several nodes.
// Returns how many events it sealed.
int seal(db::Database& database);

// Seals within milliseconds after every commit, until it goes away. One per process.
class Sealer {
  public:
    explicit Sealer(db::Database& database);

  private:
    std::jthread thread_;
};

}  // namespace journal
