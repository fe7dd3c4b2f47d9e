#include "base/csv.hpp"

#include <gtest/gtest.h>

namespace base::csv {

namespace {

std::vector<Row> all(std::string_view text) {
    Reader reader(text);
    std::vector<Row> rows;
    while (auto row = reader.next()) rows.push_back(*row);
    return rows;
}

using Cells = std::vector<std::string>;

}  // namespace

TEST(Csv, a_separator_inside_a_quoted_name_is_no_separator) {
    const auto row = csv::Reader("\"a;b;c\",d\n").next();
    ASSERT_TRUE(row);
    EXPECT_EQ(row->cells, (std::vector<std::string>{"a;b;c", "d"}));
}

TEST(Csv, reads_rows_and_tells_their_lines) {
    const auto rows = all("รหัส,ชื่อ\r\n80012101,บ้านปากพยิง\r\n\r\n80012102,บ้านท่าซัก");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[1].cells, (Cells{"80012101", "บ้านปากพยิง"}));
    EXPECT_EQ(rows[2].line, 4u);
}

TEST(Csv, a_quoted_cell_holds_separators_quotes_and_line_breaks) {
    const auto rows = all("a,\"x, \"\"y\"\"\nz\",b\nnext");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].cells, (Cells{"a", "x, \"y\"\nz", "b"}));
    EXPECT_EQ(rows[1].line, 3u);
}

TEST(Csv, takes_the_separator_of_the_first_line) {
    EXPECT_EQ(all("a;b;c\n1;2,5;3")[1].cells, (Cells{"1", "2,5", "3"}));
    EXPECT_EQ(all("a\tb\n1\t2")[1].cells, (Cells{"1", "2"}));
}

TEST(Csv, the_byte_order_mark_is_not_part_of_a_name) {
    EXPECT_EQ(all("\xEF\xBB\xBF"
                  "code\n1")[0]
                  .cells,
              (Cells{"code"}));
}

TEST(Csv, a_quote_that_never_ends_reads_to_the_end) {
    EXPECT_EQ(all("a,\"b\nc").size(), 1u);
}

TEST(Csv, finds_columns_by_any_of_their_names_in_any_order) {
    const std::vector<Column> columns{{"code", {"รหัส", "village code"}, true}, {"name", {"ชื่อ"}, true}, {"moo", {"หมู่ที่"}}};
    Table table("ชื่อ,หมายเหตุ,Village_Code\nบ้านท่าซัก,ใหม่,80012101\n", columns);
    EXPECT_TRUE(table.missing().empty());
    EXPECT_EQ(table.unknown(), (Cells{"หมายเหตุ"}));
    const auto line = table.next();
    ASSERT_TRUE(line);
    EXPECT_EQ(line->cells, (Cells{"80012101", "บ้านท่าซัก", ""}));
    EXPECT_FALSE(line->ragged);
}

TEST(Csv, a_row_with_too_few_or_too_many_cells_is_ragged_and_still_read) {
    const std::vector<Column> columns{{"code", {}, true}, {"name", {}, true}};
    Table table("code,name\n1\n2,b,c\n", columns);
    const auto few = table.next();
    EXPECT_TRUE(few->ragged);
    EXPECT_EQ(few->cells, (Cells{"1", ""}));
    EXPECT_TRUE(table.next()->ragged);
}

TEST(Csv, names_required_columns_that_are_missing) {
    const std::vector<Column> columns{{"code", {}, true}, {"name", {}, true}};
    EXPECT_EQ(Table("name\nx\n", columns).missing(), (Cells{"code"}));
    EXPECT_EQ(Table("", columns).missing(), (Cells{"code", "name"}));
}

TEST(Csv, writes_cells_that_read_back_and_never_run_as_formulas) {
    EXPECT_EQ(cell("ท่าซัก"), "ท่าซัก");
    EXPECT_EQ(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
    EXPECT_EQ(cell("=1+1"), "'=1+1");
    EXPECT_EQ(all(cell("x\n\"y\""))[0].cells, (Cells{"x\n\"y\""}));
}

}  // namespace base::csv
