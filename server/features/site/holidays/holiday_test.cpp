#include "site/holidays/holiday.hpp"

#include <algorithm>

#include "files/files.hpp"
#include "site/holidays/calendar.hpp"
#include "site/site.hpp"
#include "support/office.hpp"

namespace site {

namespace {

using base::Date;

std::vector<std::string> days_of_year(int year, const OwnYear& own = {}, const OwnYear& before = {}) {
    std::vector<std::string> days;
    for (const auto& holiday : holidays_of(year, own, before)) days.push_back(base::to_iso(holiday.date).substr(5));
    return days;
}

bool stands(const std::vector<std::string>& days, std::string_view day) {
    return std::ranges::find(days, day) != days.end();
}

}  // namespace

TEST(Holidays, the_year_2568_has_the_days_that_the_cabinet_announced_and_those_instead_of_weekends) {
    const std::vector<std::string> expected{"01-01", "02-12", "04-06", "04-07", "04-13", "04-14", "04-15", "04-16",
                                            "05-04", "05-05", "05-09", "05-11", "05-12", "06-03", "07-10", "07-11",
                                            "07-28", "08-12", "10-13", "10-23", "12-05", "12-10", "12-31"};
    EXPECT_EQ(days_of_year(2025), expected);
}

TEST(Holidays, songkran_on_a_sunday_gives_the_wednesday_after_it) {
    const auto days = days_of_year(2025);
    EXPECT_TRUE(stands(days, "04-16"));
    EXPECT_FALSE(stands(days, "04-17"));
    EXPECT_TRUE(stands(days, "05-12"));  // Visakha Bucha was a Sunday
}

TEST(Holidays, new_year_s_eve_on_a_saturday_and_new_year_on_a_sunday_give_one_day_instead) {
    const auto days = days_of_year(2028);  // 1 January 2028 is a Saturday
    EXPECT_TRUE(stands(days, "01-03"));
    EXPECT_FALSE(stands(days, "01-04"));
    EXPECT_TRUE(stands(days_of_year(2029), "01-02"));  // Sunday 31 December 2028, and the Monday is New Year itself
    EXPECT_TRUE(stands(days_of_year(2034), "01-02"));  // Saturday 31 December 2033, Sunday 1 January 2034
    EXPECT_FALSE(stands(days_of_year(2034), "01-03"));
}

TEST(Holidays, a_day_by_the_moon_is_never_guessed_but_asked_for) {
    EXPECT_EQ(missing_occasions(2025, {}), std::vector<Occasion>{});
    EXPECT_EQ(missing_occasions(2026, {}), std::vector<Occasion>{Occasion::ploughing});
    EXPECT_EQ(missing_occasions(2031, {}).size(), 5u);
    const OwnYear own{{{{2031, 3, 8}, {"วันมาฆบูชา"}, {}, Occasion::makha_bucha}}, {}};
    EXPECT_EQ(missing_occasions(2031, own).size(), 4u);
    const auto days = days_of_year(2031, own);
    EXPECT_TRUE(stands(days, "03-08"));
    EXPECT_TRUE(stands(days, "03-10"));  // the 8th is a Saturday
}

TEST(Holidays, a_day_that_is_not_kept_here_gives_no_day_instead_either) {
    const OwnYear own{{}, {{2025, 4, 6}}};
    const auto days = days_of_year(2025, own);
    EXPECT_FALSE(stands(days, "04-06"));
    EXPECT_FALSE(stands(days, "04-07"));
    EXPECT_FALSE(stands(days_of_year(2025, {{}, {{2025, 4, 7}}}), "04-07"));
}

TEST(Holidays, a_local_day_and_another_name_stand_in_their_place) {
    const OwnYear own{{{{2026, 11, 25}, {"งานเดือนสิบสอง"}, {{"Loy fair"}}, {}}, {{2026, 12, 7}, {"ชดเชยวันพ่อ"}, {}, {}}}, {}};
    const auto days = holidays_of(2026, own, {});
    const auto fair = std::ranges::find(days, Date{2026, 11, 25}, &Holiday::date);
    ASSERT_NE(fair, days.end());
    EXPECT_EQ(fair->name_en, "Loy fair");
    EXPECT_EQ(fair->origin, Origin::own);
    EXPECT_EQ(std::ranges::find(days, Date{2026, 12, 7}, &Holiday::date)->name, "ชดเชยวันพ่อ");
}

TEST(Holidays, every_year_has_one_holiday_a_day_in_order_and_every_day_instead_is_a_working_day) {
    for (int year = first_year_of_holidays; year <= 2100; ++year) {
        const auto days = holidays_of(year, {}, {});
        EXPECT_TRUE(std::ranges::is_sorted(days, std::less_equal<>{}, &Holiday::date)) << year;
        const auto rests = [](const Holiday& day) {
            return day.origin == Origin::instead && base::weekday(day.date) >= base::Weekday::saturday;
        };
        EXPECT_TRUE(std::ranges::none_of(days, rests)) << year;
    }
}

// ---- in the office ----

namespace {

struct CalendarOffice : support::Office {
    explicit CalendarOffice(db::Engine engine) : Office(engine, {{files::migrations()}, {site::migrations(), site::add_routes}}) {}
};

constexpr std::string_view year_2026 = "/api/site/holidays/2026";
const std::string fair = R"({"days":[{"date":"2026-11-25","name":"งานประจำปี"}],"not_kept":["2026-08-12"]})";

}  // namespace

OFFICE_TEST(CalendarOffice, everybody_reads_the_holidays_and_administrators_change_them) {
    const auto came = office.guest.get(year_2026);
    EXPECT_EQ(came.version, 1);
    EXPECT_NE(came.body.find(R"("missing":["ploughing"])"), std::string::npos) << came.body;
    EXPECT_EQ(office.steward.put(year_2026, fair, 1).status, 403u);
    const auto changed = office.administrator.put(year_2026, fair, 1);
    EXPECT_EQ(changed.version, 2) << changed.body;
    const auto days = office.write([](db::Tx& tx) { return holidays(tx, {2026, 8, 1}, {2026, 11, 30}); });
    ASSERT_EQ(days.size(), 3u);
    EXPECT_EQ(days[0].date, (Date{2026, 10, 13}));
    EXPECT_EQ(days[2].name, "งานประจำปี");
    EXPECT_EQ(office.administrator.put(year_2026, fair, 1).code(), "edited_elsewhere");
}

OFFICE_TEST(CalendarOffice, holidays_reach_over_the_end_of_a_year) {
    const auto days = office.write([](db::Tx& tx) { return holidays(tx, {2033, 12, 31}, {2034, 1, 2}); });
    ASSERT_EQ(days.size(), 3u);
    EXPECT_EQ(days[2].origin, Origin::instead);
    EXPECT_TRUE(office.write([](db::Tx& tx) { return holidays(tx, {2026, 1, 3}, {2026, 1, 2}); }).empty());
}

OFFICE_TEST(CalendarOffice, who_lays_out_years_ahead_is_told_which_holidays_nobody_has_entered) {
    const auto years = office.write([](db::Tx& tx) { return years_to_enter(tx, {2026, 11, 21}, {2028, 1, 31}); });
    ASSERT_EQ(years.size(), 2u) << "what was to be announced for this year is over";
    EXPECT_EQ(years[0].year, 2027);
    EXPECT_EQ(years[0].missing.size(), 5u);
    EXPECT_EQ(office.write([](db::Tx& tx) { return years_to_enter(tx, {2026, 5, 1}, {2026, 5, 31}); }).size(), 1u);
}

OFFICE_TEST(CalendarOffice, everything_that_is_wrong_with_a_year_is_named_and_nothing_is_kept) {
    const auto refused = office.administrator.put(
        year_2026,
        R"({"days":[{"date":"2027-01-02","name":"ปีหน้า"},{"date":"2026-02-30","name":"ไม่มีวันนี้"},{"date":"2026-05-05","name":""}],)"
        R"("not_kept":[]})",
        1);
    EXPECT_EQ(refused.status, 422u);
    EXPECT_EQ(refused.problem().errors.size(), 2u) << refused.body;
    const auto wrong_year = office.administrator.put(
        year_2026, R"({"days":[{"date":"2027-01-02","name":"ก"},{"date":"2027-01-02","name":"ข"}],"not_kept":[]})", 1);
    EXPECT_EQ(wrong_year.problem().errors.size(), 3u) << wrong_year.body;
    for (const auto* year : {"0", "2024", "2569x", "99999999999", "2201"})
        EXPECT_EQ(office.guest.get("/api/site/holidays/" + std::string(year)).status, 404u) << year;
    EXPECT_EQ(office.guest.get(year_2026).version, 1);
}

}  // namespace site
