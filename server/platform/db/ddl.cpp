#include "db/ddl.hpp"

#include <cctype>
#include <charconv>

namespace db {

namespace {

std::string section_for(Engine engine, std::string_view sql) {
    constexpr std::string_view mark = "-- engine: ";
    const std::string_view mine = engine == Engine::sqlite ? "sqlite" : "postgres";
    std::string kept;
    bool keep = true;
    while (!sql.empty()) {
        const auto length = std::min(sql.find('\n'), sql.size() - 1) + 1;
        std::string_view line = sql.substr(0, length);
        sql.remove_prefix(length);
        if (line.starts_with(mark)) {
            const auto who = line.substr(mark.size(), line.find_last_not_of("\r\n ") + 1 - mark.size());
            keep = who == "both" || who == mine;
        } else if (keep) {
            kept += line;
        }
    }
    return kept;
}

// Where a quoted text or a comment that begins at `start` ends; `start` itself if none does.
std::size_t skip(std::string_view sql, std::size_t start) {
    if (sql.substr(start).starts_with("--")) return std::min(sql.find('\n', start), sql.size());
    if (sql[start] == '\'' || sql[start] == '"') return std::min(sql.find(sql[start], start + 1), sql.size() - 1) + 1;
    return start;
}

bool is_letter(char character) {
    return std::isalnum(static_cast<unsigned char>(character)) || character == '_';
}

std::string_view in_postgres(std::string_view word, std::string_view before) {
    if (word == "INTEGER") return "BIGINT";
    if (word == "REAL") return "DOUBLE PRECISION";
    if (word == "BLOB") return "BYTEA";
    if (word == "TEXT" && before != "AS") return "TEXT COLLATE \"C\"";  // CAST(x AS TEXT) has none
    if (word == "STRICT") return "";
    return word;
}

std::string rewritten(std::string_view sql) {
    std::string result;
    std::string_view before;
    for (std::size_t at = 0; at < sql.size();) {
        if (const auto end = skip(sql, at); end != at) {
            result += sql.substr(at, end - at);
            at = end;
        } else if (is_letter(sql[at])) {
            auto stop = at;
            while (stop < sql.size() && is_letter(sql[stop])) ++stop;
            const auto word = sql.substr(at, stop - at);
            result += in_postgres(word, before);
            before = word;
            at = stop;
        } else {
            result += sql[at++];
        }
    }
    return result;
}

}  // namespace

std::string ddl_for(Engine engine, std::string_view sql) {
    const auto section = section_for(engine, sql);
    return engine == Engine::postgres ? rewritten(section) : section;
}

std::string checksum(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char character : text) hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001b3;
    char digits[16];
    const auto end = std::to_chars(digits, digits + sizeof digits, hash, 16).ptr;
    return {digits, end};
}

}  // namespace db
