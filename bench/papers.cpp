// Letters of invitation as an office sends them, laid out one document after the other.
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>

#include "document/docx.hpp"
#include "document/pdf.hpp"

namespace {

document::Document letters(int count) {
    document::Document made{.title = "หนังสือเชิญ", .author = "เทศบาลตัวอย่าง", .made_at = {}, .digits = document::Digits::thai};
    for (int i = 0; i < count; ++i) {
        document::Part part{.numbering = document::Numbering::above};
        part.blocks = {document::Emblem{},
                       document::Table{.columns = {{1}, {1}},
                                       .rows = {{"ที่ พล 52001/" + std::to_string(i), "เทศบาลตัวอย่าง\nถนนริมน้ำ อำเภอเมือง"}},
                                       .rules = document::Rules::none},
                       document::Paragraph{.spans = {{"เรียน นางสาวสมมุติ ฝ่ายปกครอง"}}, .before = 6},
                       document::Paragraph{.spans = {{"ด้วยเทศบาลตัวอย่าง กำหนดจัดวงสานเสวนาวันพุธ เรื่อง “น้ำท่วมครั้งหน้าเราจะทำต่างไปอย่างไร” "
                                                      "เพื่อให้คนทำงานต่างสำนักได้ฟังกันอย่างไม่ด่วนตัดสิน และนำสิ่งที่ได้กลับไปเปลี่ยนงานประจำ "
                                                      "ป้าปุ้ย ผู้ใหญ่ปั้น และฝ่ายญี่ปุ่นก็จะมาด้วย จึงขอเรียนเชิญท่านเข้าร่วมวงตามวัน เวลา และสถานที่ดังกล่าว"}},
                                           .first = document::points(2.5)},
                       document::Signature{{"ขอแสดงความนับถือ", "", "", "(นายสมมุติ ใจดี)", "ปลัดเทศบาล รักษาราชการแทน", "นายกเทศมนตรี"}}};
        made.parts.push_back(std::move(part));
    }
    document::set_digits(made);
    return made;
}

template <class F>
void measure(const char* name, int count, F&& write) {
    const auto before = std::chrono::steady_clock::now();
    const auto bytes = write().size();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::cout << "| " << name << " | " << count << " | " << static_cast<int>(count / took.count()) << " | " << bytes / 1024 << " | "
              << usage.ru_maxrss / 1024 << " |\n";
}

}  // namespace

int main(int argc, char** argv) {
    int count = 500;
    CLI::App app{"Pages of letters a second, and memory."};
    app.add_option("--letters", count, "how many in the largest document");
    CLI11_PARSE(app, argc, argv);
    const document::Fonts fonts;
    std::cout << "set in " << fonts.family() << "\n| as | pages | pages a second | kB | peak memory, MB |\n|---|---|---|---|---|\n";
    for (const int pages : {1, count}) {
        const auto told = letters(pages);
        measure("PDF", pages, [&] { return write_pdf(told, fonts); });
        measure("DOCX", pages, [&] { return write_docx(told); });
    }
    return 0;
}
