#include "db/whole.hpp"

#include <algorithm>
#include <filesystem>

#include "db/ddl.hpp"
#include "db/postgres/connection.hpp"
#include "db/sqlite/connection.hpp"

namespace db {

namespace {

using namespace std::chrono_literals;

// Reading or filling a whole database takes as long as it takes.
std::unique_ptr<Connection> connect(const Address& address, sqlite::Mode mode) {
    if (address.engine == Engine::sqlite) return std::make_unique<sqlite::Connection>(address.where, mode, 30s);
    auto connection = std::make_unique<postgres::Connection>(address.where, 0ms);
    connection->script("SET idle_in_transaction_session_timeout = 0");
    return connection;
}

std::unique_ptr<Statement> prepare_once(Connection& connection, const std::string& text, std::span<const Kind> kinds) {
    if (connection.engine() == Engine::sqlite) return static_cast<sqlite::Connection&>(connection).prepare_once(text);
    return static_cast<postgres::Connection&>(connection).prepare_once(text, kinds);
}

constexpr Sql names_of_tables{
    "/* sqlite */ SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name",
    "/* postgres */ SELECT table_name AS name FROM information_schema.tables"
    " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name COLLATE \"C\""};

constexpr Sql columns_of_table{"/* sqlite */ SELECT name, type FROM pragma_table_info($1) ORDER BY cid",
                               "/* postgres */ SELECT column_name AS name, data_type AS type FROM information_schema.columns"
                               " WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position"};

struct NamedType {
    std::string name;
    std::string type;
};
BOOST_DESCRIBE_STRUCT(NamedType, (), (name, type))

Kind kind_of_type(const std::string& type) {
    for (const std::string_view integer : {"INTEGER", "BIGINT", "bigint", "integer", "smallint"})
        if (type == integer) return Kind::integer;
    for (const std::string_view real : {"REAL", "double precision"})
        if (type == real) return Kind::real;
    for (const std::string_view blob : {"BLOB", "bytea"})
        if (type == blob) return Kind::blob;
    for (const std::string_view text : {"TEXT", "text"})
        if (type == text) return Kind::text;
    throw Broken("a column of the type " + type + " cannot be carried over");
}

std::vector<Table> list_tables(Session& session) {
    std::vector<Table> tables;
    for (auto& name : session.all<std::string>(names_of_tables)) {
        Table table{std::move(name), {}};
        for (auto& column : session.all<NamedType>(columns_of_table, table.name))
            table.columns.push_back({std::move(column.name), kind_of_type(column.type)});
        tables.push_back(std::move(table));
    }
    return tables;
}

std::string in_quotes(std::string_view name) {
    std::string text = "\"";
    for (const char character : name) text.append(character == '"' ? 2 : 1, character);
    return text + "\"";
}

std::string names(const Table& table) {
    std::string text;
    for (const auto& column : table.columns) text += (text.empty() ? "" : ", ") + in_quotes(column.name);
    return text;
}

Cell cell_at(const Row& row, int column, Kind kind) {
    if (row.is_null(column)) return {};
    switch (kind) {
        case Kind::integer:
            return row.integer(column);
        case Kind::real:
            return row.real(column);
        case Kind::blob:
            return Blob{row.blob(column)};
        case Kind::text:
            break;
    }
    return std::string(row.text(column));
}

Parameter parameter_of(const Cell& cell, Kind kind) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return {Kind::integer, *whole};
    if (const auto* real = std::get_if<double>(&cell)) return {Kind::real, *real};
    if (const auto* text = std::get_if<std::string>(&cell)) return {Kind::text, std::string_view(*text)};
    if (const auto* blob = std::get_if<Blob>(&cell)) return {Kind::blob, std::string_view(blob->bytes)};
    return {kind, std::monostate{}};
}

// PostgreSQL is asked over a wire; SQLite gains nothing by larger statements.
std::size_t rows_together(Engine engine) {
    return engine == Engine::postgres ? 200 : 1;
}

// A list of migrations of which none was applied yet is nothing, too.
bool holds_nothing(Session& session) {
    const auto tables = session.all<std::string>(names_of_tables);
    if (tables != std::vector<std::string>{"db_migrations"}) return tables.empty();
    return session.one<std::int64_t>("SELECT count(*) FROM db_migrations") == 0;
}

bool is_same(const Migration& migration, const AppliedMigration& applied) {
    return migration.number == applied.number && checksum(migration.sql) == applied.checksum;
}

}  // namespace

WholeReader::WholeReader(const Address& address) : connection_(connect(address, sqlite::Mode::read)), session_(*connection_) {
    connection_->script(address.engine == Engine::sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    tables_ = list_tables(session_);  // on both engines the moment is that of the first question
}

WholeReader::~WholeReader() = default;  // closing the connection ends what it had begun

void WholeReader::each_row(const Table& table, const std::function<void(const Cells&)>& take) {
    const std::string text = "SELECT " + names(table) + " FROM " + in_quotes(table.name);
    const auto statement = prepare_once(*connection_, text, {});
    Cells cells(table.columns.size());
    connection_->execute(*statement, {}, Delivery::streamed, [&](const Row& row) {
        for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = cell_at(row, static_cast<int>(i), table.columns[i].kind);
        take(cells);
    });
}

WholeWriter::WholeWriter(const Address& address, std::span<const Migration> known, const std::vector<AppliedMigration>& applied)
    : connection_(connect(address, sqlite::Mode::write)), session_(*connection_) {
    begin();
    if (!holds_nothing(session_)) throw Broken("the database is not empty");
    make_tables(known, applied);
    drop_references();
    for (const auto& table : list_tables(session_)) connection_->script("DELETE FROM " + in_quotes(table.name));  // what migrations left
}

WholeWriter::~WholeWriter() = default;

// Migrations wait for one another with this lock: see migrate.cpp.
void WholeWriter::begin() {
    if (connection_->engine() == Engine::postgres) return connection_->script("BEGIN; SELECT pg_advisory_xact_lock(5002, 0)");
    connection_->script("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");  // rows come in no order; close_tables() looks once for all
}

void WholeWriter::make_tables(std::span<const Migration> known, const std::vector<AppliedMigration>& applied) {
    connection_->script(migrations_table);
    auto ordered = applied;
    std::ranges::sort(ordered, {}, &AppliedMigration::number);
    for (const auto& one : ordered) {
        const auto found = std::ranges::find_if(known, [&](const Migration& migration) { return is_same(migration, one); });
        if (found == known.end()) throw Broken("the back-up is newer than this program: it has " + one.name);
        connection_->script(ddl_for(connection_->engine(), found->sql));
    }
}

struct Reference {
    std::string drop;
    std::string make;
};
BOOST_DESCRIBE_STRUCT(Reference, (), (drop, make))

void WholeWriter::drop_references() {
    if (connection_->engine() == Engine::sqlite) return;
    const auto found = session_.all<Reference>(
        "/* postgres */ SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,"
        " format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make"
        " FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace");
    for (const auto& reference : found) {
        connection_->script(reference.drop);
        references_.push_back(reference.make);
    }
}

void WholeWriter::prepare(std::size_t rows) {
    std::string places;
    std::vector<Kind> kinds;
    for (std::size_t row = 0; row < rows; ++row) {
        places += row == 0 ? "(" : "), (";
        for (const auto& column : table_.columns) {
            kinds.push_back(column.kind);
            places += (&column == &table_.columns.front() ? "$" : ", $") + std::to_string(kinds.size());
        }
    }
    insert_.reset();
    text_ = "INSERT INTO " + in_quotes(table_.name) + " (" + names(table_) + ") VALUES " + places + ")";
    insert_ = prepare_once(*connection_, text_, kinds);
    prepared_rows_ = rows;
}

void WholeWriter::insert(const Table& table, const Cells& row) {
    if (row.size() != table.columns.size()) throw Broken("a row of " + table.name + " has " + std::to_string(row.size()) + " values");
    if (table_.name != table.name) {
        send();
        table_ = table;
        prepared_rows_ = 0;
    }
    waiting_.insert(waiting_.end(), row.begin(), row.end());
    if (waiting_.size() >= row.size() * rows_together(connection_->engine())) send();
}

void WholeWriter::send() {
    if (waiting_.empty()) return;
    const auto columns = table_.columns.size();
    if (const auto rows = waiting_.size() / columns; rows != prepared_rows_) prepare(rows);
    std::vector<Parameter> parameters;
    parameters.reserve(waiting_.size());
    for (std::size_t i = 0; i < waiting_.size(); ++i) parameters.push_back(parameter_of(waiting_[i], table_.columns[i % columns].kind));
    connection_->execute(*insert_, parameters, Delivery::at_once, [](const Row&) {});
    waiting_.clear();
}

void WholeWriter::close_tables() {
    send();
    insert_.reset();
    table_ = {};
    for (const auto& reference : references_) connection_->script(reference);
    if (connection_->engine() == Engine::postgres) return;
    const auto loose = session_.one<std::int64_t>("/* sqlite */ SELECT count(*) FROM pragma_foreign_key_check");
    if (loose > 0) throw Broken(std::to_string(loose) + " rows refer to rows that are not there");
}

void WholeWriter::commit() {
    connection_->script("COMMIT");
    if (connection_->engine() == Engine::sqlite) connection_->script("PRAGMA wal_checkpoint(TRUNCATE)");  // all of it in the one file
}

std::vector<AppliedMigration> list_applied(Session& session) {
    return session.all<AppliedMigration>("SELECT number, name, checksum FROM db_migrations ORDER BY number");
}

std::vector<std::string> missing(std::span<const Migration> known, const std::vector<AppliedMigration>& applied) {
    std::vector<std::string> names;
    for (const auto& one : applied)
        if (std::ranges::none_of(known, [&](const Migration& migration) { return is_same(migration, one); })) names.push_back(one.name);
    return names;
}

bool is_empty(const Address& address) {
    std::error_code absent;
    if (address.engine == Engine::sqlite &&
        (!std::filesystem::exists(address.where) || std::filesystem::file_size(address.where, absent) == 0))
        return true;
    const auto connection = connect(address, sqlite::Mode::read);
    Session session(*connection);
    return holds_nothing(session);
}

}  // namespace db
