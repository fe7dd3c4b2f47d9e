#include <gtest/gtest.h>
#include <zlib.h>

#include <map>
#include <vector>

#include "sheet/writers.hpp"

namespace sheet {

namespace {

using Row = std::vector<std::string>;

std::string write(Writer& writer, const std::vector<Row>& rows) {
    std::string bytes;
    for (const auto& row : rows) {
        writer.add_row(row);
        bytes += writer.take();
    }
    writer.finish();
    return bytes + writer.take();
}

std::uint32_t number(std::string_view bytes, std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes.at(at + i))) << (8 * i);
    return value;
}

std::string unpacked(std::string_view packed, std::size_t size) {
    std::string bytes(size, '\0');
    z_stream stream{};
    EXPECT_EQ(inflateInit2(&stream, -15), Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    inflateEnd(&stream);
    return bytes;
}

// The members of an archive as its directory tells of them, as any program finds them.
std::map<std::string, std::string> members(std::string_view zip) {
    std::map<std::string, std::string> found;
    const auto last = zip.size() - 22;
    EXPECT_EQ(number(zip, last, 4), 0x06054b50U);
    std::size_t at = number(zip, last + 16, 4);
    for (auto left = number(zip, last + 10, 2); left > 0; --left) {
        EXPECT_EQ(number(zip, at, 4), 0x02014b50U);
        const auto packed = number(zip, at + 20, 4), size = number(zip, at + 24, 4), name = number(zip, at + 28, 2);
        const std::size_t head = number(zip, at + 42, 4), body = head + 30 + number(zip, head + 26, 2);
        const auto bytes = unpacked(zip.substr(body, packed), size);
        EXPECT_EQ(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()), number(zip, at + 16, 4));
        EXPECT_EQ(number(zip, body + packed, 4), 0x08074b50U);
        found[std::string(zip.substr(at + 46, name))] = bytes;
        at += 46 + name;
    }
    return found;
}

bool has(std::string_view all, std::string_view part) {
    return all.find(part) != std::string_view::npos;
}

}  // namespace

TEST(Sheet, a_csv_has_the_mark_of_utf8_quotes_and_no_formula) {
    EXPECT_EQ(write(*make_csv_writer(), {{"ชื่อ", "พ.ศ."}, {"a,\"b\"", "=1+1"}}), "\xEF\xBB\xBFชื่อ,พ.ศ.\r\n\"a,\"\"b\"\"\",'=1+1\r\n");
}

TEST(Sheet, a_workbook_names_its_sheet_and_holds_every_cell_as_a_text) {
    const auto parts = members(write(*make_xlsx_writer(), {{"ชื่อ", "ว่าง", "สูตร"}, {"วัด <b> & \x01ศาลา", "", "=1+1"}}));
    EXPECT_TRUE(has(parts.at("xl/workbook.xml"), "<sheet name=\"1\" sheetId=\"1\" r:id=\"s1\"/>"));
    EXPECT_TRUE(has(parts.at("xl/_rels/workbook.xml.rels"), "Target=\"worksheets/sheet1.xml\""));
    const auto& sheet = parts.at("xl/worksheets/sheet1.xml");
    EXPECT_TRUE(has(sheet, "<t xml:space=\"preserve\">วัด &lt;b&gt; &amp; ศาลา</t></is></c><c/><c t=\"inlineStr\">")) << sheet;
    EXPECT_TRUE(has(sheet, ">=1+1</t>")) << sheet;
    EXPECT_TRUE(sheet.ends_with("</row></sheetData></worksheet>"));
}

TEST(Sheet, more_rows_than_a_sheet_holds_go_on_in_the_next_under_the_same_names) {
    const auto writer = make_xlsx_writer(3);
    const auto parts = members(write(*writer, {{"ชื่อ"}, {"1"}, {"2"}, {"3"}, {"4"}, {"5"}}));
    EXPECT_EQ(parts.size(), 4 + 3U);
    EXPECT_TRUE(has(parts.at("xl/worksheets/sheet3.xml"), "ชื่อ</t></is></c></row><row><c t=\"inlineStr\"><is><t xml:space=\"preserve\">5<"));
    EXPECT_TRUE(has(parts.at("xl/workbook.xml"), "sheetId=\"3\""));
}

TEST(Sheet, a_table_without_a_row_is_a_workbook_all_the_same) {
    EXPECT_EQ(members(write(*make_xlsx_writer(), {})).count("xl/worksheets/sheet1.xml"), 1U);
}

TEST(Sheet, a_text_longer_than_a_cell_may_be_is_cut_and_says_so) {
    std::string longest;
    while (longest.size() < 3 * 40'000) longest += "ก";
    const auto sheet = members(write(*make_xlsx_writer(), {{longest}})).at("xl/worksheets/sheet1.xml");
    const auto begins = sheet.find("ก");
    EXPECT_EQ(sheet.find("</t>") - begins, 3 * 32'767U);
    EXPECT_TRUE(has(sheet, "ก…</t>"));
}

TEST(Sheet, what_is_held_does_not_grow_with_the_rows) {
    const auto writer = make_xlsx_writer();
    std::size_t largest = 0;
    for (int row = 0; row < 50'000; ++row) {
        writer->add_row(Row{"องค์กรชุมชน " + std::to_string(row), "ตำบล"});
        if (row % 1000 == 0) largest = std::max(largest, writer->take().size());
    }
    EXPECT_LT(largest, 200'000U);
}

}  // namespace sheet
