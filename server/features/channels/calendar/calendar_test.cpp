#include "channels/channels_office.hpp"

namespace channels {

static bool has(const std::string& file, std::string_view part) {
    return file.find(part) != std::string::npos;
}

static std::string calendar(support::Client& client, const std::string& address) {
    auto reply = client.get(address + ".ics");
    EXPECT_EQ(reply.status, 200u) << reply.body;
    for (auto at = reply.body.find("\r\n "); at != std::string::npos; at = reply.body.find("\r\n ", at)) reply.body.erase(at, 3);
    return reply.body;
}

static std::string own_path(support::Client& client) {
    const auto made = client.post("/api/me/feeds", R"({"name":"โทรศัพท์"})");
    EXPECT_EQ(made.status, 201u) << made.body;
    const auto at = made.body.find("/feeds/");
    return made.body.substr(at, made.body.find(".ics") - at);
}

OFFICE_TEST(ChannelsOffice, a_circles_calendar_holds_what_is_planned_what_was_called_off_and_the_next_days_of_its_rhythm) {
    const auto circle = office.new_circle();
    const auto session = office.plan(circle, base::Date{2026, 11, 25});
    office.editor.post("/api" + session.address + "/cancel", R"({"reason":"วันหยุดราชการ"})");
    const auto file = calendar(office.guest, circle.address);
    EXPECT_TRUE(has(file, "STATUS:CANCELLED"));
    EXPECT_TRUE(has(file, "SUMMARY:งดจัด · แยกขยะอย่างไรให้คนอยากทำ · วงสานเสวนาวันพุธ")) << file;
    EXPECT_TRUE(has(file, "DESCRIPTION:วันหยุดราชการ"));
    EXPECT_TRUE(has(file, "STATUS:TENTATIVE"));
    EXPECT_TRUE(has(file, "DTSTART;VALUE=DATE:20261202")) << file;
    EXPECT_TRUE(has(calendar(office.guest, session.address), "UID:session-" + std::to_string(session.id.value) + "@lomwong\r\n"));
}

OFFICE_TEST(ChannelsOffice, a_change_keeps_the_uid_and_raises_the_sequence) {
    const auto circle = office.new_circle();
    const auto session = office.plan(circle, base::Date{2026, 11, 25});
    const auto uid = "UID:session-" + std::to_string(session.id.value) + "@lomwong\r\n";
    EXPECT_TRUE(has(calendar(office.guest, session.address), "SEQUENCE:1\r\n"));
    office.clock.advance_seconds(60);
    const auto changed = office.editor.put("/api" + session.address, office.session_form({2026, 11, 26}), session.version);
    ASSERT_EQ(changed.status, 200u) << changed.body;
    const auto file = calendar(office.guest, session.address);
    EXPECT_TRUE(has(file, uid));
    EXPECT_TRUE(has(file, "SEQUENCE:2\r\n")) << file;
    EXPECT_TRUE(has(file, "DTSTART;VALUE=DATE:20261126"));
}

OFFICE_TEST(ChannelsOffice, a_postponed_session_says_where_it_went_and_the_new_day_stands_beside_it) {
    const auto circle = office.new_circle();
    const auto session = office.plan(circle, base::Date{2026, 11, 25});
    office.editor.post("/api" + session.address + "/postpone", R"({"reason":"น้ำท่วม","to":"2026-11-27"})");
    const auto file = calendar(office.guest, circle.address);
    EXPECT_TRUE(has(file, "SUMMARY:เลื่อน · แยกขยะ")) << file;
    EXPECT_TRUE(has(file, "27 พฤศจิกายน 2569"));
    EXPECT_TRUE(has(file, "DTSTART;VALUE=DATE:20261127"));
}

OFFICE_TEST(ChannelsOffice, an_organisations_calendar_holds_its_circles_and_nobody_elses) {
    const auto circle = office.new_circle();
    office.plan(circle, base::Date{2026, 11, 25});
    const auto address = [&](records::RecordId id) { return records::find(*office.database().read(), id)->address; };
    EXPECT_TRUE(has(calendar(office.guest, address(office.organisation)), "แยกขยะ"));
    EXPECT_FALSE(has(calendar(office.guest, address(office.other_organisation)), "VEVENT"));
}

OFFICE_TEST(ChannelsOffice, what_stays_among_members_is_in_no_strangers_calendar) {
    auto form = office.circle_form();
    form.audience = records::Audience{.visibility = records::Visibility::members, .partners = {}, .persons = {}};
    const auto circle = office.new_circle(form);
    const auto session = office.plan(circle, base::Date{2026, 11, 25});
    for (auto* client : {&office.guest, &office.stranger, &office.administrator})
        for (const auto& path : {circle.address, session.address}) EXPECT_EQ(client->get(path + ".ics").status, 404u);
    const auto organisation = records::find(*office.database().read(), office.organisation)->address;
    EXPECT_FALSE(has(calendar(office.guest, organisation), "VEVENT"));
    EXPECT_TRUE(has(calendar(office.member, organisation), "แยกขยะ"));
}

OFFICE_TEST(ChannelsOffice, a_secret_address_shows_its_persons_circles_to_who_is_not_signed_in) {
    const auto circle = office.new_circle();
    office.plan(circle, base::Date{2026, 11, 25});
    EXPECT_TRUE(has(calendar(office.guest, own_path(office.member)), "แยกขยะ"));
    EXPECT_FALSE(has(calendar(office.guest, own_path(office.stranger)), "VEVENT")) << "has no part in it";
    EXPECT_EQ(office.guest.get("/feeds/guessed.ics").status, 404u);
}

OFFICE_TEST(ChannelsOffice, who_said_they_come_has_it_in_their_own_calendar_until_they_say_no) {
    const auto circle = office.new_circle();
    const auto session = office.plan(circle, base::Date{2026, 11, 25});
    const auto path = own_path(office.stranger);
    office.stranger.put("/api" + session.address + "/answer", R"({"answer":"yes"})");
    EXPECT_TRUE(has(calendar(office.guest, path), "แยกขยะ"));
    office.stranger.put("/api" + session.address + "/answer", R"({"answer":"no"})");
    EXPECT_FALSE(has(calendar(office.guest, path), "แยกขยะ"));
}

OFFICE_TEST(ChannelsOffice, an_address_that_was_renewed_or_ended_or_whose_account_is_locked_shows_nothing) {
    const auto first = own_path(office.member);
    const auto link = office.member.get("/api/me/feeds").body;
    const auto id = link.substr(link.find(':') + 1, link.find(',') - link.find(':') - 1);
    EXPECT_EQ(office.stranger.post("/api/me/feeds/" + id + "/renew").status, 404u) << "of somebody else";
    const auto renewed = office.member.post("/api/me/feeds/" + id + "/renew");
    ASSERT_EQ(renewed.status, 200u) << renewed.body;
    EXPECT_EQ(office.guest.get(first + ".ics").status, 404u);
    const auto at = renewed.body.find("/feeds/");
    const auto second = renewed.body.substr(at, renewed.body.find(".ics") - at);
    calendar(office.guest, second);
    office.write([&](db::Tx& tx) { auth::lock(tx, office.member.person); });
    EXPECT_EQ(office.guest.get(second + ".ics").status, 404u);
    office.write([&](db::Tx& tx) { auth::unlock(tx, office.member.person); });
    office.sign_in(office.member);
    EXPECT_EQ(office.member.del("/api/me/feeds/" + id).status, 204u);
    EXPECT_EQ(office.guest.get(second + ".ics").status, 404u);
}

}  // namespace channels
