#include "search/index/sqlite.hpp"

namespace search {
namespace {

[[noreturn]] void fail(sqlite3* connection) {
    throw IndexBroken(std::string("search index: ") + sqlite3_errmsg(connection));
}

}  // namespace

Statement::Statement(sqlite3* connection, std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK)
        fail(connection);
    statement_.reset(made);
}

void Statement::check(int result) const {
    if (result != SQLITE_OK) fail(sqlite3_db_handle(statement_.get()));
}

Statement& Statement::bind(int index, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, std::string_view value) {
    check(sqlite3_bind_text64(statement_.get(), index, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_blob(int index, std::string_view value) {
    check(sqlite3_bind_blob64(statement_.get(), index, value.data(), value.size(), SQLITE_STATIC));
    return *this;
}

bool Statement::step() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) fail(sqlite3_db_handle(statement_.get()));
    return false;
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

void Statement::run() {
    const Rewind rewind(*this);
    while (step()) {
    }
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Connection::Connection(const std::string& path, File file) {
    sqlite3* made = nullptr;
    const int create = file == File::made_if_missing ? SQLITE_OPEN_CREATE : 0;
    const int result = sqlite3_open_v2(path.c_str(), &made, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | create, nullptr);
    handle_.reset(made);
    if (result != SQLITE_OK) fail(made);
    sqlite3_busy_timeout(made, 5000);
}

void Connection::execute(const std::string& sql) {
    if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(handle());
}

}  // namespace search
