#include "circles/notices/thanks.hpp"

#include "circles/circles_office.hpp"
#include "mail/messages.hpp"
#include "mail/testing.hpp"

namespace circles {

namespace {

// A session of 21 November 2026, to which the stranger came; everybody can be reached.
struct ThankingOffice : CirclesOffice {
    explicit ThankingOffice(db::Engine engine) : CirclesOffice(engine) {
        const Reach reach = [](db::Session&, base::PersonId person) -> std::optional<mail::DigestReader> {
            return mail::DigestReader{person, {address_of(person), "ผู้ร่วมวง"}, base::Language::th};
        };
        add_thanks(handlers, {database(), postbox, reach});
        session = hold(new_circle(CircleKind::meeting), {2026, 11, 21});
        mark(stranger.person, "true");
    }

    void mark(base::PersonId person, const std::string& came) {
        const auto reply =
            editor.post("/api" + session.address + "/people", R"({"people":[{"person_id":)" + std::to_string(person.value) +
                                                                  R"(,"name":"คนที่มา","role":"participant","came":)" + came + "}]}");
        EXPECT_EQ(reply.status, 200u) << reply.body;
    }
    std::vector<mail::Message> after(base::Date day, int hour = 9) {
        clock.set(base::at_bangkok(day, {hour * 60}));
        handlers.at("circles.thank").work("");
        return mail::list_messages(*database().read(), 50);
    }
    static std::string address_of(base::PersonId person) { return "p" + std::to_string(person.value) + "@example.org"; }

    mail::Postbox postbox{mail::testing::inbox()};
    jobs::Handlers handlers;
    records::Envelope session;
};

}  // namespace

OFFICE_TEST(ThankingOffice, who_came_is_thanked_the_next_morning_with_what_came_of_it_once) {
    office.say(office.contributor, office.session, "คลองตันมาสามปี", "ป้าสมมติ");
    office.mark(office.member.person, "false");
    EXPECT_EQ(office.after({2026, 11, 21}, 20).size(), 0u) << "what was said is still being written down";
    EXPECT_EQ(office.after({2026, 11, 22}, 5).size(), 0u) << "not in the night";
    const auto mails = office.after({2026, 11, 22});
    ASSERT_EQ(mails.size(), 1u) << "not to who did not come";
    EXPECT_EQ(mails[0].recipient, ThankingOffice::address_of(office.stranger.person));
    for (const auto& part : {std::string("คลองตันมาสามปี"), std::string("21 พฤศจิกายน 2569"), office.session.address + "/feedback"})
        EXPECT_NE(mails[0].plain.find(part), std::string::npos) << mails[0].plain;
    EXPECT_EQ(mails[0].plain.find("ป้าสมมติ"), std::string::npos) << "nobody's name who did not agree";
    EXPECT_EQ(office.after({2026, 11, 23}).size(), 1u) << "once";
    EXPECT_EQ(office.editor.post("/api" + office.session.address + "/reopen").status, 200u);
    EXPECT_EQ(office.editor.post("/api" + office.session.address + "/hold").status, 200u);
    EXPECT_EQ(office.after({2026, 11, 24}).size(), 1u) << "also when it was reopened and held again";
}

OFFICE_TEST(ThankingOffice, who_is_marked_some_days_later_is_thanked_then_and_after_two_weeks_nobody_is) {
    EXPECT_EQ(office.after({2026, 11, 22}).size(), 1u);
    office.mark(office.member.person, "true");
    EXPECT_EQ(office.after({2026, 11, 27}).size(), 2u);
    office.mark(office.contributor.person, "true");
    EXPECT_EQ(office.after({2026, 12, 6}).size(), 2u);
}

OFFICE_TEST(ThankingOffice, one_tap_ends_the_thanks_and_nothing_else) {
    const auto end = office.after({2026, 11, 22}).at(0).unsubscribe;
    ASSERT_TRUE(end.starts_with("/unfollow/")) << end;
    EXPECT_TRUE(is_thanked(*office.database().read(), office.session.id, office.stranger.person));
    office.write([&](db::Tx& tx) { end_mail(tx, end.substr(std::string_view("/unfollow/").size())); });
    EXPECT_FALSE(is_thanked(*office.database().read(), office.session.id, office.stranger.person));
    EXPECT_FALSE(has_ended(*office.database().read(), {office.stranger.person}, MailTopic::agreements));
    office.session = office.hold(office.new_circle(CircleKind::meeting), {2026, 11, 22});
    office.mark(office.stranger.person, "true");
    EXPECT_EQ(office.after({2026, 11, 24}).size(), 1u);
}

}  // namespace circles
