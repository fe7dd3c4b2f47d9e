#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>

#include "base/time.hpp"
#include "db/errors.hpp"
#include "db/migration.hpp"
#include "db/pulse.hpp"
#include "db/session.hpp"
#include "db/work.hpp"

namespace db {

// Where the data is: a PostgreSQL address ("postgresql://…") or the path of an SQLite file.
struct Address {
    Engine engine = Engine::sqlite;
    std::string where;

    static Address parse(std::string text);
};

struct Options {
    int readers = 20;                                 // read connections at most, opened when needed
    int writers = 8;                                  // write connections at most, PostgreSQL only
    std::chrono::milliseconds patience{5'000};        // for a free connection or a lock of another process; then Busy
    std::chrono::milliseconds longest_query{30'000};  // PostgreSQL only
};

class Pool;

// A read connection, lent until this goes away.
class Lease {
  public:
    explicit Lease(Pool& pool);
    ~Lease();
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;

    Session& operator*() { return session_; }
    Session* operator->() { return &session_; }

    // From here on all that is read may be of this one moment (see Connection): what is written after it may not be seen.
    void hold_moment();

  private:
    Pool* pool_;
    std::unique_ptr<Connection> connection_;
    Session session_;
    bool holds_moment_ = false;
};

// All of one database. Any thread. Opening does not need the database to be there: each call finds it, or throws Gone.
class Database {
  public:
    static std::unique_ptr<Database> open(const Address& address, const Options& options, const base::Clock& clock);
    virtual ~Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] virtual Engine engine() const = 0;

    // Brings the tables up to date, one transaction a migration, in the order of their numbers. Broken if an applied one was
    // changed since or is unknown to this program. Returns how many were applied. Two nodes may do this at once.
    int migrate(std::span<const Migration> migrations);

    // At this moment, of this process.
    struct State {
        int readers{};         // read connections that are lent
        std::size_t writes{};  // that wait for the one writer (SQLite), or are under way (PostgreSQL)
    };
    [[nodiscard]] virtual State state() const = 0;

    // Busy if none is free within the patience. Do not hold one while asking for another.
    virtual Lease read() = 0;

    // Runs f(Tx&) in a transaction of its own and returns its result once that is durable. f may run several times, and on
    // SQLite runs on the one writer thread: no I/O, no hashing, no other lease in it. If f throws, nothing of it is kept.
    // Writes are as if one ran after the other, on both engines.
    template <class F>
    auto write(F&& f) -> std::invoke_result_t<F&, Tx&> {
        using Result = std::invoke_result_t<F&, Tx&>;
        if constexpr (std::is_void_v<Result>) {
            perform([&](Tx& tx) { f(tx); });
        } else {
            std::optional<Result> result;
            perform([&](Tx& tx) { result.emplace(f(tx)); });
            return *std::move(result);
        }
    }

    // Beats after each commit of this process.
    Pulse& commits() { return commits_; }
    [[nodiscard]] const Pulse& commits() const { return commits_; }
    // Beats when there is something for followers: announced here or, once hear_others() was called, by another process.
    Pulse& news() { return news_; }
    void announce();
    virtual void hear_others() = 0;

    IdSource& ids() { return ids_; }
    [[nodiscard]] base::Instant now() const { return clock_.now(); }

  protected:
    explicit Database(const base::Clock& clock) : clock_(clock), ids_(clock) {}

    virtual void run(const Work& work) = 0;
    virtual void tell_others() = 0;
    // A connection of its own, outside all pools.
    virtual std::unique_ptr<Connection> connect() = 0;

    const base::Clock& clock_;
    IdSource ids_;
    Pulse commits_;
    Pulse news_;

  private:
    void perform(const Work& work);
};

// What the tables and their indexes take on disk.
std::int64_t size_bytes(Session& session);

}  // namespace db
