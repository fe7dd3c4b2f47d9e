#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace db {

// One forward step of the tables. Written once in SQLite's STRICT dialect with the types INTEGER, REAL, TEXT, BLOB;
// ddl.hpp tells what PostgreSQL is given. Never changed once it has run anywhere: the database keeps its checksum.
struct Migration {
    int number = 0;  // unique in the whole product
    std::string_view name;
    std::string_view sql;
};

// The migrations of several parts as one list.
std::vector<Migration> together(const std::vector<std::span<const Migration>>& parts);

}  // namespace db
