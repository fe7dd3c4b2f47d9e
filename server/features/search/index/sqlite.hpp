#pragma once

#include <sqlite3.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

// The index file's own door to SQLite. platform/db cannot serve here: the index is a file of one server's own, apart from the
// database, and is SQLite's also where the database is PostgreSQL.
namespace search {

class IndexBroken : public std::runtime_error {
    using runtime_error::runtime_error;
};

// A prepared statement. Bind with bind(1, value)…, then step() row by row, then reset().
class Statement {
  public:
    Statement(sqlite3* connection, std::string_view sql);

    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, std::string_view value);  // the text must outlive the stepping
    Statement& bind_blob(int index, std::string_view value);
    bool step();  // true while there is a row
    void reset();
    // For statements without rows.
    void run();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const;  // until the next step or reset

  private:
    void check(int result) const;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// Resets its statement when the scope ends, so that no read transaction stays open behind an early return.
class Rewind {
  public:
    explicit Rewind(Statement& statement) : statement_(statement) { statement.reset(); }
    ~Rewind() { statement_.reset(); }
    Rewind(const Rewind&) = delete;
    Rewind& operator=(const Rewind&) = delete;

  private:
    Statement& statement_;
};

// One thread at a time.
class Connection {
  public:
    enum class File : std::uint8_t { existing, made_if_missing };
    Connection(const std::string& path, File file);

    void execute(const std::string& sql);
    Statement prepare(std::string_view sql) { return {handle(), sql}; }
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

  private:
    struct Close {
        void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace search
