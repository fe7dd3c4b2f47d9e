#include "circles/invite/invitations.hpp"

#include "auth/by_mail/mailed_links.hpp"
#include "circles/circles_office.hpp"
#include "circles/notices/mail_ends.hpp"
#include "mail/messages.hpp"

namespace circles {

namespace {

// As the routes answer.
struct Reply {
    bool sends{};
    std::vector<Invitation> invitations;
    std::vector<Invitee> outcomes;
};
BOOST_DESCRIBE_STRUCT(Reply, (), (sends, invitations, outcomes))

struct Page {
    std::string name;
    std::string title;
    std::string circle;
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::string place;
    bool open{};
    std::optional<AnswerWord> answer;
    std::optional<std::string> address;
};
BOOST_DESCRIBE_STRUCT(Page, (), (name, title, circle, date, starts, ends, place, open, answer, address))

// A session of 25 November 2026 that everybody may read; the stranger has confirmed an address, the member none.
struct InvitingOffice : CirclesOffice {
    explicit InvitingOffice(db::Engine engine) : CirclesOffice(engine) {
        auto form = session_form({2026, 11, 25});
        form.place = {"ศาลาริมน้ำ"};
        session = plan(new_circle(CircleKind::meeting), form);
        write([&](db::Tx& tx) { auth::update_email(tx, stranger.person, "stranger@example.org"); });
    }

    std::string at(std::string_view rest = "") const { return "/api" + session.address + "/invitations" + std::string(rest); }
    support::Reply invite(const std::string& people) { return editor.post(at(), R"({"people":[)" + people + "]}"); }
    support::Reply invite(base::PersonId person) { return invite(R"({"person_id":)" + std::to_string(person.value) + "}"); }
    Reply invited(const std::string& people) {
        const auto reply = invite(people);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<Reply>();
    }
    InviteOutcome outcome(const std::string& people) { return invited(people).outcomes.at(0).outcome; }
    InviteOutcome outcome(base::PersonId person) { return outcome(R"({"person_id":)" + std::to_string(person.value) + "}"); }
    std::vector<mail::Message> mails() { return mail::list_messages(*database().read(), 100); }
    // Of the mail that was queued last.
    std::string token() {
        const auto text = mails().at(0).plain;
        return text.substr(text.find("/i/") + 3, 22);
    }
    support::Reply answer(const std::string& token, std::string_view word) {
        return guest.post("/api/i/" + token, R"({"answer":")" + std::string(word) + R"("})");
    }
    Reply seen() { return editor.get(at()).as<Reply>(); }

    static constexpr std::string_view pa = R"({"name":"ป้าสมมติ","address":" Pa@Example.org "})";
    records::Envelope session;
};

}  // namespace

OFFICE_TEST(InvitingOffice, an_invitation_says_what_when_and_where_in_the_thai_year_once_to_each) {
    EXPECT_EQ(office.outcome(std::string(office.pa)), InviteOutcome::sent);
    ASSERT_EQ(office.mails().size(), 1u);
    const auto mail = office.mails()[0];
    EXPECT_EQ(mail.recipient, "pa@example.org");
    EXPECT_EQ(mail.recipient_name, "ป้าสมมติ");
    for (const auto* part : {"25 พฤศจิกายน 2569", "ศาลาริมน้ำ", "เจ้าภาพ: เทศบาลตัวอย่าง", "?answer=yes", "?answer=no", ".ics"})
        EXPECT_NE(mail.plain.find(part), std::string::npos) << part << "\n" << mail.plain;
    EXPECT_EQ(office.outcome(R"({"address":"PA@example.org"})"), InviteOutcome::invited_before);
    EXPECT_EQ(office.mails().size(), 1u);
    const auto id = std::to_string(office.seen().invitations.at(0).id.value);
    EXPECT_EQ(office.editor.post(office.at("/" + id + "/again")).as<Reply>().outcomes.at(0).outcome, InviteOutcome::sent);
    EXPECT_EQ(office.mails().size(), 2u);
    EXPECT_EQ(office.seen().invitations.at(0).times, 2);
}

OFFICE_TEST(InvitingOffice, one_tap_answers_without_an_account_and_looking_at_the_link_answers_nothing) {
    office.invited(std::string(office.pa));
    const auto token = office.token();
    const auto page = office.guest.get("/api/i/" + token);
    ASSERT_EQ(page.status, 200u) << page.body;
    EXPECT_EQ(page.as<Page>().name, "ป้าสมมติ");
    EXPECT_TRUE(page.as<Page>().open);
    EXPECT_EQ(office.guest.get("/i/" + token).status, 200u);
    EXPECT_FALSE(office.seen().invitations.at(0).answer);
    EXPECT_EQ(office.answer(token, "yes").as<Page>().answer, AnswerWord::yes);
    EXPECT_EQ(office.seen().invitations.at(0).answer, AnswerWord::yes);
    EXPECT_EQ(office.show(office.editor, office.session).answers.yes, 1);
    EXPECT_EQ(office.answer(token, "no").status, 200u) << "minds change";
    EXPECT_EQ(office.show(office.editor, office.session).answers.no, 1);
    EXPECT_EQ(office.show(office.editor, office.session).answers.yes, 0);
    EXPECT_EQ(office.answer("nobodyhasgotthistoken0", "yes").code(), "group_link_over");
    EXPECT_EQ(office.editor.post("/api" + office.session.address + "/cancel", R"({"reason":"น้ำท่วม"})").status, 200u);
    EXPECT_EQ(office.answer(token, "yes").code(), "session_not_planned");
    EXPECT_FALSE(office.guest.get("/api/i/" + token).as<Page>().open);
}

OFFICE_TEST(InvitingOffice, a_person_is_written_to_at_the_address_that_they_confirmed_which_nobody_is_told) {
    EXPECT_EQ(office.outcome(office.stranger.person), InviteOutcome::sent);
    EXPECT_EQ(office.mails().at(0).recipient, "stranger@example.org");
    EXPECT_EQ(office.seen().invitations.at(0).address, "");
    EXPECT_EQ(office.outcome(office.member.person), InviteOutcome::no_address);
    EXPECT_EQ(office.answer(office.token(), "yes").status, 200u);
    EXPECT_EQ(office.show(office.stranger, office.session).answers.mine, AnswerWord::yes) << "as if they had answered on its page";
    EXPECT_EQ(office.stranger.put("/api" + office.session.address + "/answer", R"({"answer":"no"})").status, 200u);
    EXPECT_EQ(office.seen().invitations.at(0).answer, AnswerWord::no);
}

OFFICE_TEST(InvitingOffice, who_may_not_read_the_session_is_not_written_to_of_it) {
    const auto id = std::to_string(office.session.id.value);
    const auto stands = office.editor.get("/api" + office.session.address).version.value_or(0);
    const auto closed =
        office.editor.put("/api/records/" + id + "/audience", R"({"visibility":"private","partners":[],"persons":[]})", stands);
    ASSERT_EQ(closed.status, 200u) << closed.body;
    EXPECT_EQ(office.outcome(office.stranger.person), InviteOutcome::may_not_read);
    EXPECT_TRUE(office.mails().empty());
}

OFFICE_TEST(InvitingOffice, who_ended_such_mail_is_not_invited_by_mail_any_more) {
    office.invited(std::string(office.pa));
    const auto end = office.mails().at(0).unsubscribe;
    ASSERT_TRUE(end.starts_with("/unfollow/")) << end;
    const auto token = end.substr(std::string_view("/unfollow/").size());
    ASSERT_TRUE(find_mail_end(*office.database().read(), token));
    office.write([&](db::Tx& tx) { end_mail(tx, token); });
    const auto id = std::to_string(office.seen().invitations.at(0).id.value);
    EXPECT_EQ(office.editor.post(office.at("/" + id + "/again")).as<Reply>().outcomes.at(0).outcome, InviteOutcome::unwanted);
    office.session = office.plan(office.new_circle(CircleKind::meeting), base::Date{2026, 11, 26});
    EXPECT_EQ(office.outcome(std::string(office.pa)), InviteOutcome::unwanted) << "nor to another session";
    EXPECT_EQ(office.mails().size(), 1u);
}

OFFICE_TEST(InvitingOffice, what_is_wrong_with_an_address_is_said_at_that_address) {
    EXPECT_EQ(office.invite(R"({"address":"pa@"})").status, 422u);
    EXPECT_NE(office.invite(R"({"address":"pa@"})").body.find("/people/0/address"), std::string::npos);
    EXPECT_EQ(office.invite(R"({"name":"ป้าสมมติ"})").status, 422u);
    EXPECT_EQ(office.invite(base::PersonId{999'999}).status, 422u);
    EXPECT_EQ(office.editor.post(office.at(), R"({"people":[]})").status, 422u);
    std::string many = R"({"address":"p@example.org"})";
    for (int i = 0; i < 50; ++i) many += R"(,{"address":"p)" + std::to_string(i) + R"(@example.org"})";
    EXPECT_EQ(office.invite(many).status, 422u);
    EXPECT_TRUE(office.mails().empty()) << "nothing of it goes out";
}

OFFICE_TEST(InvitingOffice, only_who_edits_invites_and_only_to_what_is_ahead) {
    const auto people = R"({"people":[)" + std::string(office.pa) + "]}";
    EXPECT_EQ(office.guest.post(office.at(), people).status, 401u);
    EXPECT_EQ(office.stranger.post(office.at(), people).status, 403u);
    EXPECT_EQ(office.member.get(office.at()).status, 403u);
    office.session = office.hold(office.new_circle(CircleKind::meeting), {2026, 11, 18});
    EXPECT_EQ(office.invite(std::string(office.pa)).code(), "session_is_over");
}

OFFICE_TEST(InvitingOffice, no_more_than_two_hundred_go_out_a_day) {
    for (int batch = 0; batch < 4; ++batch) {
        std::string people;
        for (int i = 0; i < 50; ++i)
            people += (people.empty() ? "" : ",") + (R"({"address":"p)" + std::to_string(batch * 50 + i) + R"(@example.org"})");
        EXPECT_EQ(office.invite(people).status, 200u);
    }
    EXPECT_EQ(office.invite(std::string(office.pa)).code(), "many_invitations");
    office.clock.advance_seconds(25 * 3600);
    EXPECT_EQ(office.invite(std::string(office.pa)).status, 200u);
}

}  // namespace circles
