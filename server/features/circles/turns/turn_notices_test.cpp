#include "circles/turns/turn_notices.hpp"

#include <algorithm>

#include "circles/circles_office.hpp"
#include "mail/messages.hpp"
#include "mail/testing.hpp"

namespace circles {

namespace {

// A circle that meets each second Wednesday; the contributor and those above write for its one host and can be reached, the steward not.
struct NoticeOffice : CirclesOffice {
    explicit NoticeOffice(db::Engine engine) : CirclesOffice(engine) {
        add_turn_notices(handlers, database(), postbox, [this](db::Session&, base::PersonId person) -> std::optional<mail::DigestReader> {
            if (person == steward.person || (person == stranger.person && !host_has_mail)) return std::nullopt;
            return mail::DigestReader{person, {"p" + std::to_string(person.value) + "@example.org", "ผู้ประสาน"}, base::Language::th};
        });
        auto form = circle_form();
        form.rhythm = Rhythm{.every = base::Every::month_weekday, .interval = {1}, .weekday = base::Weekday::wednesday, .nth = {{2}}};
        circle = new_circle(form);
        const auto hosts = R"({"hosts":[)" + std::to_string(other_organisation.value) + "]}";
        EXPECT_EQ(editor.put("/api" + circle.address + "/hosts", hosts, circle.version).status, 200u);
    }

    // How many messages there are after the job ran on that day.
    std::size_t after(base::Date day, int hour = 9) {
        clock.set(base::at_bangkok(day, {hour * 60}));
        handlers.at("circles.tell_hosts").work("");
        return mail::list_messages(*database().read(), 50).size();
    }

    mail::Postbox postbox{mail::testing::inbox()};
    bool host_has_mail = true;
    jobs::Handlers handlers;
    records::Envelope circle;
};

}  // namespace

OFFICE_TEST(NoticeOffice, who_writes_for_the_host_is_told_14_7_and_1_days_ahead_and_nothing_is_sent_twice) {
    EXPECT_EQ(office.after({2026, 11, 24}), 0u);
    EXPECT_EQ(office.after({2026, 11, 25}, 5), 0u) << "not in the night";
    EXPECT_EQ(office.after({2026, 11, 25}), 1u);
    EXPECT_EQ(office.after({2026, 11, 25}, 10), 1u);
    EXPECT_EQ(office.after({2026, 12, 1}), 1u);
    EXPECT_EQ(office.after({2026, 12, 2}), 2u);
    EXPECT_EQ(office.after({2026, 12, 8}), 3u);
    EXPECT_EQ(office.after({2026, 12, 9}), 3u);
    const auto messages = mail::list_messages(*office.database().read(), 50);
    EXPECT_NE(messages.front().plain.find(office.circle.address + "/turns"), std::string::npos) << messages.front().plain;
    EXPECT_NE(messages.front().plain.find("9 ธันวาคม 2569"), std::string::npos) << messages.front().plain;
}

OFFICE_TEST(NoticeOffice, a_server_that_was_away_sends_the_notice_of_now_and_none_of_before) {
    EXPECT_EQ(office.after({2026, 12, 4}), 1u);
    EXPECT_EQ(office.after({2026, 12, 8}), 2u);
}

OFFICE_TEST(NoticeOffice, a_turn_that_moves_to_another_day_is_told_of_anew) {
    EXPECT_EQ(office.after({2026, 12, 2}), 1u);
    EXPECT_EQ(office.editor.put("/api" + office.circle.address + "/rhythm/days/2026-12-09", R"({"settled":"postponed","to":"2026-12-16"})")
                  .status,
              200u);
    EXPECT_EQ(office.after({2026, 12, 2}, 10), 2u);
    EXPECT_EQ(office.after({2026, 12, 2}, 11), 2u);
}

OFFICE_TEST(NoticeOffice, where_nobody_of_the_host_is_reached_those_who_keep_the_circle_are_told_so) {
    office.host_has_mail = false;
    const auto told = office.after({2026, 11, 25});
    const auto messages = mail::list_messages(*office.database().read(), 50);
    ASSERT_FALSE(messages.empty());
    const auto keeper = "p" + std::to_string(office.contributor.person.value) + "@example.org";
    EXPECT_NE(std::ranges::find(messages, keeper, &mail::Message::recipient), messages.end());
    EXPECT_NE(messages.front().plain.find("เขียนถึงเจ้าภาพไม่ได้"), std::string::npos) << messages.front().plain;
    EXPECT_EQ(office.after({2026, 11, 25}, 10), told) << "once";
    office.host_has_mail = true;
    EXPECT_EQ(office.after({2026, 11, 26}), told + 1) << "the host has confirmed an address meanwhile";
}

}  // namespace circles
