#include "db/row.hpp"

#include <algorithm>
#include <string>

namespace db {

void check_one_column(const Statement& statement) {
    if (statement.columns.size() != 1)
        throw Broken("one value is read from " + std::to_string(statement.columns.size()) + " columns: " + std::string(statement.sql));
}

std::vector<int> find_columns(const Statement& statement, const std::vector<std::string_view>& members) {
    std::vector<int> found;
    for (const auto member : members) {
        const auto column = std::ranges::find(statement.columns, member);
        if (column == statement.columns.end())
            throw Broken("no column for the member " + std::string(member) + ": " + std::string(statement.sql));
        found.push_back(static_cast<int>(column - statement.columns.begin()));
    }
    for (const auto& column : statement.columns)
        if (std::ranges::find(members, column) == members.end())
            throw Broken("no member for the column " + column + ": " + std::string(statement.sql));
    return found;
}

}  // namespace db
