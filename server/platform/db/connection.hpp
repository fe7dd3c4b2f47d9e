#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/sql.hpp"
#include "db/value.hpp"

// What an engine has to offer; sqlite/ and postgres/ do. Features see Session and Tx only.
namespace db {

// Which columns of a statement the members of a struct are read from, in the order of the members.
struct Plan {
    const void* type = nullptr;
    std::vector<int> columns;
};

// Prepared once, kept by its connection.
class Statement {
  public:
    explicit Statement(std::string_view text) : sql(text) {}
    virtual ~Statement() = default;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    std::string_view sql;
    std::vector<std::string> columns;
    std::size_t parameters = 0;
    Plan plan;
};

enum class Delivery : std::uint8_t { at_once, streamed };

// One thread at a time.
class Connection {
  public:
    virtual ~Connection() = default;

    [[nodiscard]] virtual Engine engine() const = 0;
    // False once the connection is of no more use.
    [[nodiscard]] virtual bool alive() = 0;
    // `kinds` are those of its parameters.
    virtual Statement& prepare(Sql sql, std::span<const Kind> kinds) = 0;
    // Rows changed (for statements that change) after handing each row to `take`.
    virtual std::int64_t execute(Statement& statement, std::span<const Parameter> parameters, Delivery delivery,
                                 const std::function<void(const Row&)>& take) = 0;
    // Statements without parameters, for the layer itself: BEGIN, COMMIT, migrations, settings.
    virtual void script(const std::string& text) = 0;
    // Between these two all that is read is of one moment, if the engine gives that for less than it costs to ask: SQLite does, and
    // takes the file's locks once instead of for each statement; PostgreSQL would need two more round trips.
    virtual void begin_moment() {}
    virtual void end_moment() noexcept {}
};

}  // namespace db
