#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "decode/cage.hpp"
#include "decode/office/testing.hpp"

namespace decode {
namespace {

namespace fs = std::filesystem;
using testing::docx;
using testing::odt;
using testing::Part;
using testing::pdf;

// All through the real cage: what reads must do so with the system calls and the memory that it has there.
class PapersTest : public ::testing::Test {
  protected:
    PapersTest() { fs::create_directories(folder_); }
    ~PapersTest() override { fs::remove_all(folder_); }

    Outcome open(Paper kind, const std::string& file) {
        std::ofstream(folder_ / "in", std::ios::binary) << file;
        const int input = ::open((folder_ / "in").c_str(), O_RDONLY | O_CLOEXEC);
        auto outcome = Cage(program_beside_this_one(), folder_ / "scratch").run(PaperOrder{kind}, input);
        close(input);
        return outcome;
    }
    std::string text(Paper kind, const std::string& file) {
        const auto outcome = open(kind, file);
        EXPECT_EQ(outcome.end, End::done) << outcome.words;
        return outcome.made;
    }
    std::optional<Fault> fault(Paper kind, const std::string& file) {
        const auto outcome = open(kind, file);
        EXPECT_EQ(outcome.end, End::refused) << outcome.words;
        EXPECT_TRUE(outcome.made.empty());
        return outcome.fault;
    }
    static bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

    const fs::path folder_ = fs::path(::testing::TempDir()) / ("lomwong_papers_" + std::to_string(getpid()));
};

std::string p(const std::string& text, const std::string& settings = "") {
    return "<w:p><w:pPr>" + settings + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

const Part styles{"word/styles.xml",
                  "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                  "<w:style w:styleId='1'><w:name w:val='heading 1'/></w:style>"
                  "<w:style w:styleId='a3'><w:name w:val='Title'/></w:style>"
                  "<w:style w:styleId='own'><w:name w:val='หัวข้อของเรา'/><w:basedOn w:val='1'/></w:style>"
                  "<w:style w:styleId='loop'><w:name w:val='x'/><w:basedOn w:val='loop'/></w:style>"
                  "<w:style w:styleId='10'><w:name w:val='toc 1'/></w:style></w:styles>"};

TEST_F(PapersTest, a_word_document_comes_out_with_its_headings_paragraphs_and_items) {
    const auto page =
        text(Paper::docx, docx(p("บันทึกวงคุย", "<w:pStyle w:val='a3'/>") + p("บทที่หนึ่ง 3", "<w:pStyle w:val='10'/>") +
                                   p("เริ่มต้น", "<w:pStyle w:val='own'/>") + p("คุยกัน &lt;ที่&gt; ศาลา") +
                                   p("ข้อแรก", "<w:numPr><w:numId w:val='4'/></w:numPr>") + p("วนเวียน", "<w:pStyle w:val='loop'/>"),
                               {styles}));
    EXPECT_TRUE(holds(page, "<h2>บันทึกวงคุย</h2>\n<h2>เริ่มต้น</h2>\n<p>คุยกัน &lt;ที่&gt; ศาลา</p>\n<li>ข้อแรก</li>\n<p>วนเวียน</p>\n")) << page;
    EXPECT_FALSE(holds(page, "บทที่หนึ่ง"));
}

TEST_F(PapersTest, what_was_struck_out_and_what_stands_twice_is_read_once_or_not_at_all) {
    const auto page = text(
        Paper::docx,
        docx("<w:p><w:r><w:t>หน้า</w:t></w:r><w:del><w:r><w:delText>ทิ้ง</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>ย้าย</w:t></w:r>"
             "</w:moveFrom><mc:AlternateContent><mc:Choice><w:r><w:txbxContent><w:p><w:r><w:t>กรอบ</w:t></w:r></w:p></w:txbxContent></w:r>"
             "</mc:Choice><mc:Fallback><w:p><w:r><w:t>กรอบ</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:r><w:t>หลัง</w:t></w:r></"
             "w:p>"));
    EXPECT_TRUE(holds(page, "<body>\n<p>หน้าหลัง</p>\n<p>กรอบ</p>\n")) << page;
    EXPECT_FALSE(holds(page, "ทิ้ง"));
    EXPECT_FALSE(holds(page, "ย้าย"));
}

TEST_F(PapersTest, a_table_is_lines_and_a_frame_of_one_cell_is_its_paragraphs) {
    const auto cell = [](const std::string& text) { return "<w:tc>" + text + "</w:tc>"; };
    const auto page = text(Paper::docx, docx("<w:tbl><w:tr>" + cell(p("ชื่อ")) + cell(p("บ้าน") + p("เลขที่")) + "</w:tr><w:tr>" +
                                             cell(p("หนึ่ง") + p("สอง")) + "</w:tr></w:tbl>"));
    EXPECT_TRUE(holds(page, "<p>ชื่อ | บ้าน เลขที่</p>\n<p>หนึ่ง</p>\n<p>สอง</p>\n")) << page;
}

TEST_F(PapersTest, title_and_day_stand_where_the_paper_tells_of_itself) {
    const Part core{"docProps/core.xml",
                    "<p xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:t='http://purl.org/dc/terms/'><dc:title>รายงาน ๒๕๕๙</dc:title>"
                    "<t:created>2016-03-05T01:00:00Z</t:created></p>"};
    const auto page = text(Paper::docx, docx(p("คำ"), {core}));
    EXPECT_TRUE(holds(page, "<title>รายงาน ๒๕๕๙</title>")) << page;
    EXPECT_TRUE(holds(page, "content=\"2016-03-05T01:00:00Z\"")) << page;
}

TEST_F(PapersTest, an_open_document_comes_out_alike) {
    const auto page = text(
        Paper::odt,
        odt("<office:automatic-styles><style:style style:name='P1' style:parent-style-name='Title'/></office:automatic-styles><office:body>"
            "<office:text><text:tracked-changes><text:p>ทิ้ง</text:p></text:tracked-changes><text:p text:style-name='P1'>บันทึก</text:p>"
            "<text:h>เริ่ม</text:h><text:p>คำ<text:s/>คำ<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>ท้ายหน้า"
            "</text:p></text:note-body></text:note>ต่อ</text:p><text:list><text:list-item><text:p>ข้อ</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>ก</text:p></table:table-cell><table:table-cell><text:p>ข</text:p>"
            "</table:table-cell></table:table-row></table:table></office:text></office:body>"));
    EXPECT_TRUE(holds(page, "<h2>บันทึก</h2>\n<h2>เริ่ม</h2>\n<p>คำ คำต่อ</p>\n<p>ท้ายหน้า</p>\n<li>ข้อ</li>\n<p>ก | ข</p>\n")) << page;
    EXPECT_FALSE(holds(page, "ทิ้ง"));
}

TEST_F(PapersTest, a_pdf_comes_out_page_by_page) {
    EXPECT_EQ(std::ranges::count(text(Paper::pdf, pdf({{"first"}, {"second"}})), '\f'), 2);
}

TEST_F(PapersTest, a_pdf_of_pictures_alone_or_of_too_many_pages_says_so) {
    EXPECT_EQ(fault(Paper::pdf, pdf({{}, {}})), Fault::without_text);
    EXPECT_EQ(fault(Paper::pdf, pdf(std::vector<std::vector<std::string>>(10'000, {"p"}))), Fault::too_many_pages);
    EXPECT_EQ(fault(Paper::pdf, "%PDF-1.4\nthis is none"), Fault::broken);
}

TEST_F(PapersTest, a_bomb_is_refused_before_it_fills_anything) {
    const auto air = "<w:p>" + std::string(std::size_t{64} << 20, ' ') + "</w:p>";
    EXPECT_EQ(fault(Paper::docx, docx(air)), Fault::swells);
    std::vector<Part> many(10'001, {"x", ""});
    many.push_back({"word/document.xml", "<x/>"});
    EXPECT_EQ(fault(Paper::docx, testing::zip(many)), Fault::swells);
}

TEST_F(PapersTest, entities_are_never_read_neither_inside_nor_outside) {
    const std::string laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><x>&b;</x>";
    EXPECT_EQ(fault(Paper::docx, testing::zip({{"word/document.xml", laughs}})), Fault::hostile);
    EXPECT_EQ(fault(Paper::odt, testing::zip({{"content.xml", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>"}})), Fault::hostile);
}

TEST_F(PapersTest, nesting_without_end_is_refused) {
    std::string deep;
    for (int i = 0; i < 300; ++i) deep += "<w:sdt>";
    EXPECT_EQ(fault(Paper::docx, docx(deep)), Fault::hostile);
}

TEST_F(PapersTest, sizes_that_do_not_agree_and_cut_off_files_are_broken) {
    EXPECT_EQ(fault(Paper::docx, testing::zip({{"word/document.xml", "<x/>", 5}})), Fault::broken);
    EXPECT_EQ(fault(Paper::docx, testing::zip({{"word/document.xml", "<x/>", -2}})), Fault::broken);
    const auto whole = docx(p("คำ"));
    EXPECT_EQ(fault(Paper::docx, whole.substr(0, whole.size() / 2)), Fault::broken);
    EXPECT_EQ(fault(Paper::docx, "PK\x03\x04 and nothing"), Fault::broken);
    EXPECT_EQ(fault(Paper::docx, ""), Fault::broken);
}

TEST_F(PapersTest, an_archive_inside_the_archive_is_not_opened) {
    EXPECT_EQ(fault(Paper::docx, testing::zip({{"word/document.xml", docx(p("คำ"))}})), Fault::broken);
    EXPECT_EQ(fault(Paper::docx, testing::zip({{"inner.docx", docx(p("คำ"))}})), Fault::broken);
}

TEST_F(PapersTest, what_asks_for_a_password_says_so) {
    EXPECT_EQ(fault(Paper::docx, testing::zip({{"word/document.xml", "<x/>", 0, true}})), Fault::locked);
    const Part manifest{"META-INF/manifest.xml",
                        "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry><m:encryption-data/>"
                        "</m:file-entry></m:manifest>"};
    EXPECT_EQ(fault(Paper::odt, odt("", {manifest})), Fault::locked);
}

}  // namespace
}  // namespace decode
