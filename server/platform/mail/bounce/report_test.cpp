#include "mail/bounce/report.hpp"

#include <gtest/gtest.h>

namespace {

const std::string token = "00112233445566778899aabbccddeeff";

struct Told {
    std::string to = "bounces+" + token + "@office.example.org";
    std::string action = "failed";
    std::string status = "5.1.1";
    std::string returned = "Message-ID: <" + token + "@office.example.org>";
};

std::string report(const Told& told) {
    return "From: MAILER-DAEMON@mx.example.org\r\nTo: " + told.to +
           "\r\nSubject: Undelivered Mail Returned to Sender\r\n"
           "Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"A1/mx\"\r\n\r\n"
           "--A1/mx\r\nContent-Type: text/plain\r\n\r\nSorry. Action: failed\r\n\r\n"
           "--A1/mx\r\nContent-Type: message/delivery-status\r\n\r\n"
           "Reporting-MTA: dns; mx.example.org\r\nArrival-Date: Sat, 21 Nov 2026 22:00:00 +0700\r\n\r\n"
           "Final-Recipient: rfc822; somchai@example.org\r\nAction: " +
           told.action + "\r\nStatus: " + told.status +
           "\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n    no such mailbox\r\n\r\n"
           "--A1/mx\r\nContent-Type: text/rfc822-headers\r\n\r\n" +
           told.returned + "\r\nSubject: x\r\n\r\n--A1/mx--\r\n";
}

TEST(Report, tells_which_message_came_back_and_why) {
    const auto read = mail::read_report(report({}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->token, token);
    EXPECT_EQ(read->status, "5.1.1");
    EXPECT_EQ(read->said, "smtp; 550 5.1.1 no such mailbox");
}

TEST(Report, is_read_with_bare_line_ends_and_capitals_that_a_server_changed) {
    auto text = report({.to = "<BOUNCES+00112233445566778899AABBCCDDEEFF@office.example.org>"});
    std::erase(text, '\r');
    ASSERT_TRUE(mail::read_report(text));
    EXPECT_EQ(mail::read_report(text)->token, token);
}

TEST(Report, without_a_return_path_of_its_own_the_message_tells_its_name) {
    const auto read = mail::read_report(report({.to = "lomwong@office.example.org"}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->token, token);
}

TEST(Report, what_speaks_of_no_message_of_ours_says_nothing) {
    EXPECT_FALSE(mail::read_report(report({.to = "lomwong@office.example.org", .returned = "Message-ID: <abc@example.org>"})));
    EXPECT_FALSE(mail::read_report("To: bounces+" + token + "@office.example.org\r\nContent-Type: text/plain\r\n\r\nI am on holiday"));
}

TEST(Report, what_only_tells_of_a_delay_or_of_success_says_nothing) {
    EXPECT_FALSE(mail::read_report(report({.action = "delayed", .status = "4.4.1"})));
    EXPECT_FALSE(mail::read_report(report({.action = "delivered", .status = "2.0.0"})));
    EXPECT_FALSE(mail::read_report(report({.status = "no idea"})));
    EXPECT_EQ(mail::read_report(report({.action = "Failed", .status = "4.4.7 (delivery time expired)"}))->status, "4.4.7");
}

TEST(Report, cut_off_anywhere_it_breaks_nothing) {
    const auto whole = report({});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto read = mail::read_report(std::string{whole.substr(0, length)});  // a copy: reading past its end is seen
        EXPECT_TRUE(!read || read->token == token);
    }
}

TEST(Report, hostile_or_huge_it_is_read_in_no_time) {
    const std::string head = "To: bounces+" + token + "@x.org\r\nContent-Type: multipart/report; boundary=b\r\n\r\n";
    for (const auto& text : {std::string(20'000'000, 'a'), std::string(20'000'000, '\n'), head + std::string(20'000'000, '-'),
                             "To:" + std::string(20'000'000, '@'), std::string(1'000, ' ') + ":"}) {
        EXPECT_FALSE(mail::read_report(text));
    }
    std::string many = head;
    for (int i = 0; i < 100'000; ++i) many += "--b\r\nContent-Type: message/delivery-status\r\n\r\n";
    EXPECT_FALSE(mail::read_report(many));
    std::string fields = head + "--b\r\nContent-Type: message/delivery-status\r\n\r\n";
    for (int i = 0; i < 100'000; ++i) fields += "X-" + std::to_string(i) + ": y\r\n z\r\n";
    EXPECT_FALSE(mail::read_report(fields));
    EXPECT_FALSE(mail::read_report("Content-Type: multipart/report; boundary=\"\r\n\r\n--\r\n"));
    EXPECT_FALSE(mail::read_report("Content-Type: multipart/report; boundary=\""));
}

TEST(Report, what_the_server_said_is_one_line_of_plain_letters) {
    auto text = report({});
    text.replace(text.find("no such"), 7, "\x1b[31m\xe0\xb8");
    const auto said = mail::read_report(text)->said;
    for (const char c : said) EXPECT_TRUE(c >= 0x20 && c < 0x7f);
}

}  // namespace
