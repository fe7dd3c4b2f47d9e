#include "backup/rows.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <stdexcept>

namespace {

const db::Table things{"things",
                       {{"id", db::Kind::integer}, {"amount", db::Kind::real}, {"title", db::Kind::text}, {"bytes", db::Kind::blob}}};

db::Cells back(const db::Cells& row) {
    std::string text = backup::write_columns(things);
    backup::append_row(row, text);
    db::Cells read;
    backup::read_rows("things", text, [&](const db::Table& table, const db::Cells& cells) {
        EXPECT_EQ(table.columns.size(), things.columns.size());
        read = cells;
    });
    return read;
}

TEST(Rows, every_value_comes_back_as_it_was) {
    using namespace std::string_literals;
    const db::Cells rows[] = {
        {std::int64_t{1}, 0.1, "ลานคนเมือง"s, db::Blob{"\0\xff\n"s}},
        {std::numeric_limits<std::int64_t>::min(), 5e-324, ""s, db::Blob{}},
        {std::numeric_limits<std::int64_t>::max(), 1.7976931348623157e308, "\\N"s, db::Blob{"\\N"}},
        {std::int64_t{0}, -0.0, "a\tb\nc\rd\\e\0f"s, db::Blob{}},
        {{}, {}, {}, {}},
    };
    for (const auto& row : rows) EXPECT_EQ(back(row), row);
}

TEST(Rows, a_line_that_is_none_is_refused) {
    const auto nobody = [](const db::Table&, const db::Cells&) {};
    for (const char* bad : {"id:number\n", "id:integer\n1\t2\n", "id:integer\none\n", "id:blob\nabc\n", "id:blob\nzz\n", "id:text\n\\x\n"})
        EXPECT_THROW(backup::read_rows("things", bad, nobody), std::runtime_error) << bad;
}

}  // namespace
