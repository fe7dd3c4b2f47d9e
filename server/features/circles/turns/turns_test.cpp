#include "circles/turns/own_turns.hpp"

#include "circles/circles_office.hpp"

namespace circles {

namespace {

using base::Date;

std::string at(const records::Envelope& circle, std::string_view rest) {
    return "/api" + circle.address + std::string(rest);
}

// The second Wednesday of each month; two organisations take turns.
records::Envelope rotating(CirclesOffice& office) {
    auto form = office.circle_form();
    form.rhythm = Rhythm{.every = base::Every::month_weekday, .interval = {1}, .weekday = base::Weekday::wednesday, .nth = {{2}}};
    const auto circle = office.new_circle(form);
    const auto hosts =
        R"({"hosts":[)" + std::to_string(office.organisation.value) + "," + std::to_string(office.other_organisation.value) + "]}";
    const auto reply = office.editor.put(at(circle, "/hosts"), hosts, circle.version);
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return circle;
}

TurnsReply turns_of(CirclesOffice& office, const records::Envelope& circle) {
    return office.guest.get(at(circle, "/turns")).as<TurnsReply>();
}

}  // namespace

OFFICE_TEST(CirclesOffice, hosts_take_turns_and_two_of_them_swap) {
    const auto circle = rotating(office);
    auto turns = turns_of(office, circle);
    ASSERT_GE(turns.ahead.size(), 3u);
    EXPECT_EQ(turns.ahead[0].due, (Date{2026, 12, 9}));
    EXPECT_EQ(turns.ahead[0].host.id, office.organisation);
    EXPECT_EQ(turns.ahead[1].host.id, office.other_organisation);
    EXPECT_EQ(office.editor.post(at(circle, "/turns/2026-12-09/swap"), R"({"with":"2027-01-13"})").status, 200u);
    turns = turns_of(office, circle);
    EXPECT_EQ(turns.ahead[0].host.id, office.other_organisation);
    EXPECT_EQ(turns.ahead[0].came_by, CameBy::swap);
    EXPECT_EQ(turns.ahead[1].host.id, office.organisation);
    EXPECT_EQ(turns.ahead[2].host.id, office.organisation);
    EXPECT_EQ(office.editor.post(at(circle, "/turns/2026-12-10/swap"), R"({"with":"2027-01-13"})").status, 404u);
}

OFFICE_TEST(CirclesOffice, who_hosted_a_held_session_is_history_and_a_postponed_session_keeps_its_host) {
    const auto circle = rotating(office);
    const auto first = office.plan(circle, Date{2026, 11, 20});
    EXPECT_EQ(office.show(office.guest, first).host->id, office.organisation);
    office.editor.post("/api" + first.address + "/hold");
    auto turns = turns_of(office, circle);
    ASSERT_EQ(turns.past.size(), 1u);
    EXPECT_EQ(turns.past[0].host.id, office.organisation);
    EXPECT_EQ(turns.ahead[0].host.id, office.other_organisation);
    EXPECT_EQ(office.show(office.guest, first).host->id, office.organisation);

    const auto december = office.plan(circle, Date{2026, 12, 9});
    office.editor.post("/api" + december.address + "/postpone", R"({"reason":"ห้องไม่ว่าง","to":"2027-01-20"})");
    turns = turns_of(office, circle);
    EXPECT_EQ(turns.ahead[0].due, (Date{2026, 12, 9}));
    EXPECT_EQ(turns.ahead[0].on, (Date{2027, 1, 20}));
    EXPECT_EQ(turns.ahead[0].host.id, office.other_organisation);
    EXPECT_EQ(turns.ahead[1].host.id, office.organisation);

    office.editor.post("/api" + first.address + "/reopen");
    EXPECT_TRUE(turns_of(office, circle).past.empty()) << "not held after all";
}

OFFICE_TEST(CirclesOffice, a_turn_is_passed_taken_over_and_by_the_order_again) {
    const auto circle = rotating(office);
    EXPECT_EQ(office.editor.post(at(circle, "/turns/2026-12-09/pass"), "").status, 200u);
    EXPECT_EQ(turns_of(office, circle).ahead[0].passed.size(), 1u);
    EXPECT_EQ(turns_of(office, circle).hosts[0].passed, 1);
    EXPECT_EQ(office.editor.del(at(circle, "/turns/2026-12-09")).status, 200u);
    EXPECT_EQ(turns_of(office, circle).ahead[0].host.id, office.organisation);
    const auto by_other = R"({"host":)" + std::to_string(office.other_organisation.value) + "}";
    EXPECT_EQ(office.editor.put(at(circle, "/turns/2026-12-09"), by_other).status, 200u);
    EXPECT_EQ(turns_of(office, circle).ahead[0].came_by, CameBy::replacement);
    EXPECT_EQ(office.editor.put(at(circle, "/turns/2026-12-09"), R"({"host":1})").status, 422u);
}

OFFICE_TEST(CirclesOffice, a_new_order_keeps_the_past_and_who_is_taken_out_has_left) {
    const auto circle = rotating(office);
    office.hold(circle, {2026, 11, 20});
    const auto only = R"({"hosts":[)" + std::to_string(office.other_organisation.value) + "]}";
    EXPECT_EQ(office.steward.put(at(circle, "/hosts"), only, circle.version).code(), "edited_elsewhere");
    EXPECT_EQ(office.editor.put(at(circle, "/hosts"), only, turns_of(office, circle).record.version).status, 200u);
    const auto turns = turns_of(office, circle);
    EXPECT_EQ(turns.past.size(), 1u);
    for (const auto& turn : turns.ahead) EXPECT_EQ(turn.host.id, office.other_organisation);
    ASSERT_EQ(turns.hosts.size(), 2u);
    EXPECT_EQ(turns.hosts[0].left_on.has_value(), turns.hosts[0].host.id == office.organisation);
}

OFFICE_TEST(CirclesOffice, who_writes_for_a_host_finds_its_coming_turn_and_what_is_ready_and_nobody_else_does) {
    const auto circle = rotating(office);
    const auto own = [](support::Client& client) { return client.get("/api/circles/turns").as<std::vector<OwnTurn>>(); };
    const auto first = own(office.contributor);
    ASSERT_EQ(first.size(), 1u) << "the next one of the same host is months away";
    EXPECT_EQ(first[0].circle, "วงสานเสวนาวันพุธ");
    EXPECT_EQ(first[0].address, circle.address);
    EXPECT_EQ(first[0].on, (Date{2026, 12, 9}));
    EXPECT_EQ(first[0].host, "เทศบาลตัวอย่าง");
    EXPECT_TRUE(first[0].done.empty());
    EXPECT_TRUE(own(office.member).empty()) << "reads along, and makes nothing ready";
    EXPECT_TRUE(own(office.stranger).empty()) << "the turn of January is not near";
    EXPECT_EQ(office.guest.get("/api/circles/turns").code(), "sign_in_needed");

    office.editor.put(at(circle, "/turns/2026-12-09/tick"), R"({"task":"seats","done":true})");
    EXPECT_EQ(own(office.contributor)[0].done, std::vector{HostTask::seats});
    office.editor.put(at(circle, "/rhythm/days/2026-12-09"), R"({"settled":"postponed","to":"2026-12-16"})");
    EXPECT_EQ(own(office.contributor)[0].due, (Date{2026, 12, 9}));
    EXPECT_EQ(own(office.contributor)[0].on, (Date{2026, 12, 16}));
    const auto by_other = R"({"host":)" + std::to_string(office.other_organisation.value) + "}";
    office.editor.put(at(circle, "/turns/2026-12-09"), by_other);
    EXPECT_TRUE(own(office.contributor).empty());
    EXPECT_EQ(own(office.stranger).size(), 1u) << "taken over";
}

OFFICE_TEST(CirclesOffice, own_turns_come_the_nearest_first_and_none_of_a_circle_that_one_may_not_read) {
    const auto monthly = rotating(office);
    const auto on_fridays = [&](HostId host, const CircleForm& form) {
        const auto circle = office.new_circle(form);
        const auto hosts = R"({"hosts":[)" + std::to_string(host.value) + "]}";
        EXPECT_EQ(office.editor.put(at(circle, "/hosts"), hosts, circle.version).status, 200u);
    };
    auto form = office.circle_form();
    form.rhythm->weekday = base::Weekday::friday;
    on_fridays(office.organisation, form);
    form.audience = records::Audience{.visibility = records::Visibility::members, .partners = {}, .persons = {}};
    on_fridays(office.other_organisation, form);
    const auto own = office.editor.get("/api/circles/turns").as<std::vector<OwnTurn>>();
    ASSERT_EQ(own.size(), 2u) << "one of each circle";
    EXPECT_EQ(own[0].on, (Date{2026, 11, 27}));
    EXPECT_EQ(own[1].address, monthly.address);
    EXPECT_TRUE(office.stranger.get("/api/circles/turns").as<std::vector<OwnTurn>>().empty());
}

OFFICE_TEST(CirclesOffice, the_hosts_own_people_tick_what_is_ready_and_others_do_not) {
    const auto circle = rotating(office);
    const auto tick = [&](support::Client& client, std::string_view day, std::string_view done) {
        return client.put(at(circle, "/turns/" + std::string(day) + "/tick"), R"({"task":"seats","done":)" + std::string(done) + "}");
    };
    EXPECT_EQ(tick(office.stranger, "2027-01-13", "true").status, 200u) << "of the organisation whose turn it is";
    EXPECT_EQ(tick(office.stranger, "2026-12-09", "true").status, 403u);
    EXPECT_EQ(turns_of(office, circle).ahead[1].done, std::vector{HostTask::seats});
    EXPECT_EQ(tick(office.editor, "2027-01-13", "false").status, 200u);
    EXPECT_TRUE(turns_of(office, circle).ahead[1].done.empty());
}

}  // namespace circles
