#include "document/document.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "decode/cage.hpp"
#include "decode/testing.hpp"
#include "document/docx.hpp"
#include "document/pdf.hpp"
#include "document/press.hpp"
#include "document/testing.hpp"

namespace document {

namespace {

class Papers : public ::testing::Test {
  protected:
    ~Papers() override { std::filesystem::remove_all(folder_); }

    // What a tool says of the document as a PDF.
    std::string said_by(const std::string& command, const Document& document, const std::string& rest = "") {
        return testing::told_by(command + " " + keep(write_pdf(document, fonts_)) + rest);
    }
    std::string text(const Document& document) { return said_by("pdftotext -raw", document, " -"); }

    std::string read_docx(const Document& document) {
        const auto file = keep(write_docx(document));
        const int input = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        const auto outcome = cage().run(decode::PaperOrder{decode::Paper::docx}, input);
        ::close(input);
        EXPECT_EQ(outcome.end, decode::End::done) << outcome.words;
        return outcome.made;
    }

    std::shared_ptr<const std::string> photo() {
        const auto file = keep(decode::testing::png(400, 300));
        const int input = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        const auto outcome = cage().run(decode::PictureOrder{200, decode::WebFormat::jpeg}, input);
        ::close(input);
        return std::make_shared<const std::string>(outcome.made);
    }

    decode::Cage cage() const { return {decode::program_beside_this_one(), folder_ / "scratch"}; }

    Fonts fonts_;

  private:
    std::string keep(const std::string& bytes) {
        std::filesystem::create_directories(folder_ / "scratch");
        const auto file = folder_ / "file";
        std::ofstream(file, std::ios::binary) << bytes;
        return file.string();
    }

    const std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("document_test." + std::to_string(::getpid()));
};

Document of(std::vector<Block> blocks) {
    Document document{.title = "บันทึกข้อความ", .author = "เทศบาลตัวอย่าง", .made_at = {1'795'000'000'000}};
    document.parts.push_back({.blocks = std::move(blocks)});
    return document;
}

Paragraph said(std::string words) {
    return {.spans = {{std::move(words)}}};
}

bool holds(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_F(Papers, thai_comes_back_out_of_a_pdf_letter_by_letter) {
    const std::string words = "ผู้ใหญ่ ป้าปั้นปุ้ย ฝ่ายญี่ปุ่น ก๊วยเตี๋ยว น้ำซ้ำ ฟ้าผ่า ฏิบัติ กตัญญู ฐานรู้";
    const auto back = text(of({said(words)}));
    EXPECT_TRUE(holds(back, words)) << back;
}

TEST_F(Papers, a_line_ends_between_two_words) {
    std::string words;
    for (int i = 0; i < 30; ++i) words += "สานเสวนา";
    const auto back = text(of({said(words)}));
    ASSERT_TRUE(holds(back, "\n"));
    for (std::size_t at = back.find('\n'); at + 2 < back.size(); at = back.find('\n', at + 1)) {
        const auto next = std::string_view(back).substr(at + 1);
        EXPECT_TRUE(next.starts_with("สาน") || next.starts_with("เสวนา") || next.starts_with("1")) << next.substr(0, 30);
    }
}

TEST_F(Papers, a_pdf_carries_its_fonts_its_title_and_its_tags) {
    const auto document = of({Heading{1, "หัวเรื่อง"}, said("เนื้อความ")});
    const auto told = said_by("pdfinfo -enc UTF-8", document);
    EXPECT_TRUE(holds(told, "บันทึกข้อความ")) << told;
    EXPECT_TRUE(holds(told, "Tagged:          yes"));
    const auto fonts = said_by("pdffonts", document);
    EXPECT_TRUE(holds(fonts, "Laksaman") || holds(fonts, "Sarabun")) << fonts;
}

TEST_F(Papers, the_first_row_of_a_table_stands_on_each_page) {
    Table table{.columns = {{1, Align::middle}, {4}}, .heads = {"ลำดับ", "ชื่อและสกุล"}};
    for (int i = 1; i <= 100; ++i) table.rows.push_back({std::to_string(i), "คนที่มาวง"});
    const auto back = text(of({table}));
    std::size_t heads = 0, pages = 0;
    for (auto at = back.find("ชื่อและสกุล"); at != std::string::npos; at = back.find("ชื่อและสกุล", at + 1)) ++heads;
    for (const char character : back) pages += character == '\f' ? 1 : 0;
    EXPECT_GE(pages, 3U);
    EXPECT_EQ(heads, pages);
}

TEST_F(Papers, a_cell_longer_than_a_page_goes_on_on_the_next) {
    std::string words;
    for (int i = 0; i < 2000; ++i) words += "ความเห็นยาวมาก ";
    const auto back = text(of({Table{.columns = {{1}, {1}}, .heads = {"ก", "ข"}, .rows = {{words + "จบแล้ว", "สั้น"}}}}));
    EXPECT_TRUE(holds(back, "จบแล้ว"));
}

TEST_F(Papers, where_somebody_signs_is_never_parted_by_a_page) {
    std::vector<Block> blocks(27, Block{said("บรรทัด")});
    blocks.emplace_back(Signature{{"ขอแสดงความนับถือ", "", "", "(นายสมมุติ ใจดี)", "ปลัดเทศบาล"}});
    const auto back = text(of(std::move(blocks)));
    const auto page = back.find('\f');
    ASSERT_NE(page, std::string::npos);
    EXPECT_GT(back.find("ขอแสดงความนับถือ"), page);
    EXPECT_GT(back.find("ปลัดเทศบาล"), page);
}

TEST_F(Papers, each_part_counts_its_own_pages_in_thai_digits) {
    Document document = of({said("ฉบับแรก"), PageBreak{}, said("หน้าถัดไป")});
    document.digits = Digits::thai;
    document.parts[0].numbering = Numbering::above;
    document.parts.push_back(document.parts[0]);
    const auto back = text(document);
    const auto first = back.find("- ๒ -");
    EXPECT_NE(first, std::string::npos) << back;
    EXPECT_NE(back.find("- ๒ -", first + 1), std::string::npos);
    EXPECT_FALSE(holds(back, "๓"));
}

TEST_F(Papers, hostile_text_is_just_text) {
    const std::string words = "</w:t><script>&lt; <b> %s \\u0041 ' \" ]]> {เรื่อง} \u202Egnp.exe";
    const std::string broken = std::string("ก\x01\x1f") + "\xff\xfe" + std::string(3, '\0') + "ข";
    const auto document = of({Heading{9, broken}, said(words), List{{broken, ""}}, FieldLine{{{words, broken}}}, Signature{{}}, Table{}});
    EXPECT_TRUE(holds(text(document), "<script>&lt; <b>"));
    EXPECT_TRUE(holds(read_docx(document), "&lt;script&gt;&amp;lt;"));
}

TEST_F(Papers, panels_with_very_long_words_at_their_bars_stay_on_their_page) {
    std::string words;
    for (int i = 0; i < 6; ++i) words += "ครัวเรือน ";
    const Bar bar{.label = words, .text = "80 " + words, .share = 0.5};
    Panels panels;
    for (int i = 0; i < 31; ++i) panels.panels.push_back({.head = {{"ข้อที่ " + std::to_string(i)}}, .bars = {bar}});
    auto document = of({panels});
    document.parts.front().numbering = Numbering::none;
    EXPECT_NE(said_by("pdfinfo", document).find("Pages:           1\n"), std::string::npos);
    const auto boxes = said_by("pdftotext -bbox", document, " -");
    const std::string mark = "yMax=\"";
    double lowest = 0;
    for (auto at = boxes.find(mark); at != std::string::npos; at = boxes.find(mark, at + 1))
        lowest = std::max(lowest, std::stod(boxes.substr(at + mark.size())));
    EXPECT_GT(lowest, 0);
    EXPECT_LE(lowest, Page::height - Page::bottom + 1) << "nothing stands under the page's end";
}

TEST_F(Papers, a_broken_photo_leaves_its_words) {
    const Picture broken{std::make_shared<const std::string>("\xFF\xD8\xFF no picture"), "วงนั่งล้อมกันใต้ต้นไม้", ""};
    const Picture none{nullptr, "", "ไม่มีภาพ"};
    const auto document = of({Pictures{{broken, none, {photo(), "ภาพจริง", "คำบรรยาย"}}}, Emblem{broken.jpeg}, Emblem{}});
    for (const auto& back : {text(document), read_docx(document)}) {
        EXPECT_TRUE(holds(back, "วงนั่งล้อมกันใต้ต้นไม้"));
        EXPECT_TRUE(holds(back, "คำบรรยาย"));
    }
    EXPECT_TRUE(holds(said_by("pdfimages -list", document), "jpeg"));
}

TEST_F(Papers, a_memo_with_an_emblem_over_it_is_a_memo) {
    Table table{.columns = {{1}, {4}}, .heads = {"ที่", "ชื่อ"}};
    for (int i = 0; i < 40; ++i) table.rows.push_back({std::to_string(i), "นางสาวสมมุติ ฝ่ายปกครอง"});
    const auto document = of({Emblem{photo(), points(1.5), Align::start}, FieldLine{{{"ที่", "๑"}, {"วันที่", "๒"}}}, said("ด้วยเทศบาล"),
                              Heading{2, "กำหนดการ"}, List{{"ข้อหนึ่ง", "ข้อสอง"}}, table, Signature{{"(นายสมมุติ ใจดี)"}}});
    EXPECT_TRUE(holds(text(document), "(นายสมมุติ ใจดี)"));
    EXPECT_TRUE(holds(said_by("pdfimages -list", document), "jpeg"));
}

TEST_F(Papers, a_word_file_says_what_the_pdf_says) {
    const auto document = of({Heading{1, "รายงานผล"}, said("ป้าปุ้ยพูดว่า\nน้ำท่วมซ้ำ"), List{{"ข้อหนึ่ง"}},
                              Table{.columns = {{1}, {2}}, .heads = {"ที่", "ชื่อ"}, .rows = {{"๑", "นายก"}}}, FieldLine{{{"เรื่อง", "ขออนุมัติ"}}},
                              Signature{{"(นายสมมุติ ใจดี)"}}});
    const auto pdf = text(document), word = read_docx(document);
    for (const auto* words : {"รายงานผล", "ป้าปุ้ยพูดว่า", "น้ำท่วมซ้ำ", "ข้อหนึ่ง", "นายก", "ขออนุมัติ", "(นายสมมุติ ใจดี)"}) {
        EXPECT_TRUE(holds(pdf, words)) << words;
        EXPECT_TRUE(holds(word, words)) << words;
    }
}

TEST(Press, who_comes_while_too_many_wait_is_sent_away) {
    Press busy{{.at_once = 1, .waiting = 0, .patience = std::chrono::seconds(0)}};
    std::atomic<int> made = 0, refused = 0;
    {
        std::vector<std::jthread> people;
        people.reserve(8);
        for (int i = 0; i < 8; ++i)
            people.emplace_back([&] { (busy.pdf(of(std::vector<Block>(300, said("รอกันหน่อย")))) ? made : refused)++; });
    }
    EXPECT_GE(made, 1);
    EXPECT_EQ(made + refused, 8);
    EXPECT_TRUE(busy.pdf(of({said("ว่างแล้ว")})));
}

}  // namespace document
