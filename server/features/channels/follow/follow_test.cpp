#include "auth/by_mail/mailed_links.hpp"
#include "channels/channels_office.hpp"
#include "journal/follower.hpp"
#include "journal/sealer.hpp"
#include "mail/messages.hpp"

namespace channels {

// A member who follows a circle and can be written to.
struct FollowOffice : ChannelsOffice {
    explicit FollowOffice(db::Engine engine) : ChannelsOffice(engine) {
        circle = new_circle();
        write([&](db::Tx& tx) { auth::update_email(tx, member.person, "member@example.org"); });
    }
    void follow(std::string_view pace) {
        const auto reply = member.put("/api" + circle.address + "/follow", R"({"pace":")" + std::string(pace) + R"("})");
        EXPECT_EQ(reply.status, 200u) << reply.body;
    }
    // What was done since the last time.
    void tell_news() {
        sealed();
        const auto events = journal::list_after(*database().read(), journal::position(*database().read(), "channels"), 500);
        if (!events.empty()) tell(database(), postbox, events);
    }
    void sealed() {
        while (journal::seal(database()) > 0) {
        }
    }
    std::vector<std::string> subjects() {
        std::vector<std::string> all;
        for (const auto& message : mail::list_messages(*database().read(), 50)) all.push_back(message.subject);
        return all;
    }
    std::vector<std::string> actions() {
        sealed();
        std::vector<std::string> all;
        for (const auto& event : journal::list_after(*database().read(), 0, 500)) all.push_back(event.action);
        return all;
    }
    std::string newest_mail() { return mail::list_messages(*database().read(), 1).at(0).plain; }

    records::Envelope circle;
    mail::Postbox postbox{[] {
        mail::Settings settings;
        settings.inbox = true;
        settings.origin = "https://lomwong.example.org";
        return settings;
    }()};
};

OFFICE_TEST(FollowOffice, who_follows_a_circle_is_told_of_a_plan_a_change_a_postponement_and_a_cancellation) {
    office.follow("at_once");
    const auto session = office.plan(office.circle, base::Date{2026, 11, 25});
    office.tell_news();
    ASSERT_EQ(office.subjects().size(), 1u);
    EXPECT_NE(office.newest_mail().find("25 พฤศจิกายน 2569"), std::string::npos) << office.newest_mail();
    EXPECT_NE(office.newest_mail().find("https://lomwong.example.org/unfollow/"), std::string::npos);
    auto form = office.session_form({2026, 11, 25});
    form.key_question = {"ใครดูแล"};
    const auto edited = office.editor.put("/api" + session.address, form, session.version).as<records::Envelope>();
    office.tell_news();
    EXPECT_EQ(office.subjects().size(), 1u) << "neither day, hour nor place changed";
    form.place = {"ศาลาริมน้ำ"};
    office.editor.put("/api" + session.address, form, edited.version);
    office.tell_news();
    EXPECT_EQ(office.subjects().size(), 2u);
    office.editor.post("/api" + session.address + "/postpone", R"({"reason":"น้ำท่วม","to":"2026-11-27"})");
    office.tell_news();
    EXPECT_EQ(office.subjects().size(), 3u) << "the day it went to is told with it, not beside it";
    EXPECT_NE(office.newest_mail().find("27 พฤศจิกายน 2569"), std::string::npos);
}

OFFICE_TEST(FollowOffice, what_is_written_down_of_days_gone_by_is_no_news) {
    office.follow("at_once");
    office.plan(office.circle, base::Date{2026, 11, 11});
    office.tell_news();
    EXPECT_TRUE(office.subjects().empty());
}

OFFICE_TEST(FollowOffice, what_came_of_a_session_is_sent_some_hours_later_with_what_its_speakers_let_out) {
    office.follow("at_once");
    const auto session = office.hold(office.circle, {2026, 11, 21});
    office.tell_news();
    const auto before = office.subjects().size();
    const auto point = office.say(office.contributor, session, "คลองตันมาสามปี", "ป้าสมมติ").as<circles::Point>();
    office.contributor.put("/api" + session.address + "/points/" + std::to_string(point.id.value) + "/consent",
                           R"({"consent":"nameless"})");
    office.clock.advance_seconds(18 * 3600);
    tell_summary(office.database(), office.postbox, session.id);
    ASSERT_EQ(office.subjects().size(), before + 1);
    EXPECT_NE(office.newest_mail().find("คลองตันมาสามปี"), std::string::npos);
    EXPECT_EQ(office.newest_mail().find("ป้าสมมติ"), std::string::npos);
}

OFFICE_TEST(FollowOffice, a_follower_who_came_is_thanked_by_the_circle_and_not_told_twice) {
    office.follow("at_once");
    const auto session = office.hold(office.circle, {2026, 11, 21});
    office.tell_news();
    const auto before = office.subjects().size();
    const auto id = std::to_string(office.member.person.value);
    office.editor.post("/api" + session.address + "/people",
                       R"({"people":[{"person_id":)" + id + R"(,"name":"คนที่มา","role":"participant"}]})");
    office.clock.advance_seconds(18 * 3600);
    tell_summary(office.database(), office.postbox, session.id);
    EXPECT_EQ(office.subjects().size(), before);
}

OFFICE_TEST(FollowOffice, one_tap_ends_one_topic_of_what_circles_write) {
    const auto page_of = [&](circles::MailTopic topic) {
        return office.write([&](db::Tx& tx) { return circles::end_page(tx, {office.member.person}, topic); });
    };
    const auto turns = page_of(circles::MailTopic::turns);
    EXPECT_EQ(page_of(circles::MailTopic::turns), turns) << "the same in each mail";
    EXPECT_EQ(office.guest.get("/api" + turns).body, R"({"title":"เตือนเวรเจ้าภาพของวง"})");
    EXPECT_EQ(office.guest.post(turns).status, 204u) << "as a mail program does it by itself";
    EXPECT_TRUE(circles::has_ended(*office.database().read(), {office.member.person}, circles::MailTopic::turns));
    EXPECT_FALSE(circles::has_ended(*office.database().read(), {office.member.person}, circles::MailTopic::thanks));
    EXPECT_EQ(office.guest.post(turns).status, 404u);
}

OFFICE_TEST(FollowOffice, one_tap_in_the_mail_ends_it_for_that_circle) {
    office.follow("at_once");
    office.plan(office.circle, base::Date{2026, 11, 25});
    office.tell_news();
    const auto text = office.newest_mail();
    const auto at = text.find("/unfollow/");
    const auto path = "/api" + text.substr(at, std::string_view("/unfollow/").size() + 22);
    EXPECT_EQ(office.guest.get(path).status, 200u) << path;
    office.plan(office.circle, base::Date{2026, 12, 2});
    office.tell_news();
    EXPECT_EQ(office.subjects().size(), 2u) << "looking at the link ends nothing";
    const auto page = mail::list_messages(*office.database().read(), 1).at(0).unsubscribe;
    EXPECT_EQ("/api" + page, path);
    EXPECT_EQ(office.guest.post(page).status, 204u) << "as a mail program does it by itself";
    EXPECT_EQ(office.actions().back(), "channels.unfollowed");
    office.plan(office.circle, base::Date{2026, 12, 9});
    office.tell_news();
    EXPECT_EQ(office.subjects().size(), 2u);
    EXPECT_EQ(office.guest.post(path).status, 404u);
}

OFFICE_TEST(FollowOffice, one_tap_ends_the_daily_mail) {
    office.follow("daily");
    const auto end = [&] { return office.write([&](db::Tx& tx) { return digest_end(tx, office.member.person); }); };
    const auto page = end();
    ASSERT_TRUE(page);
    EXPECT_EQ(end(), page) << "the same in each mail";
    EXPECT_EQ(office.guest.get("/api" + *page).body, R"({"title":"จดหมายสรุปประจำวัน"})");
    EXPECT_EQ(office.guest.post(*page).status, 204u) << "as a mail program does it by itself";
    EXPECT_FALSE(end()) << "and none is queued any more";
    EXPECT_EQ(office.guest.post(*page).status, 404u);
}

OFFICE_TEST(FollowOffice, who_may_not_read_a_session_any_more_hears_nothing_of_it) {
    office.follow("at_once");
    const auto id = std::to_string(office.circle.id.value);
    const auto stands = office.editor.get("/api" + office.circle.address).version.value_or(0);
    const auto closed =
        office.editor.put("/api/records/" + id + "/audience", R"({"visibility":"private","partners":[],"persons":[]})", stands);
    ASSERT_EQ(closed.status, 200u) << closed.body;
    office.plan(office.circle, base::Date{2026, 11, 25});
    office.tell_news();
    EXPECT_TRUE(office.subjects().empty());
}

OFFICE_TEST(FollowOffice, who_follows_daily_reads_it_in_the_daily_mail_and_weekly_on_mondays) {
    office.follow("daily");
    office.plan(office.circle, base::Date{2026, 11, 25});
    office.tell_news();
    EXPECT_TRUE(office.subjects().empty()) << "nothing at once";
    const auto digest = [&](base::Date end) {
        const auto instant = base::at_bangkok(end, {7 * 60});
        const mail::DigestReader reader{office.member.person, {"member@example.org", ""}, base::Language::th};
        return list_digest(*office.database().read(), reader, {{instant.ms - 24 * 3'600'000}, instant}).size();
    };
    EXPECT_EQ(digest({2026, 11, 22}), 1u);
    EXPECT_EQ(digest({2026, 11, 23}), 0u);
    office.follow("weekly");
    EXPECT_EQ(digest({2026, 11, 22}), 0u);
    EXPECT_EQ(digest({2026, 11, 23}), 1u) << "a Monday";
}

}  // namespace channels
