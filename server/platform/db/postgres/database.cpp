#include "db/postgres/database.hpp"

#include <random>
#include <utility>

namespace db::postgres {

using namespace std::chrono_literals;

namespace {

// Grows with every collision, and differs from that of the one it collided with.
std::chrono::microseconds pause_after(int collisions) {
    static thread_local std::minstd_rand dice{std::random_device{}()};
    const int longest = 500 << std::min(collisions, 6);
    return std::chrono::microseconds(std::uniform_int_distribution<int>(0, longest)(dice));
}

// A connection lent for one write. It goes back unless the write broke it; a dead one is found out by the next who takes it.
class Lent {
  public:
    explicit Lent(Pool& pool) : pool_(pool), connection_(pool.take()) {}
    ~Lent() { pool_.give_back(std::move(connection_)); }
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    db::Connection& operator*() { return *connection_; }

  private:
    Pool& pool_;
    std::unique_ptr<db::Connection> connection_;
};

}  // namespace

Database::Database(std::string address, const Options& options, const base::Clock& clock)
    : db::Database(clock),
      address_(std::move(address)),
      options_(options),
      slot_([this] { return connect_here(); }, ids_),
      readers_([this] { return connect_here(); }, options.readers, options.patience),
      writers_([this] { return connect_here(); }, options.writers, options.patience) {}

std::unique_ptr<Connection> Database::connect_here() {
    return std::make_unique<Connection>(address_, options_.longest_query);
}

void Database::run(const Work& work) {
    const auto deadline = std::chrono::steady_clock::now() + options_.patience;
    bool reconnected = false;
    for (int collisions = 0;;) {
        Step step = Step::begun;
        try {
            slot_.hold();
            Lent connection(writers_);
            attempt(*connection, work, step);
            commits_.beat();
            return;
        } catch (const Collision&) {
            if (std::chrono::steady_clock::now() > deadline) throw;
            std::this_thread::sleep_for(pause_after(++collisions));
        } catch (const Gone&) {
            // A kept connection that the server has closed meanwhile. Once COMMIT was sent nobody knows: the caller is told.
            if (step == Step::committing || std::exchange(reconnected, true)) throw;
        }
    }
}

// What went wrong first is what is told; the pool drops a connection that cannot go back.
static void roll_back(db::Connection& connection) {
    try {
        connection.script("ROLLBACK");
    } catch (const Error&) {
        return;
    }
}

void Database::attempt(db::Connection& connection, const Work& work, Step& step) {
    connection.script("BEGIN ISOLATION LEVEL SERIALIZABLE");
    try {
        Tx tx(connection, ids_, clock_.now());
        {
            const InsideWrite inside;
            work(tx);
        }
        step = Step::committing;
        connection.script("COMMIT");
    } catch (...) {
        roll_back(connection);
        throw;
    }
}

// Lost if the connection is: followers look by themselves every second.
void Database::tell_others() {
    try {
        (*Lent(writers_)).script("NOTIFY lomwong");
    } catch (const Error&) {
        return;
    }
}

void Database::hear_others() {
    listener_ = std::jthread([this](const std::stop_token& stop) { listen(stop); });
}

std::unique_ptr<Connection> Database::connect_listening() {
    auto connection = connect_here();
    connection->script("LISTEN lomwong");
    news_.beat();  // for what was missed meanwhile
    return connection;
}

void Database::listen(const std::stop_token& stop) {
    std::unique_ptr<Connection> connection;
    while (!stop.stop_requested()) {
        try {
            if (!connection) connection = connect_listening();
            if (connection->wait_for_notice(250ms)) news_.beat();
        } catch (const Error&) {
            connection.reset();
            rest(1s, stop);
        }
    }
}

}  // namespace db::postgres
