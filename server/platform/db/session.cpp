#include "db/session.hpp"

#include <string>

namespace db {

void Session::refuse_count(Sql sql, std::string_view found) const {
    throw NotOne(std::string(found) + " where one is meant: " + sql.text(engine()));
}

void Session::refuse_parameters(const Statement& statement, std::size_t given) {
    throw Broken(std::to_string(given) + " values for " + std::to_string(statement.parameters) +
                 " placeholders: " + std::string(statement.sql));
}

}  // namespace db
