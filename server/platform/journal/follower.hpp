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

// A follower's position, for those that keep it in the database: moved in the transaction that writes what came of the events,
// so that nothing is done twice. What is derived outside the database (the search index) keeps its position beside it.
std::int64_t position(db::Session& session, std::string_view follower);
void move_to(db::Tx& tx, std::string_view follower, std::int64_t sequence);

struct Following {
    std::string name;
    std::int64_t from = 0;  // the sequence up to which it was done before
    int batch = 500;
};

// Calls `take` with each batch of events after the position that `take` itself returned last, within milliseconds of their
// sealing, on a thread of its own. If `take` throws, the batch comes again, later and later (1 s to 1 min); the reason goes to
// `complain`.
class Follower {
  public:
    // Returns the sequence up to which it is done.
    using Take = std::function<std::int64_t(std::span<const Event>)>;
    using Complain = std::function<void(std::string_view follower, std::string_view reason)>;

    Follower(db::Database& database, Following following, Take take, Complain complain);

  private:
    void run(const std::stop_token& stop);
    bool take_next();

    db::Database& database_;
    Following following_;
    Take take_;
    Complain complain_;
    std::jthread thread_;
};

}  // namespace journal
