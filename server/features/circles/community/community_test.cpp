#include "circles/community/community.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/locale.hpp"
#include "circles/calendar/plan.hpp"
#include "circles/circles_office.hpp"
#include "circles/rhythm/rhythm.hpp"

namespace circles {

namespace {

LocalDay local_day(Kept kind, const Span& span, bool yearly = false) {
    LocalDay day{};
    day.kind = kind;
    day.title = "งานบุญสลากภัต";
    day.first = span.from;
    day.last = span.to;
    day.yearly = yearly;
    return day;
}

KeptDay kept(Kept kind, base::Date first, std::optional<base::Date> last = {}) {
    return {kind, "", "", first, last.value_or(first), {}};
}

// A subdistrict with its province, whose organisation lies in it; today is a day of November 2026.
struct CommunityOffice : CirclesOffice {
    explicit CommunityOffice(db::Engine engine) : CirclesOffice(engine) {
        clock.set(base::at_bangkok({2026, 11, 22}));
        write([](db::Tx& tx) {
            add_area(tx, {1'800'000'000}, "80", "province");
            add_area(tx, {1'800'121'000}, "800121", "subdistrict");
        });
    }

    static void add_area(db::Tx& tx, base::AreaId id, std::string_view code, std::string_view level) {
        tx.run(
            "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
            " search_key_en, consonants) VALUES ($1, $2, $3, $4, $3, $3, 'none', '2021-12-31', $5, $6, $5, $5, $5)",
            id, base::last_of(id), code, level, db::Blob{std::string(code)}, false);
    }

    std::string form(std::string_view content) const {
        return R"({"owner":)" + std::to_string(organisation.value) + R"(,"content":)" + std::string(content) + "}";
    }
    support::Reply add(support::Client& by, std::string_view code, std::string_view content) {
        return by.post("/api/areas/" + std::string(code) + "/calendar", form(content));
    }
    CircleForm form_there() const {
        auto form = circle_form();
        form.area = base::AreaId{1'800'121'000};
        return form;
    }
    LookedAt look(const records::Envelope& circle, const std::string& query) {
        const auto reply = editor.get("/api" + circle.address + "/calendar?" + query);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<LookedAt>();
    }
};

constexpr std::string_view merit = R"({"name":"งานบุญสลากภัต","kind":"merit","first":"2026-12-02","yearly":false})";
constexpr std::string_view harvest =
    R"({"name":"เกี่ยวข้าวนาปี","name_en":"Rice harvest","kind":"season","first":"2026-11-20","last":"2026-12-10","yearly":true})";

}  // namespace

TEST(LocalDays, what_is_kept_each_year_is_kept_from_its_first_year_on_also_over_the_turn_of_the_year) {
    const auto day = local_day(Kept::season, {{2025, 12, 20}, {2026, 1, 10}}, true);
    const auto found = occurrences(day, {{2026, 1, 1}, {2026, 12, 31}});
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].to, (base::Date{2026, 1, 10}));
    EXPECT_EQ(found[1].from, (base::Date{2026, 12, 20}));
    EXPECT_TRUE(occurrences(day, {{2024, 1, 1}, {2024, 12, 31}}).empty());
}

TEST(LocalDays, the_29th_of_february_is_kept_a_day_earlier_in_other_years) {
    const auto day = local_day(Kept::merit, {{2028, 2, 29}, {2028, 2, 29}}, true);
    EXPECT_EQ(occurrences(day, {{2029, 1, 1}, {2029, 12, 31}}).at(0).from, (base::Date{2029, 2, 28}));
}

TEST(CommunityCalendar, the_nearest_free_day_is_no_weekend_and_not_past) {
    const base::Date wednesday{2026, 12, 2};
    const std::vector days{kept(Kept::merit, wednesday), kept(Kept::holy, {2026, 12, 3})};
    EXPECT_EQ(look_at(days, {wednesday}, {2026, 11, 22}).free, (base::Date{2026, 12, 1}));
    EXPECT_EQ(look_at(days, {wednesday}, wednesday).free, (base::Date{2026, 12, 4}));
    const auto free_day = look_at(days, {{2026, 12, 4}}, wednesday);
    EXPECT_TRUE(free_day.kept.empty());
    EXPECT_FALSE(free_day.free) << "nothing is proposed where nothing stands in the way";
}

TEST(CommunityCalendar, weeks_with_free_evenings_only_are_met_by_day_and_not_in_the_evening) {
    const std::vector days{kept(Kept::evening, {2026, 12, 1}, {{2026, 12, 31}})};
    EXPECT_EQ(look_at(days, {{2026, 12, 2}, base::TimeOfDay{9 * 60}}, {2026, 11, 22}).kept.size(), 1u);
    EXPECT_EQ(look_at(days, {{2026, 12, 2}}, {2026, 11, 22}).kept.size(), 1u);
    EXPECT_TRUE(look_at(days, {{2026, 12, 2}, base::TimeOfDay{18 * 60}}, {2026, 11, 22}).kept.empty());
}

TEST(CommunityCalendar, every_kind_has_its_words) {
    for (const auto name : base::names_of<Kept>()) EXPECT_TRUE(base::is_written("circles_kept_" + std::string(name))) << name;
}

OFFICE_TEST(CommunityOffice, who_edits_for_an_organisation_there_says_what_the_place_keeps_and_everybody_reads_it) {
    ASSERT_EQ(office.add(office.editor, "800121", merit).status, 201u);
    EXPECT_EQ(office.add(office.contributor, "800121", merit).code(), "not_an_editor");
    EXPECT_EQ(office.add(office.stranger, "800121", merit).code(), "not_a_contributor");
    EXPECT_EQ(office.add(office.guest, "800121", merit).status, 401u);
    const auto page = office.guest.get("/areas/800121/calendar").body;
    EXPECT_NE(page.find("งานบุญสลากภัต"), std::string::npos);
    EXPECT_NE(page.find("วันพระ"), std::string::npos);
    EXPECT_EQ(office.guest.get("/api/areas/999/calendar").status, 404u);
}

OFFICE_TEST(CommunityOffice, an_organisation_of_another_place_says_nothing_of_this_one) {
    office.write([&](db::Tx& tx) {
        CommunityOffice::add_area(tx, {1'900'000'000}, "90", "province");
        records::revise(tx, {}, office.organisation, records::find(tx, office.organisation)->version,
                        {.title = "เทศบาล", .area_id = {1'900'000'000}});
    });
    EXPECT_EQ(office.add(office.editor, "800121", merit).problem().errors.at(0).code, "works_elsewhere");
    EXPECT_EQ(office.add(office.editor, "90", merit).status, 201u);
}

OFFICE_TEST(CommunityOffice, a_day_is_changed_and_taken_away_and_what_is_wrong_is_said) {
    const auto day = office.add(office.editor, "800121", merit).as<records::Envelope>();
    const auto path = "/api/local-days/" + std::to_string(day.number);
    const auto* backwards = R"({"name":"งาน","kind":"merit","first":"2026-12-02","last":"2026-12-01","yearly":false})";
    EXPECT_EQ(office.editor.put(path, backwards, day.version).problem().errors.at(0).code, "ends_before_it_begins");
    const auto* long_one = R"({"name":"งาน","kind":"season","first":"2026-01-01","last":"2026-12-31","yearly":true})";
    EXPECT_EQ(office.editor.put(path, long_one, day.version).problem().errors.at(0).code, "too_long_a_span");
    EXPECT_EQ(office.stranger.put(path, std::string(merit), day.version).status, 403u);
    EXPECT_EQ(office.editor.put(path, std::string(harvest), day.version).status, 200u);
    EXPECT_EQ(office.editor.put(path, std::string(merit), day.version).status, 412u);
    EXPECT_NE(office.guest.get("/areas/800121/calendar").body.find("เกี่ยวข้าวนาปี"), std::string::npos);
    EXPECT_EQ(office.editor.del("/api/records/" + std::to_string(day.id.value), day.version + 1).status, 200u);
    EXPECT_EQ(office.guest.get("/areas/800121/calendar").body.find("เกี่ยวข้าวนาปี"), std::string::npos);
}

OFFICE_TEST(CommunityOffice, who_plans_is_told_what_the_day_meets_here_and_around_and_is_offered_another) {
    office.add(office.editor, "80", merit);
    const auto circle = office.new_circle(office.form_there());
    const auto met = office.look(circle, "date=2026-12-02");
    ASSERT_EQ(met.kept.size(), 2u) << "of the province; and it is a holy day";
    EXPECT_EQ(met.free, (base::Date{2026, 12, 3}));
    EXPECT_TRUE(office.look(circle, "date=2026-12-03").kept.empty());
    EXPECT_EQ(office.look(circle, "date=2026-12-07&starts=09:00").kept.at(0).kind, Kept::holiday);
    EXPECT_EQ(office.look(circle, "date=2027-09-15").kept.at(0).kind, Kept::rush);
    EXPECT_EQ(office.plan(circle, base::Date{2026, 12, 2}).kind, "session") << "nothing is forbidden";
}

OFFICE_TEST(CommunityOffice, the_plan_of_a_year_names_sessions_that_meet_what_their_place_keeps) {
    office.add(office.editor, "800121", merit);
    const auto circle = office.new_circle(office.form_there());
    const auto there = office.plan(circle, base::Date{2026, 12, 2});
    office.plan(circle, base::Date{2026, 12, 3});
    const auto plan = office.editor.get("/api/circles/calendar?year=2570").as<YearPlan>();
    ASSERT_EQ(plan.met.size(), 1u);
    EXPECT_EQ(plan.met[0].address, there.address);
    EXPECT_EQ(plan.met[0].met.free, (base::Date{2026, 12, 3}));
}

OFFICE_TEST(CommunityOffice, a_rhythm_that_skips_holidays_skips_the_merit_making_of_its_place_too) {
    office.add(office.editor, "800121", merit);
    auto form = office.form_there();
    form.rhythm->on_holiday = base::OnHoliday::skip;
    const auto circle = office.new_circle(form);
    const auto days = office.editor.get("/api" + circle.address + "/rhythm?from=2026-11-22&to=2026-12-12").as<RhythmReply>().days;
    const auto skipped = std::ranges::find(days, base::Date{2026, 12, 2}, &LaidOut::due);
    ASSERT_NE(skipped, days.end());
    EXPECT_EQ(skipped->became, base::Became::skipped);
    EXPECT_EQ(skipped->holiday, "งานบุญสลากภัต");
    EXPECT_EQ(std::ranges::find(days, base::Date{2026, 12, 9}, &LaidOut::due)->became, base::Became::kept) << "a holy day is no holiday";
}

}  // namespace circles
