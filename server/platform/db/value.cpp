#include "db/value.hpp"

#include <string>

namespace db {

void refuse_value(const Row& row, int column, std::string_view problem) {
    throw Broken("column " + row.column_name(column) + " " + std::string(problem));
}

void refuse_null(const Row& row, int column) {
    refuse_value(row, column, "is NULL, and what it is read into cannot be");
}

}  // namespace db
