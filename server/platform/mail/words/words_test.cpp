#include <gtest/gtest.h>

#include "mail/words/address.hpp"
#include "mail/words/headers.hpp"
#include "mail/words/letter.hpp"

namespace {

TEST(Address, what_mail_servers_take_is_taken) {
    for (const auto* good : {"somchai@example.org", "a.b+c@mail.example.go.th", "x_1@sub-domain.example.org"})
        EXPECT_EQ(mail::address_fault(good), std::nullopt) << good;
}

TEST(Address, what_could_break_into_a_header_or_goes_nowhere_is_not) {
    for (const auto* bad : {"", "somchai", "@example.org", "a@", "a@b", "a b@example.org", "a@example.org\r\nBcc: x@example.org",
                            "a@example.org,b@example.org", "<a@example.org>", "\"a b\"@example.org", ".a@example.org", "a..b@example.org",
                            "a@-example.org", "a@example..org", "a@example.org."})
        EXPECT_EQ(mail::address_fault(bad), "email_malformed") << bad;
    EXPECT_EQ(mail::address_fault(std::string(65, 'a') + "@example.org"), "email_malformed");
    EXPECT_EQ(mail::address_fault("a@" + std::string(300, 'b') + ".org"), "email_malformed");
}

TEST(Address, a_thai_one_is_told_so_in_its_own_words) {
    EXPECT_EQ(mail::address_fault("สมชาย@example.org"), "email_not_latin");
    EXPECT_EQ(mail::address_fault("somchai@ตัวอย่าง.ไทย"), "email_not_latin");
}

TEST(Headers, thai_is_sent_in_encoded_words_that_cut_no_character) {
    EXPECT_EQ(mail::encoded("Set a new password"), "Set a new password");
    EXPECT_EQ(mail::encoded("ล้อมวง"), "=?UTF-8?B?4Lil4LmJ4Lit4Lih4Lin4LiH?=");
    EXPECT_EQ(mail::encoded("ล้อมวงกันทุกวันพุธ"),
              "=?UTF-8?B?4Lil4LmJ4Lit4Lih4Lin4LiH4LiB4Lix4LiZ4LiX4Li44LiB4Lin?=\r\n =?UTF-8?B?4Lix4LiZ4Lie4Li44LiY?=");
}

TEST(Headers, nothing_that_a_person_is_called_begins_a_field_of_its_own) {
    EXPECT_EQ(mail::encoded("Hello\r\nBcc: everybody@example.org"), "Hello  Bcc: everybody@example.org");
    EXPECT_EQ(mail::mailbox("A\r\nBcc: b@example.org", "a@example.org"), "\"A  Bcc: b@example.org\" <a@example.org>");
    EXPECT_EQ(mail::mailbox("สมชาย\nBcc: x", "a@example.org").find("\nBcc"), std::string::npos);
    EXPECT_EQ(mail::encoded(std::string("a\0b", 3)), "a b");
    EXPECT_EQ(mail::encoded("=?UTF-8?B?QQ==?=").substr(0, 10), "=?UTF-8?B?") << "what looks encoded is encoded once more";
}

TEST(Headers, a_long_line_is_folded_before_76_characters) {
    std::string thai;
    for (int i = 0; i < 60; ++i) thai += "วงคุย";
    const auto folded = mail::encoded(thai);
    for (std::size_t begin = 0; begin < folded.size();) {
        const auto end = std::min(folded.find("\r\n", begin), folded.size());
        EXPECT_LE(end - begin, 76u);
        begin = end + 2;
    }
}

TEST(Headers, names_stand_in_quotes) {
    EXPECT_EQ(mail::mailbox("", "a@example.org"), "<a@example.org>");
    EXPECT_EQ(mail::mailbox(R"(Som "Chai", Ltd.)", "a@example.org"), R"("Som \"Chai\", Ltd." <a@example.org>)");
}

TEST(Headers, the_date_is_bangkok_time) {
    EXPECT_EQ(mail::date_field(*base::instant_from_iso("2026-11-21T15:00:07Z")), "Sat, 21 Nov 2026 22:00:07 +0700");
}

TEST(Letter, says_the_same_in_text_and_in_html_and_escapes_what_people_are_called) {
    const mail::Letter letter{base::Language::en, "Subject", {"First."}, {{"Item", "/circles/1"}}, mail::Link{"Open", "/reset/abc"},
                              {"Last."}};
    const auto written = mail::write(letter, "<b>Som</b>", "https://lomwong.example.org");
    for (const auto* part :
         {"First.", "Item", "https://lomwong.example.org/circles/1", "https://lomwong.example.org/reset/abc", "Open", "Last."}) {
        EXPECT_NE(written.plain.find(part), std::string::npos) << part;
        EXPECT_NE(written.html.find(part), std::string::npos) << part;
    }
    EXPECT_EQ(written.html.find("<b>Som"), std::string::npos);
    EXPECT_NE(written.plain.find("<b>Som</b>"), std::string::npos);
}

}  // namespace
