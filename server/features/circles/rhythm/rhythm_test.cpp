#include "circles/rhythm/rhythm.hpp"

#include <algorithm>

#include "circles/circles_office.hpp"

namespace circles {

namespace {

using base::Became;
using base::Date;

constexpr std::string_view all_of_2570 = "/rhythm?from=2026-12-01&to=2027-11-30";

std::string at(const records::Envelope& circle, std::string_view rest) {
    return "/api" + circle.address + std::string(rest);
}

Rhythm wednesdays(base::OnHoliday on_holiday) {
    return {.every = base::Every::week, .interval = {1}, .weekday = base::Weekday::wednesday, .on_holiday = on_holiday};
}

records::Envelope circle_of(CirclesOffice& office, const Rhythm& rhythm) {
    auto form = office.circle_form();
    form.rhythm = rhythm;
    return office.new_circle(form);
}

const LaidOut& day_in(const RhythmReply& reply, Date due) {
    return *std::ranges::find(reply.days, due, &LaidOut::due);
}

std::vector<Date> plan_ahead(CirclesOffice& office, const records::Envelope& circle, const std::string& span) {
    const auto reply = office.editor.post(at(circle, "/rhythm/sessions"), span);
    EXPECT_EQ(reply.status, 200u) << reply.body;
    std::vector<Date> days;
    for (const auto& card : office.guest.get("/api/sessions?order=oldest&limit=500").as<std::vector<SessionCard>>())
        days.push_back(card.date);
    return days;
}

}  // namespace

OFFICE_TEST(CirclesOffice, a_year_of_wednesdays_goes_around_the_holidays_that_the_office_keeps) {
    const auto circle = circle_of(office, wednesdays(base::OnHoliday::next_working_day));
    const auto year = office.guest.get(at(circle, all_of_2570)).as<RhythmReply>();
    EXPECT_EQ(year.days.size(), 52u);
    EXPECT_EQ(day_in(year, {2027, 4, 14}).on, (Date{2027, 4, 16})) << "the day after Songkran";
    EXPECT_EQ(day_in(year, {2027, 4, 14}).became, Became::shifted);
    EXPECT_EQ(day_in(year, {2027, 4, 14}).holiday_en, "Songkran Festival");
    EXPECT_EQ(day_in(year, {2027, 4, 21}).became, Became::kept);
    EXPECT_EQ(year.rule, "FREQ=WEEKLY;BYDAY=WE");
    ASSERT_EQ(year.to_enter.size(), 1u) << "days by the moon are asked for";
    EXPECT_EQ(year.to_enter[0].year, 2027);
}

OFFICE_TEST(CirclesOffice, a_holiday_entered_by_the_administrator_moves_what_is_due_from_then_on) {
    const auto circle = circle_of(office, wednesdays(base::OnHoliday::skip));
    EXPECT_EQ(day_in(office.guest.get(at(circle, all_of_2570)).as<RhythmReply>(), {2027, 2, 24}).became, Became::kept);
    office.administrator.put("/api/site/holidays/2027", R"({"days":[{"date":"2027-02-24","name":"งานประจำปี"}],"not_kept":[]})", 1);
    const auto day = day_in(office.guest.get(at(circle, all_of_2570)).as<RhythmReply>(), {2027, 2, 24});
    EXPECT_EQ(day.became, Became::skipped);
    EXPECT_EQ(day.holiday, "งานประจำปี");
}

OFFICE_TEST(CirclesOffice, a_quarter_is_planned_in_one_go_and_planning_it_again_adds_nothing) {
    const auto circle = circle_of(office, wednesdays(base::OnHoliday::skip));
    office.plan(circle, Date{2026, 12, 16});
    const std::string quarter = R"({"from":"2026-12-01","to":"2027-02-28"})";
    const auto days = plan_ahead(office, circle, quarter);
    EXPECT_EQ(days.size(), 13u);
    EXPECT_EQ(std::ranges::count(days, Date{2026, 12, 16}), 1);
    EXPECT_EQ(plan_ahead(office, circle, quarter), days);
    EXPECT_EQ(office.guest.get("/api/sessions?limit=1").as<std::vector<SessionCard>>().front().title, "วงสานเสวนาวันพุธ");
    EXPECT_EQ(office.editor.post(at(circle, "/rhythm/sessions"), R"({"from":"2026-12-01","to":"2028-12-31"})").status, 422u);
}

OFFICE_TEST(CirclesOffice, a_day_is_called_off_put_off_or_added_and_is_by_the_rhythm_again) {
    const auto circle = circle_of(office, wednesdays(base::OnHoliday::meet));
    const auto settle = [&](std::string_view day, const std::string& how) {
        return office.editor.put(at(circle, "/rhythm/days/" + std::string(day)), how, circle.version);
    };
    EXPECT_EQ(settle("2026-12-30", R"({"settled":"cancelled","reason":"ปิดสำนักงาน"})").status, 200u);
    EXPECT_EQ(settle("2026-12-09", R"({"settled":"postponed","to":"2026-12-11"})").status, 200u);
    EXPECT_EQ(settle("2026-12-18", R"({"settled":"extra"})").status, 200u);
    EXPECT_EQ(settle("2026-12-19", R"({"settled":"cancelled"})").code(), "day_not_due");
    EXPECT_EQ(settle("2026-13-19", R"({"settled":"extra"})").status, 404u);
    const auto year = office.guest.get(at(circle, all_of_2570)).as<RhythmReply>();
    EXPECT_EQ(day_in(year, {2026, 12, 30}).reason, "ปิดสำนักงาน");
    EXPECT_EQ(day_in(year, {2026, 12, 9}).on, (Date{2026, 12, 11}));
    EXPECT_EQ(day_in(year, {2026, 12, 18}).became, Became::extra);
    const auto planned = plan_ahead(office, circle, R"({"from":"2026-12-01","to":"2026-12-31"})");
    EXPECT_EQ(planned, (std::vector<Date>{{2026, 12, 2}, {2026, 12, 11}, {2026, 12, 16}, {2026, 12, 18}, {2026, 12, 23}}));
    EXPECT_EQ(settle("2026-12-16", R"({"settled":"cancelled"})").code(), "day_has_session");
    EXPECT_EQ(office.editor.del(at(circle, "/rhythm/days/2026-12-30"), circle.version).status, 200u);
    EXPECT_EQ(day_in(office.guest.get(at(circle, all_of_2570)).as<RhythmReply>(), {2026, 12, 30}).became, Became::kept);
}

OFFICE_TEST(CirclesOffice, the_rhythm_is_changed_beside_the_circle_and_two_editors_do_not_overwrite_each_other) {
    const auto circle = office.new_circle();
    const RhythmForm quarterly{Rhythm{.every = base::Every::month_weekday,
                                      .interval = {1},
                                      .weekday = base::Weekday::tuesday,
                                      .nth = {{2}},
                                      .cycle = base::Cycle::quarter,
                                      .month = {{1}},
                                      .years = Years::fiscal,
                                      .since = Date{2026, 11, 1}},
                               base::TimeOfDay{13 * 60},
                               {}};
    const auto changed = office.editor.put(at(circle, "/rhythm"), quarterly, circle.version).as<RhythmReply>();
    ASSERT_FALSE(changed.days.empty());
    EXPECT_EQ(changed.days.front().due, (Date{2027, 1, 12}));
    EXPECT_EQ(changed.begins, (Date{2027, 1, 12}));
    EXPECT_EQ(changed.starts, (base::TimeOfDay{13 * 60}));
    EXPECT_EQ(office.steward.put(at(circle, "/rhythm"), quarterly, circle.version).code(), "edited_elsewhere");
    EXPECT_EQ(office.stranger.put(at(circle, "/rhythm"), quarterly, circle.version + 1).status, 403u);
    auto without_month = quarterly;
    without_month.rhythm->month.reset();
    EXPECT_EQ(office.editor.put(at(circle, "/rhythm"), without_month, circle.version + 1).problem().errors[0].pointer, "/rhythm/month");
}

OFFICE_TEST(CirclesOffice, months_tell_what_was_aimed_at_and_what_was_held_and_say_nothing_of_before_the_rhythm) {
    auto rhythm = wednesdays(base::OnHoliday::skip);
    rhythm.since = Date{2026, 10, 1};
    const auto circle = circle_of(office, rhythm);
    office.hold(circle, {2026, 10, 7});
    office.hold(circle, {2026, 11, 4});
    office.hold(circle, {2026, 11, 18});
    const auto reply = office.guest.get(at(circle, "/rhythm")).as<RhythmReply>();
    ASSERT_EQ(reply.months.size(), 24u);
    EXPECT_EQ(reply.months[21].due, std::nullopt);
    EXPECT_EQ(reply.months[22].due, 4);
    EXPECT_EQ(reply.months[22].held, 1);
    EXPECT_EQ(reply.months[23].due, 4);
    EXPECT_EQ(reply.months[23].held, 2);
    EXPECT_EQ(reply.last_held, (Date{2026, 11, 18}));
}

OFFICE_TEST(CirclesOffice, a_rule_of_another_calendar_fills_the_form_and_one_that_we_can_not_keep_is_refused) {
    const auto read = office.guest.get("/api/rhythm?text=FREQ%3DMONTHLY%3BBYDAY%3D2WE&first=2027-01-13");
    ASSERT_EQ(read.status, 200u) << read.body;
    EXPECT_EQ(read.as<Rhythm>().nth, (base::Whole<1, 5>{2}));
    const auto refused = office.guest.get("/api/rhythm?text=FREQ%3DDAILY&first=2027-01-13").problem();
    EXPECT_EQ(refused.errors[0].code, "rule_not_kept");
    EXPECT_NE(refused.errors[0].message.find("FREQ=DAILY"), std::string::npos) << refused.errors[0].message;
    EXPECT_EQ(office.guest.get("/api/rhythm?text=x&first=2027-01-13").problem().errors[0].code, "rule_unreadable");
    EXPECT_EQ(office.guest.get("/api/rhythm?text=FREQ%3DWEEKLY%3BUNTIL%3D20270101&first=2027-01-13").problem().errors[0].code,
              "rule_never_meets");
}

OFFICE_TEST(CirclesOffice, a_rule_of_several_weekdays_with_a_last_day_is_taken_kept_and_told_again) {
    const auto read = office.guest.get("/api/rhythm?text=FREQ%3DWEEKLY%3BBYDAY%3DMO%2CWE%2CFR%3BUNTIL%3D20270115&first=2026-12-01");
    ASSERT_EQ(read.status, 200u) << read.body;
    const auto rhythm = read.as<Rhythm>();
    EXPECT_EQ(rhythm.weekday, base::Weekday::monday);
    EXPECT_EQ(rhythm.also, (std::vector{base::Weekday::wednesday, base::Weekday::friday}));
    EXPECT_EQ(rhythm.until, (Date{2027, 1, 15}));
    EXPECT_EQ(rhythm.since, (Date{2026, 12, 2})) << "the first of its days";

    const auto circle = circle_of(office, rhythm);
    const auto year = office.guest.get(at(circle, all_of_2570)).as<RhythmReply>();
    EXPECT_EQ(year.rhythm->also, rhythm.also);
    EXPECT_EQ(year.rhythm->until, rhythm.until);
    EXPECT_EQ(year.rule, "FREQ=WEEKLY;UNTIL=20270115;BYDAY=MO,WE,FR");
    EXPECT_EQ(year.begins, (Date{2026, 12, 2}));
    ASSERT_EQ(year.days.size(), 20u);
    EXPECT_EQ(year.days.back().due, (Date{2027, 1, 15}));
    const auto shown = office.show_circle(office.guest, circle);
    EXPECT_EQ(shown.expected, (std::vector<Date>{{2026, 12, 2}, {2026, 12, 4}, {2026, 12, 7}, {2026, 12, 9}}));
    EXPECT_EQ(plan_ahead(office, circle, R"({"from":"2027-01-01","to":"2027-02-28"})").size(), 7u);
}

OFFICE_TEST(CirclesOffice, times_are_counted_before_holidays_take_any_and_after_the_last_nothing_is_due) {
    auto rhythm = wednesdays(base::OnHoliday::skip);
    rhythm.since = Date{2027, 4, 7};
    rhythm.count = {3};
    const auto circle = circle_of(office, rhythm);
    const auto year = office.guest.get(at(circle, all_of_2570)).as<RhythmReply>();
    ASSERT_EQ(year.days.size(), 3u);
    EXPECT_EQ(day_in(year, {2027, 4, 14}).became, Became::skipped) << "Songkran counts as one of the three";
    EXPECT_EQ(year.days.back().due, (Date{2027, 4, 21}));
    EXPECT_EQ(year.rule, "FREQ=WEEKLY;COUNT=3;BYDAY=WE");
    EXPECT_EQ(year.rhythm->count, (base::Whole<1, 1000>{3}));
}

OFFICE_TEST(CirclesOffice, a_rhythm_that_contradicts_itself_is_refused_by_name) {
    const auto circle = office.new_circle();
    const auto refused = [&](const Rhythm& rhythm) {
        const auto problem = office.editor.put(at(circle, "/rhythm"), RhythmForm{rhythm, {}, {}}, circle.version).problem();
        return problem.errors.at(0).pointer + " " + problem.errors.at(0).code;
    };
    auto rhythm = wednesdays(base::OnHoliday::meet);
    rhythm.also = {base::Weekday::friday, base::Weekday::wednesday};
    EXPECT_EQ(refused(rhythm), "/rhythm/also/1 duplicate");
    rhythm.also.reset();
    rhythm.until = Date{2027, 1, 1};
    rhythm.count = {3};
    EXPECT_EQ(refused(rhythm), "/rhythm/count ends_twice");
    rhythm.count.reset();
    rhythm.since = Date{2027, 1, 2};
    EXPECT_EQ(refused(rhythm), "/rhythm/until ends_before_it_begins");
    EXPECT_EQ(refused({.every = base::Every::month_day, .interval = {1}, .day = {{1}}, .also = {{base::Weekday::friday}}}),
              "/rhythm/also weekdays_of_weeks");
}

}  // namespace circles
