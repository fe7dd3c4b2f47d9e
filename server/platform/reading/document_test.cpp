#include "reading/document.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/testing.hpp"
#include "base/thai_text.hpp"

namespace reading {
namespace {

std::vector<std::string> texts(const Document& document) {
    std::vector<std::string> result;
    result.reserve(document.paragraphs.size());
    for (const auto& paragraph : document.paragraphs) result.push_back(paragraph.text);
    return result;
}

std::vector<std::string> removed(const Document& document, Furniture why) {
    std::vector<std::string> result;
    for (const auto& line : document.removed)
        if (line.why == why) result.push_back(line.text);
    return result;
}

using Texts = std::vector<std::string>;

const std::string blog_post =
    "บันทึกจากสวนยาง(3) เวทีเล่าเรื่อง ครั้งที่ 12\n\n"
    "เมื่อวันที่5 มี.ค. 2559 พวกเรานัดกันที่ศาลา คุยกันเรื่องน้ำ\n\n"
    "IMG_0042.JPG\n\n"
    "เรื่องนี้มีต่อค่ะ\n\n"
    "หมายเลขบันทึก: 987654เขียนเมื่อ 7 มีนาคม 2016 20:15 น. ()แก้ไขเมื่อ 9 มีนาคม 2016 ()สัญญาอนุญาต: แสดงที่มาจำนวนที่อ่าน:\n\n"
    "ความเห็น (1)\n  • ขอบคุณที่เล่าให้ฟังค่ะ\n"
    "พบปัญหาการใช้งานกรุณาแจ้ง LINE\nเว็บตัวอย่าง\n";

// The same in Windows-874, quotation marks included, as text and as a saved page.
TEST(Document, what_was_saved_in_an_old_thai_encoding_is_read_with_its_marks) {
    const std::string title = "\315\315\301\307\321\271\305\320\272\322\267";
    const std::string body =
        "\252\322\307\272\351\322\271\340\303\325\302\241\307\350\322 \223\270\271\322\244\322\303\244\307\322\301\264\325\224 "
        "\341\305\320\315\315\301\241\321\271\267\330\241\307\321\271\276\330\270";
    const auto text = title + "\n\n" + body + "\n";
    const auto page = "<html><head><meta charset=\"windows-874\"><title>" + title + "</title></head><body><h1>" + title + "</h1><p>" +
                      body + "</p></body></html>";
    for (const auto& saved : {text, page}) {
        const auto document = read_document(saved);
        EXPECT_EQ(document.title, "ออมวันละบาท");
        const auto paragraphs = texts(document);
        EXPECT_NE(std::ranges::find(paragraphs, "ชาวบ้านเรียกว่า “ธนาคารความดี” และออมกันทุกวันพุธ"), paragraphs.end());
    }
}

TEST(Document, a_blog_post_tells_its_own_facts) {
    const auto post = read_document(blog_post);
    EXPECT_EQ(post.title, "บันทึกจากสวนยาง(3) เวทีเล่าเรื่อง ครั้งที่ 12");
    EXPECT_EQ(post.part, 3);
    EXPECT_EQ(post.forum, 12);
    EXPECT_TRUE(post.continued);
    EXPECT_EQ(post.written_on, (base::Date{2016, 3, 7}));
    EXPECT_EQ(post.happened_on, (base::Date{2016, 3, 5}));
    EXPECT_EQ(post.licence, "แสดงที่มา");
    EXPECT_EQ(post.source, "หมายเลขบันทึก 987654");
}

TEST(Document, what_readers_wrote_stays_and_what_the_site_says_goes) {
    const auto post = read_document(blog_post);
    EXPECT_EQ(texts(post), (Texts{"เมื่อวันที่5 มี.ค. 2559 พวกเรานัดกันที่ศาลา คุยกันเรื่องน้ำ", "เรื่องนี้มีต่อค่ะ", "ความเห็น (1)", "ขอบคุณที่เล่าให้ฟังค่ะ"}));
    EXPECT_EQ(post.paragraphs[2].shape, Shape::comments);
    EXPECT_EQ(post.paragraphs[3].shape, Shape::item);
    EXPECT_EQ(removed(post, Furniture::picture_name), Texts{"IMG_0042.JPG"});
    EXPECT_EQ(removed(post, Furniture::site_notice), (Texts{"พบปัญหาการใช้งานกรุณาแจ้ง LINE", "เว็บตัวอย่าง"}));
}

TEST(Document, a_news_page_without_a_title_is_named_by_its_beginning) {
    const auto news = read_document(
        "Facebook icon_rss Webmail\nภาษาไทย english หน้าหลัก\n\n"
        "ระหว่างวันที่ 14 – 16 กุมภาพันธ์ 2560 เครือข่ายป่าชุมชนจัดงานที่ลานหน้าวัด มีผู้เข้าร่วมจากสิบสองหมู่บ้าน และเชิญนักเรียนมาเล่าเรื่องต้นไม้ที่ปลูกเมื่อปีก่อน "
        "จากนั้นเดินดูแปลงปลูกด้วยกันจนเย็น แล้วนั่งล้อมวงสรุปบทเรียน\n\nแบ่งปัน\nSubmit to FacebookSubmit to Twitter");
    EXPECT_TRUE(news.title.starts_with("ระหว่างวันที่ 14 – 16 กุมภาพันธ์ 2560 เครือข่ายป่าชุมชน"));
    EXPECT_EQ(news.happened_on, (base::Date{2017, 2, 14}));
    EXPECT_EQ(removed(news, Furniture::menu).size(), 2u);
    EXPECT_EQ(removed(news, Furniture::share).size(), 2u);
    ASSERT_EQ(news.paragraphs.size(), 1u);
    EXPECT_TRUE(news.paragraphs[0].text.starts_with("ระหว่างวันที่"));
}

TEST(Document, a_page_of_a_book_is_joined_to_paragraphs_and_named_by_its_running_head) {
    const auto page = read_document(
        "Page 31 - book77\nP. 31\n\nรายงานป่าชุมชน ประจำปี 2563\n\n\n\n"
        "                    4.1 บ้านห้วยน้ำใส มีป่าผืนหนึ่งที่ทุกคนช่วยกันดูแลมานานกว่าสามสิบปี\n"
        "          ตั้งแต่รุ่นปู่ย่าตายาย โดยแบ่งเวรกันเดินตรวจทุกสัปดาห์ และมีกติกาที่ทุกคนต้องช่วยกัน\n\n"
        "          ทําตามร่วมกัน\n"
        "                    4.2 บ้านหนองบัว เริ่มจากการประชุมของคนหนุ่มสาวที่กลับมาจากกรุงเทพ\n"
        "          และอยากปลูกต้นไม้ไว้ให้ลูกหลาน\n\n\n\n"
        "                                        ก\n"
        "   28   29   30   31   32   33");
    EXPECT_EQ(page.title, "รายงานป่าชุมชน ประจำปี 2563 หน้า 31");
    EXPECT_EQ(page.source, "book77 หน้า 31");
    EXPECT_EQ(
        texts(page),
        (Texts{"4.1 บ้านห้วยน้ำใส มีป่าผืนหนึ่งที่ทุกคนช่วยกันดูแลมานานกว่าสามสิบปีตั้งแต่รุ่นปู่ย่าตายาย โดยแบ่งเวรกันเดินตรวจทุกสัปดาห์ และมีกติกาที่ทุกคนต้องช่วยกันทำตามร่วมกัน",
               "4.2 บ้านหนองบัว เริ่มจากการประชุมของคนหนุ่มสาวที่กลับมาจากกรุงเทพและอยากปลูกต้นไม้ไว้ให้ลูกหลาน"}));
}

TEST(Document, a_web_page_is_read_without_its_frame) {
    const auto page = read_document(
        "<!DOCTYPE html><html><head><title>กองทุนข้าวสาร - เว็บบ้านเรา</title><meta property='og:site_name' content='เว็บบ้านเรา'>"
        "<link rel=canonical href='https://example.go.th/rice'><meta property='article:published_time' "
        "content='2019-08-01T10:00:00+07:00'></head>"
        "<body><nav><a "
        "href=/>หน้าแรก</a></nav><h1>กองทุนข้าวสาร</h1><p>เริ่มจากข้าวคนละถัง</p><footer>สงวนลิขสิทธิ์</footer><script>x()</script></body></html>");
    EXPECT_EQ(page.title, "กองทุนข้าวสาร");
    EXPECT_EQ(page.source, "เว็บบ้านเรา · https://example.go.th/rice");
    EXPECT_EQ(page.written_on, (base::Date{2019, 8, 1}));
    EXPECT_EQ(texts(page), Texts{"เริ่มจากข้าวคนละถัง"});
}

TEST(Document, an_office_file_of_1998_is_read_in_its_own_encoding) {
    const auto page =
        read_document("\xC5\xE9\xCD\xC1\xC7\xA7\xA4\xD8\xC2\r\n\r\n\xA4\xB9\xC5\xD0\xA4\xD3 \xA4\xB9\xC5\xD0\xE0\xC3\xD7\xE8\xCD\xA7\r\n");
    EXPECT_EQ(page.title, "ล้อมวงคุย");
    EXPECT_EQ(texts(page), Texts{"คนละคำ คนละเรื่อง"});
}

TEST(Document, a_mail_broken_at_seventy_columns_is_joined_and_a_list_is_not) {
    const auto mail = read_document(
        "Notes from the forest\n\nThe committee met twice in March and agreed that every household keeps\nten trees for seed. Nobody "
        "may cut inside the old fence until the rains\nhave come.\n\n1. fence\n2. seed\n3. rain\n");
    EXPECT_EQ(
        texts(mail),
        (Texts{"The committee met twice in March and agreed that every household keeps ten trees for seed. Nobody may cut inside the old "
               "fence until the rains have come.",
               "1. fence", "2. seed", "3. rain"}));
    EXPECT_EQ(mail.language, base::Language::en);
}

TEST(Document, the_space_that_a_pdf_puts_behind_a_mark_is_no_space) {
    EXPECT_EQ(read_document("ทางเดิน\n\nเดินป่ าชุมชน และน้ ำซับ\n").text(), "เดินป่าชุมชน และน้ำซับ");
}

TEST(Document, nothing_and_noise_are_documents_too) {
    EXPECT_TRUE(read_document("").paragraphs.empty());
    EXPECT_EQ(read_document("  \n\n ").title, "");
    read_document(std::string(100'000, '\xFF'));
    read_document(std::string(10'000, '\n') + std::string(10'000, '('));
}

// ---- the five real documents: read where they lie, never copied ----

std::string characters(std::string_view text) {
    std::string result;
    for (const char c : base::tidy(text))
        if (static_cast<unsigned char>(c) > ' ') result.push_back(c);
    std::sort(result.begin(), result.end());
    return result;
}

struct FoundDocuments : base::testing::Beside {
    FoundDocuments() : Beside({"seeds"}) {}
};

TEST_F(FoundDocuments, lose_nothing_between_text_and_furniture) {
    for (const auto& [name, bytes] : folder()) {
        const auto document = read_document(bytes);
        std::string out, furniture;
        for (const auto& paragraph : document.paragraphs) out += paragraph.text;
        for (const auto& line : document.removed) furniture += line.text;
        const auto in = characters(bytes), kept = characters(out), left = characters(furniture);
        EXPECT_FALSE(document.title.empty()) << name;
        EXPECT_LE(left.size() * 8, in.size()) << name;
        // What is missing is a title that stands nowhere else, and the bullets of items.
        EXPECT_LE(in.size(), kept.size() + left.size() + document.title.size() + 100) << name;
        EXPECT_GE(in.size(), kept.size() + left.size()) << name;
    }
}

}  // namespace
}  // namespace reading
