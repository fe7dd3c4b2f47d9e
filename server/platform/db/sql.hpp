#pragma once

#include <cstdint>
#include <string_view>

namespace db {

enum class Engine : std::uint8_t { sqlite, postgres };

// One statement, known when the program is compiled: SQL put together from values cannot be written.
// Placeholders are $1, $2 … bound by number. Fragments that several statements share are macros of literals.
//
// Where the engines must part, two texts stand side by side: {"/* sqlite */ SELECT …", "/* postgres */ SELECT …"}; what only one
// engine is ever asked has its mark alone.
// Every text begins with its verb (after that mark), so that a test finds all of them in the binary and prepares each.
class Sql {
  public:
    consteval Sql(const char* text) : sqlite_(text), postgres_(text) {  // NOLINT(google-explicit-constructor): a literal is the SQL
        if (!begins_with_verb(text) && !marked(text, sqlite_mark) && !marked(text, postgres_mark))
            throw "an SQL text begins with SELECT, WITH, INSERT INTO, UPDATE or DELETE FROM";
    }
    consteval Sql(const char* sqlite, const char* postgres) : sqlite_(sqlite), postgres_(postgres) {
        if (!marked(sqlite, sqlite_mark) || !marked(postgres, postgres_mark)) throw "begin with /* sqlite */ and /* postgres */";
    }

    [[nodiscard]] constexpr const char* text(Engine engine) const { return engine == Engine::sqlite ? sqlite_ : postgres_; }

    static constexpr std::string_view sqlite_mark = "/* sqlite */ ";
    static constexpr std::string_view postgres_mark = "/* postgres */ ";
    static constexpr bool begins_with_verb(std::string_view text) {
        for (const std::string_view verb : {"SELECT ", "WITH ", "INSERT INTO ", "UPDATE ", "DELETE FROM "})
            if (text.starts_with(verb)) return true;
        return false;
    }

  private:
    static constexpr bool marked(std::string_view text, std::string_view mark) {
        return text.starts_with(mark) && begins_with_verb(text.substr(mark.size()));
    }

    const char* sqlite_;
    const char* postgres_;
};

}  // namespace db
