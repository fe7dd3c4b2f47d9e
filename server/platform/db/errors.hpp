#pragma once

#include <stdexcept>
#include <string>
#include <utility>

// One set of errors on both engines. A closure given to Database::write lets them fly: after an error its transaction is over.
namespace db {

class Error : public std::runtime_error {
    using runtime_error::runtime_error;
};

// Others hold what this needs, or it took too long; the same call may succeed a moment later.
class Busy : public Error {
    using Error::Error;
};

// The database cannot be reached or cannot store: connection lost, disk full, disk unreadable. Nothing acknowledged is lost;
// it recovers by itself once the cause is gone.
class Gone : public Error {
    using Error::Error;
};

// The disk under the database is full; what was not acknowledged was not written.
class Full : public Gone {
    using Gone::Gone;
};

// A rule of the tables refused the row.
class Conflict : public Error {
  public:
    enum class Rule { unique, foreign_key, not_null, check };

    Conflict(Rule rule, std::string constraint, const std::string& message)
        : Error(message), rule_(rule), constraint_(std::move(constraint)) {}

    [[nodiscard]] Rule rule() const { return rule_; }
    // For unique rules "table.column, table.column" on both engines; for others what the engine tells, perhaps nothing.
    [[nodiscard]] const std::string& constraint() const { return constraint_; }

  private:
    Rule rule_;
    std::string constraint_;
};

// The statement, the struct it is read into, or the database file is wrong: no retry helps.
class Broken : public Error {
    using Error::Error;
};

// one() found no row, or several.
class NotOne : public Broken {
    using Broken::Broken;
};

}  // namespace db
