#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "circles/circles_office.hpp"
#include "circles/letterhead/letterhead.hpp"
#include "circles/letterhead/wording.hpp"
#include "circles/papers/papers.hpp"
#include "circles/papers/protocol.hpp"
#include "document/press.hpp"
#include "document/testing.hpp"

namespace circles {

namespace {

std::string without_spaces(std::string_view words) {
    std::string tidy;
    for (const char character : words)
        if (character != ' ' && character != '\n' && character != '\f') tidy += character;
    return tidy;
}

// Text of a PDF as a reader's program finds it: where it parts words and lines is the program's own business.
std::string text_of(const std::string& pdf) {
    const auto file = std::filesystem::temp_directory_path() / ("papers_test." + std::to_string(::getpid()) + ".pdf");
    std::ofstream(file, std::ios::binary) << pdf;
    const auto all = document::testing::told_by("pdftotext -raw " + file.string() + " -");
    std::filesystem::remove(file);
    return without_spaces(all);
}

}  // namespace

struct PapersOffice : CirclesOffice {
    explicit PapersOffice(db::Engine engine) : CirclesOffice(engine) { equipment.add(press); }

    // Organisations here are bare envelopes, which only administrators edit; route_access_test tells who edits real ones.
    std::string head() {
        const auto number = write([&](db::Tx& tx) { return records::find(tx, organisation)->number; });
        return "/api/circles/letterheads/" + std::to_string(number);
    }
    static LetterheadForm letterhead() {
        LetterheadForm form;
        form.department = {{"กองยุทธศาสตร์และงบประมาณ"}};
        form.number_prefix = {{"พล 52001/"}};
        form.contact = {{"โทร. 0 5523 1400"}};
        form.signers = {{{"นางสาวสมมุติ เตรียมงาน"}, {"นักจัดการความรู้"}, {}, {}},
                        {{"นายสมมุติ ใจดี"}, {"ปลัดเทศบาล"}, Acting::substitute, {{"นายกเทศมนตรี"}}}};
        return form;
    }
    void write_letterhead() {
        const auto reply = administrator.put(head(), letterhead(), 1);
        ASSERT_EQ(reply.status, 200u) << reply.body;
    }
    static PapersForm papers() {
        PapersForm form;
        form.memo_number = {{"12"}};
        form.memo_date = base::Date{2026, 11, 16};
        form.letter_number = {{"34"}};
        form.letter_date = base::Date{2026, 11, 17};
        form.numbering = LetterNumbering::running;
        form.invited = {{{"นายสมมุติ บ้านทุ่ง"}, {{"ผู้ใหญ่บ้าน"}}, {}, {}},
                        {{"นายสมมุติ เมืองใหญ่"}, {{"นายอำเภอเมือง"}}, {}, {}},
                        {{"พระครูสมมุติ ธรรมคุณ"}, {{"เจ้าอาวาสวัดตัวอย่าง"}}, {}, {}}};
        return form;
    }
    std::string paper(const records::Envelope& session, const std::string& name) {
        const auto reply = editor.get("/api" + session.address + "/papers/" + name);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return text_of(reply.body);
    }
    static void expect(const std::string& text, std::initializer_list<std::string_view> words) {
        for (const auto one : words) EXPECT_NE(text.find(without_spaces(one)), std::string::npos) << one << "\nin\n" << text;
    }

    document::Press press;
};

OFFICE_TEST(PapersOffice, a_memo_asks_for_approval_with_thai_digits_and_says_in_whose_place_somebody_signs) {
    office.write_letterhead();
    const auto session = office.plan(office.new_circle(), {2026, 11, 25});
    ASSERT_EQ(office.editor.put("/api" + session.address + "/papers", office.papers(), 1).status, 200u);
    office.expect(office.paper(session, "memo"),
                  {"บันทึกข้อความ", "กองยุทธศาสตร์และงบประมาณ", "พล ๕๒๐๐๑/๑๒", "๑๖ พฤศจิกายน ๒๕๖๙", "ขออนุมัติจัดวง", "วันพุธที่ ๒๕ พฤศจิกายน ๒๕๖๙",
                   "เรียน นายกเทศมนตรี", "(นางสาวสมมุติ เตรียมงาน)", "ปลัดเทศบาล รักษาราชการแทน", "ไม่อนุมัติ"});
}

OFFICE_TEST(PapersOffice, letters_go_out_by_rank_each_with_its_number_and_monks_are_greeted_as_monks) {
    office.write_letterhead();
    const auto session = office.plan(office.new_circle(), {2026, 11, 25});
    ASSERT_EQ(office.editor.put("/api" + session.address + "/papers", office.papers(), 1).status, 200u);
    const auto text = office.paper(session, "invitation");
    const auto monk = text.find(without_spaces("นมัสการ พระครูสมมุติ")), chief = text.find(without_spaces("เรียน นายสมมุติ เมืองใหญ่")),
               village = text.find(without_spaces("เรียน นายสมมุติ บ้านทุ่ง"));
    ASSERT_NE(village, std::string::npos) << text;
    EXPECT_LT(monk, chief);
    EXPECT_LT(chief, village);
    for (const auto* number : {"๕๒๐๐๑/๓๔", "๕๒๐๐๑/๓๕", "๕๒๐๐๑/๓๖"}) EXPECT_NE(text.find(number), std::string::npos) << number;
    office.expect(text, {"ขอนมัสการด้วยความเคารพ", "ขอแสดงความนับถือ"});
}

OFFICE_TEST(PapersOffice, a_report_carries_what_its_speakers_let_out_and_nothing_else) {
    const auto session = office.hold(office.new_circle(CircleKind::dialogue), {2026, 11, 18});
    ASSERT_EQ(office.say(office.contributor, session, "ความลับของวง", "ยายสมมติ มีสุข").status, 201u);
    const auto let_out = office.say(office.contributor, session, "ถ้าเด็กเริ่ม ผู้ใหญ่ก็ทำตาม", "ตาสมมติ มีแรง").as<Point>().id;
    office.contributor.put("/api" + session.address + "/points/" + std::to_string(let_out.value) + "/consent",
                           ConsentForm{.consent = Consent::nameless, .how = {}});
    for (const auto* name : {"report", "upward"}) {
        const auto text = office.paper(session, name);
        EXPECT_EQ(text.find(without_spaces("ความลับของวง")), std::string::npos);
        EXPECT_EQ(text.find("สมมติ"), std::string::npos) << "nobody let their name go out";
    }
    office.expect(office.paper(session, "report"), {"รายงานผลการจัดวง", "ถ้าเด็กเริ่ม ผู้ใหญ่ก็ทำตาม"});
    const auto book = office.guest.get("/api/circles/1/book?year=2570");
    EXPECT_EQ(book.status, 200u) << book.body;
}

OFFICE_TEST(PapersOffice, the_report_waits_until_the_session_was_held) {
    const auto session = office.plan(office.new_circle(), {2026, 11, 25});
    EXPECT_EQ(office.editor.get("/api" + session.address + "/papers/report").code(), "paper_after_session");
    EXPECT_EQ(office.editor.get("/api" + session.address + "/papers/diploma").status, 404u);
}

OFFICE_TEST(PapersOffice, five_hundred_guests_with_endless_names_get_their_letters_and_one_more_is_refused) {
    office.write_letterhead();
    const auto session = office.plan(office.new_circle(), {2026, 11, 25});
    auto form = office.papers();
    std::string endless;
    for (int i = 0; i < 28; ++i) endless += "ยาวมากมาย";
    form.invited.assign(500, {{endless.substr(0, 27 * 3 * 7)}, {{"</w:t>{เรื่อง}%s"}}, {{"<b>&amp;"}}, {}});
    ASSERT_EQ(office.editor.put("/api" + session.address + "/papers", form, 1).status, 200u);
    const auto text = office.paper(session, "invitation");
    EXPECT_NE(text.find("๕๒๐๐๑/๕๓๓"), std::string::npos);
    EXPECT_NE(text.find("</w:t>{เรื่อง}%s"), std::string::npos);
    form.invited.emplace_back(form.invited.front());
    EXPECT_EQ(office.editor.put("/api" + session.address + "/papers", form, 2).status, 422u);
}

OFFICE_TEST(PapersOffice, an_organisation_words_its_papers_and_goes_back_to_the_shipped_words) {
    const auto session = office.plan(office.new_circle(), {2026, 11, 25});
    const auto memo = office.head() + "/wordings/memo";
    const auto wrong = office.administrator.put(memo, WordingForm{{"ขอ{อะไรก็ไม่รู้}\nตามนี้ {กำหนดการ} นะ\nเปิด{ไม่ปิด"}}, 1);
    EXPECT_EQ(wrong.status, 422u);
    for (const auto* code : {"field_unknown", "field_stands_alone", "brace_alone"})
        EXPECT_NE(wrong.body.find(code), std::string::npos) << code;
    ASSERT_EQ(office.administrator.put(memo, WordingForm{{"เทศบาลของเราขอจัด{วง}ว่าด้วย{เรื่อง}"}}, 1).status, 200u);
    office.expect(office.paper(session, "memo"), {"เทศบาลของเราขอจัดวงสานเสวนาวันพุธว่าด้วยแยกขยะ"});
    EXPECT_EQ(office.administrator.put(memo, WordingForm{{"อีกแบบ"}}, 1).code(), "edited_elsewhere");
    ASSERT_EQ(office.administrator.del(memo).status, 200u);
    office.expect(office.paper(session, "memo"), {"กำหนดจัดวงสานเสวนาวันพุธ"});
    const auto preview = office.editor.post("/api" + session.address + "/papers/preview", R"({"paper":"memo","body":"ลองดู {เรื่อง}"})");
    ASSERT_EQ(preview.status, 200u) << preview.body;
    office.expect(text_of(preview.body), {"ลองดู แยกขยะ"});
}

OFFICE_TEST(PapersOffice, who_acts_for_somebody_says_for_whom) {
    auto form = office.letterhead();
    form.signers[1].acting_for = {};
    const auto reply = office.administrator.put(office.head(), form, 1);
    EXPECT_EQ(reply.status, 422u);
    EXPECT_NE(reply.body.find("/signers/1/acting_for"), std::string::npos) << reply.body;
    office.write_letterhead();
    EXPECT_EQ(office.administrator.put(office.head(), office.letterhead(), 1).code(), "edited_elsewhere");
}

OFFICE_TEST(PapersOffice, after_a_session_the_whole_set_comes_as_one_archive) {
    office.write_letterhead();
    const auto session = office.hold(office.new_circle(), {2026, 11, 18});
    const auto set = office.editor.get("/api" + session.address + "/papers.zip");
    ASSERT_EQ(set.status, 200u) << set.body;
    for (const auto* name :
         {"1 บันทึกข้อความขออนุมัติ.pdf", "2 หนังสือเชิญ.docx", "3 ใบลงทะเบียน.pdf", "4 รายงานผลการจัดวง.pdf", "5 บันทึกรายงานผลเสนอตามลำดับชั้น.docx"})
        EXPECT_NE(set.body.find(name), std::string::npos) << name;
    EXPECT_EQ(office.member.get("/api" + session.address + "/papers.zip").status, 403u);
}

TEST(Wording, a_line_of_empty_fields_and_a_heading_over_nothing_are_left_out) {
    const Filling filling{.words = {{Field::title, "ขยะ"}}, .blocks = {}};
    const auto blocks = fill_in("# งบ\n{งบประมาณ}\n# ว่าด้วย\n- {เรื่อง}\n- {title} อีกครั้ง\nใช้ {งบประมาณ} บาท", filling);
    ASSERT_EQ(blocks.size(), 2u);
    EXPECT_EQ(std::get<document::Heading>(blocks[0]).text, "ว่าด้วย");
    EXPECT_EQ(std::get<document::List>(blocks[1]).items, (std::vector<std::string>{"ขยะ", "ขยะ อีกครั้ง"}));
}

TEST(Wording, every_shipped_wording_names_only_fields_that_there_are) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Paper>>([](auto paper) {
        for (const auto language : {base::Language::th, base::Language::en}) {
            json::Errors errors;
            check(WordingForm{{std::string(shipped_wording(paper.value, language))}}, errors);
            EXPECT_TRUE(errors.empty()) << paper.name;
        }
    });
}

TEST(Protocol, deputies_come_after_those_whose_deputies_they_are_and_monks_before_all) {
    EXPECT_LT(rank_of("พระครูสมมุติ", ""), rank_of("นายสมมุติ", "ผู้ว่าราชการจังหวัดตัวอย่าง"));
    EXPECT_LT(rank_of("", "ผู้ว่าราชการจังหวัดตัวอย่าง"), rank_of("", "รองผู้ว่าราชการจังหวัดตัวอย่าง"));
    EXPECT_LT(rank_of("", "นายอำเภอเมือง"), rank_of("", "นายกเทศมนตรีนคร"));
    EXPECT_LT(rank_of("", "กำนันตำบล"), rank_of("", "ผู้ใหญ่บ้าน หมู่ 3"));
    EXPECT_LT(rank_of("", "ผู้ใหญ่บ้าน"), rank_of("", "ผู้ช่วยผู้ใหญ่บ้าน"));
    EXPECT_EQ(rank_of("นางสมมุติ", ""), 90);
}

TEST(Letters, one_number_for_all_or_each_the_next) {
    PapersForm form;
    form.letter_number = {{"123"}};
    form.numbering = LetterNumbering::running;
    EXPECT_EQ(letter_number("พล 1/", form, 2), "พล 1/125");
    form.numbering = LetterNumbering::circular;
    EXPECT_EQ(letter_number("พล 1/", form, 2), "พล 1/123");
    form.letter_number = {{"ว 9"}};
    form.numbering = LetterNumbering::running;
    EXPECT_EQ(letter_number("พล 1/", form, 2), "พล 1/ว 9");
}

}  // namespace circles
