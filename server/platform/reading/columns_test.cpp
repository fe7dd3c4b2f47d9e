#include "reading/columns.hpp"

#include <gtest/gtest.h>

namespace reading {
namespace {

std::string text_of(const Lines& lines) {
    std::string text;
    for (const auto& line : lines)
        if (!line.blank() && line.text != page_break) text += line.text + "\n";
    return text;
}

const std::string two_columns =
    "     วงเรียนรู้เริ่มต้นจากคนเจ็ดคนที่ศาลาวัด            ปีที่สองมีโรงเรียนเข้ามาร่วมอีกสองแห่ง และ\n"
    "     ทุกเย็นวันพฤหัสบดีหลังเลิกงานสวนยางพารา           สถานีอนามัยส่งพยาบาลมานั่งฟังทุกครั้งที่มี\n"
    "     แรกๆ คุยกันเรื่องราคายาง ต่อมาคุยเรื่องลูก           การจัดวง เรื่องที่คุยขยายจากปากท้องไปสู่\n"
    "     หลานที่ไม่กลับบ้าน แล้วจึงคุยกันเรื่องป่าชุมชน        สุขภาพของผู้สูงอายุและการดูแลกันเองใน\n"
    "     ที่ปู่ย่าตายายเคยรักษาไว้ให้พวกเราทุกคน             หมู่บ้าน จนเกิดกองทุนข้าวสารของหมู่บ้าน\n";

TEST(Columns, the_left_column_is_read_before_the_right_one) {
    const auto text = text_of(untangle_columns(split_lines(two_columns)));
    EXPECT_LT(text.find("ป่าชุมชน"), text.find("ปีที่สอง"));
    EXPECT_LT(text.find("เย็นวันพฤหัสบดี"), text.find("แรกๆ"));
    EXPECT_LT(text.find("ปีที่สอง"), text.find("กองทุนข้าวสาร"));
}

TEST(Columns, a_heading_across_both_stays_where_it_stands) {
    const auto heading = std::string("     บทที่สาม ว่าด้วยการเริ่มต้นของวงเรียนรู้ในหมู่บ้านและการขยายไปสู่หมู่บ้านอื่นในตำบลเดียวกัน\n");
    const auto text = text_of(untangle_columns(split_lines(two_columns + heading + two_columns)));
    EXPECT_LT(text.find("กองทุนข้าวสาร"), text.find("บทที่สาม"));
    EXPECT_LT(text.find("บทที่สาม"), text.rfind("วงเรียนรู้เริ่มต้น"));
}

TEST(Columns, one_column_and_a_table_of_short_cells_stay_as_they_are) {
    std::string table = "ชื่อ              จำนวน        หน่วย\n";
    for (int i = 0; i < 10; ++i) table += "กล้วยไม้            12          ต้น\n";
    for (const auto& text : {table, std::string("บรรทัดเดียว\nอีกบรรทัด\n")})
        EXPECT_EQ(text_of(untangle_columns(split_lines(text))), text_of(split_lines(text)));
}

TEST(Columns, columns_are_looked_for_on_each_page_by_itself) {
    const auto text = text_of(untangle_columns(split_lines("คำนำของหนังสือเล่มนี้อยู่ในหน้าเดียว\n\f" + two_columns)));
    EXPECT_LT(text.find("คำนำ"), text.find("วงเรียนรู้เริ่มต้น"));
    EXPECT_LT(text.find("ป่าชุมชน"), text.find("ปีที่สอง"));
}

}  // namespace
}  // namespace reading
