#include "circles/feedback/feedback.hpp"

#include "circles/circles_office.hpp"
#include "circles/feedback/pledge_notices.hpp"
#include "mail/messages.hpp"
#include "mail/testing.hpp"

namespace circles {

namespace {

constexpr base::Date today{2026, 11, 18};

std::string of(const records::Envelope& session, std::string_view what = "feedback") {
    return "/api" + session.address + "/" + std::string(what);
}

FeedbackForm said(int useful, const std::string& better = "") {
    return {{useful}, {4}, {}, base::Text<0, 2000>{better}};
}

FeedbackReply shown(support::Client& client, const records::Envelope& session) {
    return client.get(of(session)).as<FeedbackReply>();
}

FeedbackReply pledged(support::Client& client, const records::Envelope& session, const std::string& body) {
    const auto reply = client.post(of(session, "pledges"), PledgeForm{{body}, {}, {}});
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return reply.as<FeedbackReply>();
}

std::string at(const records::Envelope& session, const Pledge& pledge) {
    return of(session, "pledges/" + std::to_string(pledge.id.value));
}

// Everybody can be reached but the steward.
struct AskingOffice : CirclesOffice {
    explicit AskingOffice(db::Engine engine) : CirclesOffice(engine) {
        const Reach reach = [this](db::Session&, base::PersonId person) -> std::optional<mail::DigestReader> {
            if (person == steward.person) return std::nullopt;
            return mail::DigestReader{person, {"p" + std::to_string(person.value) + "@example.org", "ผู้ร่วมวง"}, base::Language::th};
        };
        add_pledge_notices(handlers, {database(), postbox, reach});
        session = hold(new_circle(), today);
    }

    // How many messages there are after the job ran on that day.
    std::size_t after(base::Date day, int hour = 9) {
        clock.set(base::at_bangkok(day, {hour * 60}));
        handlers.at("circles.ask_pledges").work("");
        return mail::list_messages(*database().read(), 50).size();
    }

    mail::Postbox postbox{mail::testing::inbox()};
    jobs::Handlers handlers;
    records::Envelope session;
};

}  // namespace

OFFICE_TEST(CirclesOffice, each_says_it_once_and_a_mean_is_told_from_five_answers_on) {
    const auto session = office.hold(office.new_circle(), today);
    EXPECT_TRUE(shown(office.guest, session).open);
    EXPECT_EQ(office.guest.put(of(session), said(5)).status, 401u);
    EXPECT_EQ(office.member.put(of(session), said(1)).status, 200u);
    const auto again = office.member.put(of(session), said(5, "ขอเวลาคุยมากกว่านี้")).as<FeedbackReply>();
    EXPECT_EQ(again.given, 1);
    EXPECT_EQ(again.mine->useful.value, 5);
    EXPECT_FALSE(again.useful) << "of one answer a mean would tell whose it is";
    EXPECT_TRUE(again.words.empty()) << "words are for who keeps the circle";
    for (int i = 0; i < 4; ++i) EXPECT_EQ(office.editor.post(of(session), said(3)).status, 200u) << "from paper, each is one more";
    const auto all = shown(office.editor, session);
    EXPECT_EQ(all.given, 5);
    EXPECT_DOUBLE_EQ(all.useful.value(), 3.4);
    ASSERT_EQ(all.words.size(), 1u);
    EXPECT_EQ(all.words[0].better, "ขอเวลาคุยมากกว่านี้");
    EXPECT_EQ(office.member.post(of(session), said(3)).status, 403u);
    EXPECT_EQ(office.member.put(of(session), R"({"useful":6,"heard":1})").status, 422u);
}

OFFICE_TEST(CirclesOffice, of_what_was_not_held_nobody_says_anything) {
    const auto planned = office.plan(office.new_circle(), today);
    EXPECT_FALSE(shown(office.guest, planned).open);
    EXPECT_EQ(office.member.put(of(planned), said(5)).code(), "not_held_yet");
    EXPECT_EQ(office.member.post(of(planned, "pledges"), PledgeForm{{"จะลองทำ"}, {}, {}}).code(), "not_held_yet");
}

OFFICE_TEST(CirclesOffice, who_says_what_they_will_use_is_asked_after_thirty_and_ninety_days) {
    const auto session = office.hold(office.new_circle(), today);
    const auto mine = pledged(office.member, session, "จะแยกขยะเปียกที่บ้าน").pledges.at(0);
    EXPECT_TRUE(mine.mine && mine.may_answer);
    ASSERT_EQ(mine.asked.size(), 2u);
    EXPECT_EQ(mine.asked[0].on, (base::Date{2026, 12, 18}));
    EXPECT_EQ(mine.asked[1].on, (base::Date{2027, 2, 16}));
    EXPECT_FALSE(mine.asked[0].due);
    EXPECT_EQ(office.member.put(at(session, mine), R"({"days":30,"used":"partly","note":"ทำได้บางวัน"})").status, 200u);
    EXPECT_EQ(office.member.put(at(session, mine), R"({"days":45,"used":"yes"})").status, 422u);
    EXPECT_EQ(office.stranger.put(at(session, mine), R"({"days":30,"used":"no"})").status, 404u) << "nobody answers for another";
    const auto outside = shown(office.guest, session);
    EXPECT_TRUE(outside.pledges.empty());
    EXPECT_EQ(outside.pledged, 1);
    ASSERT_EQ(outside.used.size(), 1u);
    EXPECT_EQ(outside.used[0].partly, 1);
    EXPECT_EQ(shown(office.editor, session).pledges.at(0).asked[0].note, "ทำได้บางวัน");
    EXPECT_EQ(office.member.del(at(session, mine)).as<FeedbackReply>().pledged, 0);
}

OFFICE_TEST(CirclesOffice, an_editor_writes_down_for_those_without_an_account_what_they_will_use) {
    const auto session = office.hold(office.new_circle(), today);
    const PledgeForm for_aunt{{"จะชวนเพื่อนบ้าน"}, {}, base::Text<0, 200>{"ป้าสมมุติ"}};
    EXPECT_EQ(office.member.post(of(session, "pledges"), for_aunt).status, 403u);
    const auto reply = office.contributor.post(of(session, "pledges"), for_aunt).as<FeedbackReply>();
    ASSERT_EQ(reply.pledges.size(), 1u);
    EXPECT_EQ(reply.pledges[0].name, "ป้าสมมุติ");
    EXPECT_FALSE(reply.pledges[0].mine);
    EXPECT_TRUE(reply.pledges[0].may_answer);
}

OFFICE_TEST(AskingOffice, the_mail_goes_out_after_thirty_and_ninety_days_once_each) {
    const auto mine = pledged(office.member, office.session, "จะแยกขยะเปียกที่บ้าน").pledges.at(0);
    pledged(office.steward, office.session, "ไม่มีที่อยู่อีเมล");
    EXPECT_EQ(office.after({2026, 12, 17}), 0u);
    EXPECT_EQ(office.after({2026, 12, 18}, 5), 0u) << "not in the night";
    EXPECT_EQ(office.after({2026, 12, 18}), 1u);
    EXPECT_EQ(office.after({2026, 12, 19}), 1u);
    EXPECT_EQ(office.after({2027, 2, 16}), 2u);
    const auto message = mail::list_messages(*office.database().read(), 50).front();
    EXPECT_NE(message.plain.find(office.session.address + "/feedback"), std::string::npos) << message.plain;
    EXPECT_NE(message.plain.find("จะแยกขยะเปียกที่บ้าน"), std::string::npos) << message.plain;
    EXPECT_EQ(office.after({2027, 2, 17}), 2u);
}

OFFICE_TEST(AskingOffice, who_has_answered_is_not_asked_and_a_server_that_was_away_for_long_asks_nobody_late) {
    const auto mine = pledged(office.member, office.session, "จะแยกขยะเปียกที่บ้าน").pledges.at(0);
    office.member.put(at(office.session, mine), R"({"days":30,"used":"yes"})");
    EXPECT_EQ(office.after({2026, 12, 18}), 0u);
    EXPECT_EQ(office.after({2027, 5, 1}), 0u);
}

}  // namespace circles
