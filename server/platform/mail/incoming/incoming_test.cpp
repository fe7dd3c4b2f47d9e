#include "mail/incoming/incoming.hpp"

#include <gtest/gtest.h>

#include "mail/incoming/answer.hpp"

namespace {

using mail::Unfit;

const std::string token = "00112233445566778899aabbccddeeff";

std::string head(const std::string& more = "Content-Type: text/plain; charset=utf-8\r\n") {
    return "From: =?UTF-8?B?4Liq4Lih4LiK4Liy4Lii?= <Somchai@Example.org>\r\nTo: Lomwong <replies+" + token +
           "@office.example.org>\r\nMessage-ID: <a1@phone>\r\nMIME-Version: 1.0\r\n" + more + "\r\n";
}

TEST(Answer, stands_above_what_the_program_put_under_it) {
    for (const std::string under :
         {"On Sat, 21 Nov 2026 at 22:00, Lomwong <a@b.org> wrote:\n> เดิม",
          "On Sat, 21 Nov 2026 at 22:00, Lomwong\n<replies@office.example.org> wrote:\n\n> เดิม",
          "เมื่อ ส. 21 พ.ย. 2026 เวลา 22:00 Lomwong <a@b.org> เขียนว่า:\n> เดิม", "-----Original Message-----\nFrom: Lomwong\nเดิม",
          "From: Lomwong\nSent: Saturday\nTo: x\nเดิม", "จาก: ล้อมวง\nส่ง: วันเสาร์\nเดิม", "> เดิม\n> อีกบรรทัด", "-- \nเดิม",
          "Sent from my phone\nเดิม", "________________________________\nเดิม"})
        EXPECT_EQ(mail::answer_in("เห็นด้วยครับ\n\nขอเพิ่มเรื่องน้ำ\n\n" + under), "เห็นด้วยครับ\n\nขอเพิ่มเรื่องน้ำ") << under;
}

TEST(Answer, between_the_lines_of_a_quotation_is_kept) {
    EXPECT_EQ(mail::answer_in("> ใครดูแล\nป้าสมมติ\n> เมื่อไร\nวันพุธ"), "ป้าสมมติ\nวันพุธ");
}

TEST(Answer, a_sentence_that_only_begins_so_is_no_quotation) {
    EXPECT_EQ(mail::answer_in("เมื่อ วานน้ำท่วม\nOn Monday we meet"), "เมื่อ วานน้ำท่วม\nOn Monday we meet");
    EXPECT_EQ(mail::answer_in("  \n\n"), "");
}

TEST(Incoming, tells_who_wrote_what_to_which_address) {
    const auto read = mail::read_incoming(head() + "เห็นด้วย\r\n");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->token, token);
    EXPECT_EQ(read->from, "somchai@example.org");
    EXPECT_EQ(read->id, "a1@phone");
    EXPECT_EQ(read->words, "เห็นด้วย");
    EXPECT_EQ(read->unfit, Unfit::none);
}

TEST(Incoming, is_read_however_it_was_encoded) {
    const auto words = [](const std::string& how, const std::string& body) {
        return mail::read_incoming(head("Content-Type: text/plain; " + how) + body)->words;
    };
    EXPECT_EQ(
        words("charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n", "=E0=B8=94=E0=B8=B5=\r\n=E0=B8=A1=E0=B8=B2=E0=B8=81"),
        "ดีมาก");
    EXPECT_EQ(words("charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n", "4LiU4Li14Lih4Liy4LiB\r\n"), "ดีมาก");
    for (const std::string charset : {"tis-620", "windows-874", "us-ascii"})
        EXPECT_EQ(words("charset=" + charset + "\r\nContent-Transfer-Encoding: 8bit\r\n", "\xb4\xd5\xc1\xd2\xa1"), "ดีมาก") << charset;
    EXPECT_EQ(words("charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n", "caf=E9"), "café");
}

TEST(Incoming, the_plain_words_of_several_forms_are_taken_and_a_logo_in_the_other_is_no_attachment) {
    const std::string both = head("Content-Type: multipart/related; boundary=R\r\n") +
                             "--R\r\nContent-Type: multipart/alternative; boundary=A\r\n\r\n"
                             "--A\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nตกลง\r\n"
                             "--A\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<b>ตกลง</b>\r\n--A--\r\n"
                             "--R\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\n\r\nxx\r\n--R--\r\n";
    EXPECT_EQ(mail::read_incoming(both)->words, "ตกลง");
}

TEST(Incoming, with_a_file_or_without_words_it_says_so_and_takes_nothing) {
    const std::string file = head("Content-Type: multipart/mixed; boundary=M\r\n") +
                             "--M\r\nContent-Type: text/plain\r\n\r\nsee file\r\n"
                             "--M\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\nxx\r\n--M--\r\n";
    EXPECT_EQ(mail::read_incoming(file)->unfit, Unfit::attachments);
    EXPECT_EQ(mail::read_incoming(file)->words, "");
    EXPECT_EQ(mail::read_incoming(head() + "> quoted only\r\n")->unfit, Unfit::no_words);
    EXPECT_EQ(mail::read_incoming(head("Content-Type: text/html\r\n") + "<p>x</p>")->unfit, Unfit::no_words);
    EXPECT_EQ(mail::read_incoming(head() + std::string(mail::longest_incoming, 'a'))->unfit, Unfit::too_large);
}

TEST(Incoming, what_no_person_wrote_and_what_came_to_no_such_address_is_nothing) {
    for (const std::string automatic :
         {"Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <a.b>", "X-Autoreply: yes", "Return-Path: <>"})
        EXPECT_FALSE(mail::read_incoming(head(automatic + "\r\n") + "I am on holiday")) << automatic;
    EXPECT_TRUE(mail::read_incoming(head("Auto-Submitted: no\r\n") + "words"));
    EXPECT_FALSE(mail::read_incoming("From: a@example.org\r\nTo: replies@office.example.org\r\n\r\nwords"));
    EXPECT_FALSE(mail::read_incoming("From: MAILER-DAEMON@example.org\r\nTo: r+" + token + "@office.example.org\r\n\r\nwords"));
}

TEST(Incoming, cut_off_anywhere_or_hostile_it_breaks_nothing) {
    const std::string whole = head("Content-Type: multipart/alternative; boundary=A\r\n") +
                              "--A\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n4LiU4Li1\r\n--A--\r\n";
    for (std::size_t length = 0; length < whole.size(); ++length) (void)mail::read_incoming(std::string{whole.substr(0, length)});
    std::string deep = head("Content-Type: multipart/mixed; boundary=0\r\n");
    for (int i = 0; deep.size() < mail::longest_incoming; ++i)
        deep += "--" + std::to_string(i) + "\r\nContent-Type: multipart/mixed; boundary=" + std::to_string(i + 1) + "\r\n\r\n";
    for (const auto& text : {deep, std::string(2'000'000, 'a'), std::string(2'000'000, '\n'), std::string{}, std::string(1000, '\0')})
        (void)mail::read_incoming(text);
}

}  // namespace
