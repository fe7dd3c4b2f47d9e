#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "db/db.hpp"
#include "http/events.hpp"

namespace http {

class Call;

// Tells all who listen to a thing what changed in it, at most ten times a second, from a thread of its own that looks into the database: so
// nothing needs to be told that is not kept, and what another server wrote is heard as well. Any thread.
class Live {
  public:
    // What is new since it was asked last; it remembers what it told. Called on the thread of Live only.
    using News = std::function<std::vector<Event>(db::Session& db, base::Instant now)>;
    using Complain = std::function<void(std::string_view who, std::string_view reason)>;

    Live(db::Database& database, Complain complain);
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;

    // `thing` is an id that no other thing has. The news are those of whoever came first, until the last has gone.
    std::shared_ptr<Channel> listen(std::int64_t thing, News news);

  private:
    struct Watched {
        std::weak_ptr<Channel> channel;  // gone with the last who listens
        News news;                       // from here on the thread's own
        base::Instant told_at;
    };

    void run(const std::stop_token& stop);
    bool look();
    static void tell(db::Session& db, Watched& watched, Channel& channel, base::Instant now);
    std::vector<std::shared_ptr<Watched>> watched();

    db::Database& database_;
    const Complain complain_;
    db::Pulse listeners_;
    std::mutex mutex_;
    std::map<std::int64_t, std::shared_ptr<Watched>> things_;
    std::jthread thread_;  // last: it uses all of the above
};

// The last of a stream's ids that the browser knows: its Last-Event-ID, or ?after= of a page that opens its stream anew; 0 for none.
std::int64_t known_revision(Call& call);

}  // namespace http
