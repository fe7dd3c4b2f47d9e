#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <filesystem>
#include <fstream>

#include "decode/cage.hpp"
#include "decode/office/cell_value.hpp"
#include "decode/office/testing.hpp"

namespace decode {
namespace {

namespace fs = std::filesystem;
using testing::ods;
using testing::xlsx;

class TablesTest : public ::testing::Test {
  protected:
    TablesTest() { fs::create_directories(folder_); }
    ~TablesTest() override { fs::remove_all(folder_); }

    Outcome open(Workbook kind, const std::string& file, const std::string& sheet = "") {
        std::ofstream(folder_ / "in", std::ios::binary) << file;
        const int input = ::open((folder_ / "in").c_str(), O_RDONLY | O_CLOEXEC);
        auto outcome = Cage(program_beside_this_one(), folder_ / "scratch").run(TableOrder{kind, sheet}, input);
        close(input);
        return outcome;
    }
    std::string table(Workbook kind, const std::string& file, const std::string& sheet = "") {
        const auto outcome = open(kind, file, sheet);
        EXPECT_EQ(outcome.end, End::done) << outcome.words;
        return outcome.made;
    }

    const fs::path folder_ = fs::path(::testing::TempDir()) / ("lomwong_tables_" + std::to_string(getpid()));
};

TEST_F(TablesTest, a_sheet_comes_out_as_csv_with_its_own_row_numbers) {
    const auto file = xlsx(
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
        "<row r='3'><c r='B3' t='inlineStr'><is><t>บรรทัด&#10;สอง</t></is></c></row><row r='4'><c r='A4'><v>12</v></c></row>",
        {"ชื่อ, สกุล", "ที่อยู่"});
    EXPECT_EQ(table(Workbook::xlsx, file), "ภาคี,อื่น\n\"ชื่อ, สกุล\",ที่อยู่\n\n,บรรทัด สอง\n12,\n");
    EXPECT_EQ(table(Workbook::xlsx, file, "อื่น"), "ภาคี,อื่น\nที่สอง\n");
    EXPECT_EQ(open(Workbook::xlsx, file, "ซ่อน").fault, Fault::no_such_sheet);
}

TEST_F(TablesTest, dates_are_dates_in_both_systems_and_codes_keep_their_zeros) {
    const std::string row =
        "<row><c s='1'><v>41390</v></c><c s='2'><v>512</v></c><c><v>0.30000000000000004</v></c><c s='3'><v>45000.5</v></c></row>";
    EXPECT_EQ(table(Workbook::xlsx, xlsx(row)), "ภาคี,อื่น\n2013-04-26,00512,0.3,2023-03-15\n");
    EXPECT_EQ(table(Workbook::xlsx, xlsx(row, {}, true)), "ภาคี,อื่น\n2017-04-27,00512,0.3,2027-03-16\n");
}

TEST_F(TablesTest, a_formula_is_told_by_its_last_value_and_one_without_is_marked) {
    EXPECT_EQ(table(Workbook::xlsx, xlsx("<row><c><f>1+1</f><v>2</v></c><c t='str'><f>[1]x!A1</f><v>จากที่อื่น</v></c><c><f>A1</f></c>"
                                         "<c t='e'><f>B9</f><v>#REF!</v></c></row>")),
              "ภาคี,อื่น\n2,จากที่อื่น,\x1A,\x1A\n");
}

TEST_F(TablesTest, an_open_document_sheet_comes_out_alike) {
    const std::string cell = "<table:table-cell office:value-type='string'><text:p>";
    const auto file = ods("<table:table table:name='ภาคี'><table:table-row>" + cell + "ชื่อ</text:p></table:table-cell>" + cell +
                          "วัน</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated='2'/>"
                          "<table:table-row><table:table-cell office:value-type='float' office:value='512'><text:p>00512</text:p>"
                          "</table:table-cell><table:table-cell office:value-type='date' office:date-value='2013-04-26'><text:p>๒๖ เม.ย."
                          "</text:p></table:table-cell><table:table-cell table:number-columns-repeated='16000'/></table:table-row>"
                          "<table:table-row table:number-rows-repeated='1048000'/></table:table><table:table table:name='อื่น'/>");
    EXPECT_EQ(table(Workbook::ods, file), "ภาคี,อื่น\nชื่อ,วัน\n\n\n00512,2013-04-26\n");
}

TEST_F(TablesTest, what_repeats_without_end_is_refused) {
    const std::string cell =
        "<table:table-cell office:value-type='string' table:number-columns-repeated='1000000'><text:p>x</text:p></table:table-cell>";
    EXPECT_EQ(open(Workbook::ods,
                   ods("<table:table><table:table-row table:number-rows-repeated='1000000'>" + cell + "</table:table-row></table:table>"))
                  .fault,
              Fault::too_long);
    EXPECT_EQ(open(Workbook::xlsx, xlsx("<row r='2000000000'><c><v>1</v></c></row>")).fault, Fault::too_long);
}

TEST_F(TablesTest, a_bomb_and_texts_that_are_not_there_are_refused) {
    EXPECT_EQ(open(Workbook::xlsx, xlsx(std::string(std::size_t{64} << 20, ' '))).fault, Fault::swells);
    EXPECT_EQ(open(Workbook::xlsx, xlsx("<row><c t='s'><v>7</v></c></row>")).fault, Fault::broken);
    EXPECT_EQ(open(Workbook::ods, "PK\x03\x04").fault, Fault::broken);
}

TEST(CellValue, a_year_of_the_buddhist_era_that_was_typed_as_a_common_one_is_put_right) {
    EXPECT_EQ(office::date_text("2556-04-26"), "2013-04-26");
    EXPECT_EQ(office::date_text("2013-04-26T08:00:00"), "2013-04-26");
}

TEST(CellValue, the_day_that_never_was_does_not_shift_the_others) {
    const auto date = office::number_format(14);
    EXPECT_EQ(office::value_text("1", date, office::Epoch::of_1900), "1900-01-01");
    EXPECT_EQ(office::value_text("61", date, office::Epoch::of_1900), "1900-03-01");
}

TEST(CellValue, colours_and_words_in_a_format_make_no_date) {
    EXPECT_FALSE(office::number_format("[Red]#,##0\" days\"").date);
    EXPECT_FALSE(office::number_format("General").date);
    EXPECT_TRUE(office::number_format("[$-41E]d mmmm yyyy").date);
}

}  // namespace
}  // namespace decode
