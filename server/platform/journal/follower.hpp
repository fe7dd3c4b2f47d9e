#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <thread>

#include "db/db.hpp"
#include "journal/journal.hpp"

namespace journal {

// Reads the journal from where it last stood, in batches, and stands there again after a restart. Two kinds:
// what is derived outside the database (the search index) keeps its own position; what is written into the database
// (notices) does so in the transaction that moves the position, so that nothing is done twice.
struct Following {
    std::string name;
    int batch = 500;
};

// The position kept in the database.
std::int64_t position(db::Session& session, std::string_view follower);
void move_to(db::Tx& tx, std::string_view follower, std::int64_t sequence);

// Calls `take` with each batch of events after the position that `take` itself returned last, within milliseconds of their
// sealing. If `take` throws, the batch comes again, later and later (1 s to 1 min); the reason goes to `complain`.
class Follower {
  public:
    // Returns the sequence up to which it is done.
    using Take = std::function<std::int64_t(std::span<const Event>)>;
    using Complain = std::function<void(std::string_view follower, std::string_view reason)>;

    Follower(db::Database& database, Following following, std::int64_t from, Take take, Complain complain);

  private:
    void run(const std::stop_token& stop, std::int64_t from);

    db::Database& database_;
    Following following_;
    Take take_;
    Complain complain_;
    std::jthread thread_;
};

}  // namespace journal
