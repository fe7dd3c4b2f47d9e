#include "db/sqlite/connection.hpp"

#include <sqlite3.h>

#include <charconv>
#include <string_view>
#include <utility>

#include "db/errors.hpp"

namespace db::sqlite {

namespace {

// "UNIQUE constraint failed: people.email" -> "people.email"
std::string constraint_of(std::string_view message) {
    const auto colon = message.find(": ");
    return colon == std::string_view::npos ? std::string() : std::string(message.substr(colon + 2));
}

[[noreturn]] void refuse_constraint(int extended, const std::string& message) {
    using Rule = Conflict::Rule;
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            throw Conflict(Rule::unique, constraint_of(message), message);
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            throw Conflict(Rule::foreign_key, "", message);
        case SQLITE_CONSTRAINT_NOTNULL:
            throw Conflict(Rule::not_null, constraint_of(message), message);
        default:
            throw Conflict(Rule::check, constraint_of(message), message);
    }
}

std::string reason(int code) {
    switch (code) {
        case SQLITE_FULL:
            return "the disk is full";
        case SQLITE_READONLY:
            return "the disk or the database file is read-only";
        case SQLITE_CANTOPEN:
            return "the database file cannot be opened";
        case SQLITE_NOMEM:
            return "out of memory";
        default:
            return "the disk cannot be read or written";
    }
}

bool is_world_broken(int code) {
    return code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_NOMEM;
}

// What one statement returns, column by column. Types are taken at their word: SQLite would convert where PostgreSQL refuses.
class StepRow final : public Row {
  public:
    explicit StepRow(sqlite3_stmt* statement) : statement_(statement) {}

    [[nodiscard]] bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    // Lists are made of numbers and texts: the value is asked for once, where every question of the column would look for it again. That
    // is allowed while one thread at a time uses a connection.
    [[nodiscard]] std::int64_t integer(int column) const override {
        sqlite3_value* value = sqlite3_column_value(statement_, column);
        if (sqlite3_value_type(value) != SQLITE_INTEGER) expect(column, SQLITE_INTEGER, "is no whole number");
        return sqlite3_value_int64(value);
    }
    [[nodiscard]] double real(int column) const override {
        if (sqlite3_column_type(statement_, column) != SQLITE_INTEGER) expect(column, SQLITE_FLOAT, "is no number");
        return sqlite3_column_double(statement_, column);
    }
    [[nodiscard]] std::string_view text(int column) const override {
        sqlite3_value* value = sqlite3_column_value(statement_, column);
        if (sqlite3_value_type(value) != SQLITE_TEXT) expect(column, SQLITE_TEXT, "is no text");
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
        return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
    }
    [[nodiscard]] std::string blob(int column) const override {
        expect(column, SQLITE_BLOB, "is no blob");
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    [[nodiscard]] std::string column_name(int column) const override { return sqlite3_column_name(statement_, column); }

  private:
    void expect(int column, int type, std::string_view problem) const {
        const int found = sqlite3_column_type(statement_, column);
        if (found == SQLITE_NULL) refuse_null(*this, column);
        if (found != type) refuse_value(*this, column, problem);
    }

    sqlite3_stmt* statement_;
};

// Counting SQLite's memory takes a lock at every allocation of every thread, and nobody asks for the count.
void leave_memory_uncounted() {
    [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

}  // namespace

class Connection::Prepared final : public Statement {
  public:
    Prepared(sqlite3_stmt* statement, std::string_view text) : Statement(text), handle(statement) {
        for (int column = 0; column < sqlite3_column_count(handle); ++column) columns.emplace_back(sqlite3_column_name(handle, column));
        for (int index = 1; index <= sqlite3_bind_parameter_count(handle); ++index) {
            const std::size_t number = number_of(sqlite3_bind_parameter_name(handle, index));
            if (number > places.size()) places.resize(number, 0);
            places[number - 1] = index;
        }
        parameters = places.size();
    }
    ~Prepared() override { sqlite3_finalize(handle); }

    // SQLite counts $2 before $1 if it stands first; both engines are to go by the number.
    [[nodiscard]] std::size_t number_of(const char* name) const {
        const std::string_view text = name ? name : "";
        std::size_t number = 0;
        if (text.starts_with('$')) std::from_chars(text.data() + 1, text.data() + text.size(), number);
        if (number == 0) throw Broken("placeholders are $1, $2 …: " + std::string(sql));
        return number;
    }

    void bind(std::size_t number, const Parameter& parameter) {
        const int place = places[number];
        if (place == 0) return;
        if (const auto* whole = std::get_if<std::int64_t>(&parameter.value))
            sqlite3_bind_int64(handle, place, *whole);
        else if (const auto* real = std::get_if<double>(&parameter.value))
            sqlite3_bind_double(handle, place, *real);
        else if (const auto* view = std::get_if<std::string_view>(&parameter.value))
            bind_bytes(place, parameter.kind, *view);
        else if (const auto* own = std::get_if<std::string>(&parameter.value))
            bind_bytes(place, parameter.kind, *own);
    }

    void bind_bytes(int place, Kind kind, std::string_view bytes) {
        const char* start = bytes.data() ? bytes.data() : "";  // a null pointer would bind NULL
        if (kind == Kind::blob)
            sqlite3_bind_blob64(handle, place, start, bytes.size(), SQLITE_STATIC);
        else
            sqlite3_bind_text64(handle, place, start, bytes.size(), SQLITE_STATIC, SQLITE_UTF8);
    }

    sqlite3_stmt* handle;
    std::vector<int> places;  // number - 1 -> SQLite's index
};

Connection::Connection(const std::string& path, Mode mode, std::chrono::milliseconds patience) {
    leave_memory_uncounted();
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
        const Gone gone(path + ": the database file cannot be opened");
        sqlite3_close(std::exchange(handle_, nullptr));
        throw gone;
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, static_cast<int>(patience.count()));
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);  // "x" is a name and never a text, as in PostgreSQL
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    try {
        script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA case_sensitive_like = ON;");
        // A table that comes in touches some thousand pages a transaction, again and again the same: with SQLite's own 2 MB they go to the
        // disk before the transaction ends, and with its 4 MB of log every transaction copies all of them into the file.
        script(mode == Mode::read ? "PRAGMA query_only = ON" : "PRAGMA cache_size = -8192; PRAGMA wal_autocheckpoint = 4096");
    } catch (...) {
        sqlite3_close(handle_);
        throw;
    }
}

Connection::~Connection() {
    prepared_.clear();
    sqlite3_close(handle_);
}

Statement& Connection::prepare(Sql sql, std::span<const Kind>) {
    return prepare_text(sql.text(Engine::sqlite));
}

Statement& Connection::prepare_text(const char* text) {
    auto& known = prepared_[text];
    if (!known) known = prepare_once(text);
    return *known;
}

std::unique_ptr<Statement> Connection::prepare_once(std::string_view text) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle_, text.data(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
        SQLITE_OK)
        refuse(text);
    return std::make_unique<Prepared>(statement, text);
}

std::int64_t Connection::execute(Statement& statement, std::span<const Parameter> parameters, Delivery,
                                 const std::function<void(const Row&)>& take) {
    auto& prepared = static_cast<Prepared&>(statement);
    sqlite3_stmt* handle = prepared.handle;
    if (sqlite3_stmt_busy(handle)) throw Broken("a statement was used again while its rows were being read");
    struct Reset {
        sqlite3_stmt* handle;
        ~Reset() {
            sqlite3_reset(handle);
            sqlite3_clear_bindings(handle);
        }
    } const reset{handle};

    for (std::size_t number = 0; number < parameters.size(); ++number) prepared.bind(number, parameters[number]);
    const StepRow row(handle);
    int code = sqlite3_step(handle);
    for (; code == SQLITE_ROW; code = sqlite3_step(handle)) take(row);
    if (code != SQLITE_DONE) refuse(prepared.sql);
    return sqlite3_stmt_readonly(handle) ? 0 : sqlite3_changes64(handle_);
}

void Connection::script(const std::string& text) {
    if (sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) refuse(text);
}

void Connection::begin_moment() {
    execute(prepare_text("BEGIN"), {}, Delivery::at_once, {});
}

void Connection::end_moment() noexcept {
    try {
        if (in_transaction()) execute(prepare_text("COMMIT"), {}, Delivery::at_once, {});
    } catch (const Error&) {
        usable_ = false;  // nothing was written that could be lost
    }
}

bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}

std::int64_t Connection::data_version() {
    std::int64_t version = 0;
    const auto take = [](void* into, int, char** values, char**) {
        const std::string_view text = values[0];
        std::from_chars(text.data(), text.data() + text.size(), *static_cast<std::int64_t*>(into));
        return 0;
    };
    if (sqlite3_exec(handle_, "PRAGMA data_version", take, &version, nullptr) != SQLITE_OK) refuse("PRAGMA data_version");
    return version;
}

void Connection::refuse(std::string_view sql) {
    const int extended = sqlite3_extended_errcode(handle_);
    const int code = extended & 0xff;
    const std::string message = sqlite3_errmsg(handle_);
    if (code == SQLITE_CONSTRAINT) refuse_constraint(extended, message);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw Busy("another process holds the database: " + message);
    if (code == SQLITE_FULL) throw Full(reason(code) + " (" + message + ")");
    if (is_world_broken(code)) {
        usable_ = false;
        throw Gone(reason(code) + " (" + message + ")");
    }
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) usable_ = false;
    throw Broken(message + ": " + std::string(sql));
}

}  // namespace db::sqlite
