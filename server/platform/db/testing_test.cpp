#include "db/testing.hpp"

#include <fstream>
#include <iterator>

namespace {

std::string this_program() {
    std::ifstream file("/proc/self/exe", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

constexpr db::Migration tables[] = {{1, "0001_kept", "CREATE TABLE kept (a INTEGER) STRICT;"}};

EACH_ENGINE(SqlConstants, all_that_a_program_holds_are_found_and_a_wrong_one_is_named) {
    const db::Sql right = "SELECT a FROM kept WHERE a = $1";
    const db::Sql wrong = "SELECT b FROM kept";
    const db::Sql other{"/* sqlite */ SELECT sqlite_version()", "/* postgres */ SELECT version()"};
    db::testing::Fresh database(engine, {tables});
    int found = 0;
    for (const auto& constant : db::testing::sql_constants(this_program())) {
        const bool is_right = constant.text == right.text(engine) || constant.text == other.text(engine);
        const bool is_wrong = constant.text == wrong.text(engine);
        if (!is_right && !is_wrong) continue;
        ++found;
        EXPECT_EQ(db::testing::refusal(database.address(), constant).has_value(), is_wrong) << constant.text;
    }
    EXPECT_EQ(found, 3);
}

}  // namespace
