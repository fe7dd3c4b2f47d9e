#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "app/wiring.hpp"
#include "db/testing.hpp"

namespace {

// Every SQL constant of the product is linked into this program.
std::string this_program() {
    std::ifstream file("/proc/self/exe", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The search index is a file of its own, with its own tables, on SQLite only; its own tests run its statements.
bool is_of_the_search_index(std::string_view sql) {
    for (const std::string_view table : {" documents", " postings", " notes"})
        for (const std::string_view before : {"FROM", "INTO", "UPDATE"})
            if (sql.find(std::string(before) + std::string(table)) != std::string_view::npos) return true;
    return false;
}

EACH_ENGINE(SqlConstants, every_statement_of_the_product_is_understood) {
    const auto migrations = app::migrations();
    db::testing::Fresh database(engine, {migrations});
    int tried = 0;
    for (const auto& constant : db::testing::sql_constants(this_program())) {
        if (constant.engine.value_or(engine) != engine || is_of_the_search_index(constant.text)) continue;
        ++tried;
        const auto refusal = db::testing::refusal(database.address(), constant);
        EXPECT_FALSE(refusal) << *refusal;
    }
    EXPECT_GT(tried, 100);
}

}  // namespace
