#include "channels/talk/talk.hpp"

#include "auth/by_mail/mailed_links.hpp"
#include "channels/channels_office.hpp"
#include "journal/follower.hpp"
#include "journal/sealer.hpp"
#include "mail/messages.hpp"

namespace channels {

// A member who said something under a session, and can be written to.
struct TalkOffice : ChannelsOffice {
    explicit TalkOffice(db::Engine engine) : ChannelsOffice(engine) {
        session = hold(new_circle(), {2026, 11, 18});
        comments = "/api/records/" + std::to_string(session.id.value) + "/comments";
        write([&](db::Tx& tx) { auth::update_email(tx, member.person, "member@example.org"); });
        const auto reply = member.post(comments, R"({"body":"คลองตื้นมาก"})");
        EXPECT_EQ(reply.status, 200u) << reply.body;
        first = read_id(reply.body);
    }
    // Of the comment that stands first.
    static std::string read_id(const std::string& body) {
        const auto at = body.find("\"id\":") + 5;
        return body.substr(at, body.find_first_not_of("0123456789", at) - at);
    }
    void answer(support::Client& client, const std::string& words) {
        const auto reply = client.post(comments, R"({"body":")" + words + R"(","answer_to":)" + first + "}");
        EXPECT_EQ(reply.status, 200u) << reply.body;
    }
    void tell_news() {
        while (journal::seal(database()) > 0) {
        }
        const auto events = journal::list_after(*database().read(), journal::position(*database().read(), "channels"), 500);
        if (!events.empty()) tell(database(), postbox, events);
    }
    std::vector<mail::Message> sent() { return mail::list_messages(*database().read(), 50); }
    std::string said() { return member.get(comments).body; }
    // As a mail server hands it in.
    std::string answered(const std::string& words, const std::string& more = "", const std::string& from = "member@example.org") {
        return "From: <" + from + ">\r\nTo: " + sent().front().reply_to + "\r\nMessage-ID: <" + std::to_string(++mails) + "@phone>\r\n" +
               more + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + words;
    }
    Taken take(const std::string& mail) { return take_reply(database(), postbox, mail); }

    records::Envelope session;
    std::string comments;
    std::string first;
    int mails = 0;
    mail::Postbox postbox{[] {
        mail::Settings settings;
        settings.inbox = true;
        settings.origin = "https://lomwong.example.org";
        settings.replies = "answers@office.example.org";
        return settings;
    }()};
};

OFFICE_TEST(TalkOffice, who_was_answered_is_told_and_answers_by_mail) {
    office.answer(office.editor, "จะขุดเดือนหน้า");
    office.tell_news();
    ASSERT_EQ(office.sent().size(), 1u);
    const auto told = office.sent().front();
    EXPECT_EQ(told.recipient, "member@example.org");
    EXPECT_NE(told.plain.find("จะขุดเดือนหน้า"), std::string::npos);
    EXPECT_TRUE(told.reply_to.starts_with("answers+") && told.reply_to.ends_with("@office.example.org")) << told.reply_to;
    const auto mail = office.answered("ขอบคุณครับ\r\n\r\nOn Sat, 21 Nov 2026, Lomwong wrote:\r\n> จะขุดเดือนหน้า\r\n");
    EXPECT_EQ(office.take(mail), Taken::shown);
    EXPECT_NE(office.said().find("\"ขอบคุณครับ\""), std::string::npos) << office.said();
    EXPECT_EQ(office.take(mail), Taken::again) << "a mail server may hand it in twice";
    office.tell_news();
    EXPECT_EQ(office.sent().size(), 1u) << "nobody is told of their own words, and the editor can not be written to";
}

OFFICE_TEST(TalkOffice, only_from_where_one_is_written_to_and_never_by_a_program) {
    office.answer(office.editor, "จะขุดเดือนหน้า");
    office.tell_news();
    EXPECT_EQ(office.take(office.answered("ผมเอง", "", "somebody@example.org")), Taken::nothing);
    EXPECT_EQ(office.take(office.answered("ลาพักร้อน", "Auto-Submitted: auto-replied\r\n")), Taken::nothing);
    EXPECT_EQ(office.take("From: a@example.org\r\nTo: answers+00112233445566778899aabbccddeeff@office.example.org\r\n\r\nx"),
              Taken::nothing);
    EXPECT_EQ(office.sent().size(), 1u);
}

OFFICE_TEST(TalkOffice, what_can_not_be_taken_is_told_to_its_writer) {
    office.answer(office.editor, "จะขุดเดือนหน้า");
    office.tell_news();
    EXPECT_EQ(office.take(office.answered("> มีแต่คำเดิม")), Taken::refused);
    EXPECT_EQ(office.sent().front().kind, "channels.reply_refused");
    EXPECT_EQ(office.sent().front().recipient, "member@example.org");
}

OFFICE_TEST(TalkOffice, an_address_for_answers_ends_after_ninety_days) {
    office.answer(office.editor, "จะขุดเดือนหน้า");
    office.tell_news();
    const auto mail = office.answered("ช้าไป");
    office.clock.advance_seconds(std::int64_t{91} * 24 * 3600);
    EXPECT_EQ(office.take(mail), Taken::nothing);
}

OFFICE_TEST(TalkOffice, one_tap_ends_the_mails_of_a_talk_until_one_speaks_again) {
    office.answer(office.editor, "หนึ่ง");
    office.tell_news();
    const auto page = office.sent().front().unsubscribe;
    ASSERT_TRUE(page.starts_with("/unfollow/")) << page;
    EXPECT_EQ(office.guest.post(page).status, 204u);
    office.answer(office.editor, "สอง");
    office.tell_news();
    EXPECT_EQ(office.sent().size(), 1u);
    office.answer(office.member, "ผมกลับมา");
    office.tell_news();
    office.answer(office.editor, "สาม");
    office.tell_news();
    EXPECT_EQ(office.sent().size(), 2u);
}

OFFICE_TEST(TalkOffice, without_an_address_for_answers_nobody_is_asked_to_answer_by_mail) {
    mail::Settings settings;
    settings.inbox = true;
    settings.origin = "https://lomwong.example.org";
    const mail::Postbox plain{settings};
    office.answer(office.editor, "จะขุดเดือนหน้า");
    while (journal::seal(office.database()) > 0) {
    }
    tell(office.database(), plain, journal::list_after(*office.database().read(), 0, 500));
    ASSERT_EQ(office.sent().size(), 1u);
    EXPECT_EQ(office.sent().front().reply_to, "");
    EXPECT_EQ(office.sent().front().plain.find("---"), std::string::npos);
}

}  // namespace channels
