#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "db/db.hpp"

// A whole database as rows, out of one engine and into the same or the other: what a back-up is made of. The names of tables are asked of
// the database itself, so statements are put together here, and nowhere else. One thread at a time.
namespace db {

struct Column {
    std::string name;
    Kind kind{};
};

struct Table {
    std::string name;
    std::vector<Column> columns;
};

using Cell = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;  // monostate is NULL
using Cells = std::vector<Cell>;                                                     // one row, in the order of the columns

// What was applied to a database, as it keeps it.
struct AppliedMigration {
    int number = 0;
    std::string name;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(AppliedMigration, (), (number, name, checksum))

// Reads everything as it was at one moment, the one in which this was made; others write meanwhile.
class WholeReader {
  public:
    explicit WholeReader(const Address& address);
    ~WholeReader();
    WholeReader(const WholeReader&) = delete;
    WholeReader& operator=(const WholeReader&) = delete;

    // By name; none in an empty database.
    [[nodiscard]] const std::vector<Table>& tables() const { return tables_; }
    void each_row(const Table& table, const std::function<void(const Cells&)>& take);
    // Of the same moment.
    Session& session() { return session_; }

  private:
    std::unique_ptr<Connection> connection_;
    Session session_;
    std::vector<Table> tables_;
};

// Fills an empty database, all or nothing: until commit() it is as empty as before.
class WholeWriter {
  public:
    // Makes the tables as `applied` left them. Broken if the database holds any already, or one of `applied` is not among `known` as it
    // was then: see missing().
    WholeWriter(const Address& address, std::span<const Migration> known, const std::vector<AppliedMigration>& applied);
    ~WholeWriter();
    WholeWriter(const WholeWriter&) = delete;
    WholeWriter& operator=(const WholeWriter&) = delete;

    // Broken, now or at a later call, if the database has no such table or columns.
    void insert(const Table& table, const Cells& row);
    // No more rows: the references between tables hold from here on, or Conflict or Broken.
    void close_tables();
    void commit();
    Session& session() { return session_; }

  private:
    void begin();
    void make_tables(std::span<const Migration> known, const std::vector<AppliedMigration>& applied);
    void drop_references();
    void prepare(std::size_t rows);
    void send();

    std::unique_ptr<Connection> connection_;
    Session session_;
    std::vector<std::string> references_;  // PostgreSQL's, to be made again once the rows are there
    Table table_;                          // of the rows that wait
    std::vector<Cell> waiting_;            // whole rows, one behind the other, until so many go together
    std::size_t prepared_rows_ = 0;        // that `insert_` takes
    std::string text_;
    std::unique_ptr<Statement> insert_;
};

std::vector<AppliedMigration> list_applied(Session& session);
// Those of `applied` that this program does not know, or knows otherwise: it is older than whoever wrote them.
std::vector<std::string> missing(std::span<const Migration> known, const std::vector<AppliedMigration>& applied);

// Nothing was ever kept at this address: no tables, or no file.
bool is_empty(const Address& address);

}  // namespace db
