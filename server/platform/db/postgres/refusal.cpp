#include "db/postgres/refusal.hpp"

#include <algorithm>

#include "db/postgres/connection.hpp"

namespace db::postgres {

namespace {

std::string field(const PGresult* result, int code) {
    const char* text = result ? PQresultErrorField(result, code) : nullptr;
    return text ? text : "";
}

}  // namespace

Refusal::Refusal(const PGresult* result, const char* connection_message, std::string_view sql)
    : code_(field(result, PG_DIAG_SQLSTATE)),
      message_(field(result, PG_DIAG_MESSAGE_PRIMARY)),
      detail_(field(result, PG_DIAG_MESSAGE_DETAIL)),
      table_(field(result, PG_DIAG_TABLE_NAME)),
      constraint_(field(result, PG_DIAG_CONSTRAINT_NAME)),
      sql_(sql) {
    if (message_.empty()) message_ = connection_message;
}

// A codes of two characters stands for its whole class.
bool Refusal::is_any_of(std::initializer_list<std::string_view> codes) const {
    return std::ranges::any_of(codes, [&](std::string_view code) { return code_.starts_with(code); });
}

bool Refusal::connection_stays_usable() const {
    return !is_any_of({"08", "57P", "58", "0A000"});  // 0A000: a kept plan does not fit the tables any more
}

void Refusal::raise() const {
    using Rule = Conflict::Rule;
    if (is_any_of({"40001", "40P01"})) throw Collision(message_);
    if (is_any_of({"55P03", "57014", "0A000"})) throw Busy(message_);
    if (is_any_of({"53100"})) throw Full("the disk of the database is full: " + message_);
    if (is_any_of({"08", "25P03", "53", "57P", "58"})) throw Gone("PostgreSQL cannot serve now: " + message_);
    if (is_any_of({"23505"})) throw Conflict(Rule::unique, broken_columns(), message_);
    if (is_any_of({"23503"})) throw Conflict(Rule::foreign_key, constraint_, message_);
    if (is_any_of({"23502"})) throw Conflict(Rule::not_null, constraint_, message_);
    if (is_any_of({"23"})) throw Conflict(Rule::check, constraint_, message_);
    throw Broken(message_ + " (" + code_ + "): " + std::string(sql_));
}

// "Key (email, kind)=(…) already exists." -> "people.email, people.kind", as SQLite names them
std::string Refusal::broken_columns() const {
    const auto open = detail_.find('(');
    const auto close = detail_.find(")=(");
    if (open == std::string::npos || close == std::string::npos) return constraint_;
    std::string columns;
    for (std::size_t start = open + 1; start < close;) {
        const auto comma = std::min(detail_.find(", ", start), close);
        if (!columns.empty()) columns += ", ";
        columns += table_ + "." + detail_.substr(start, comma - start);
        start = comma + 2;
    }
    return columns;
}

}  // namespace db::postgres
