#include "base/thai_calendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

namespace {

using base::Date;
using base::Language;

TEST(ThaiCalendar, a_date_is_read_in_every_form_that_people_type) {
    for (const auto* typed : {"24 ม.ค. 2553",
                              "24 ม.ค.2553",
                              "24ม.ค.53",
                              "24 ม.ค. 53",
                              "24 ม.ค 2553",
                              "24 มค 53",
                              "24/1/53",
                              "24/01/2553",
                              "24-1-2553",
                              "24.1.2553",
                              "24 / 1 / 2553",
                              "๒๔ มกราคม ๒๕๕๓",
                              "๒๔/๑/๕๓",
                              "24 มกราคม 2553",
                              "24 มกรา 53",
                              "วันที่24 มกราคม พ.ศ. 2553",
                              "วันที่ 24 เดือนมกราคม ปี พ.ศ.2553",
                              "วันอาทิตย์ที่ 24 มกราคม พ.ศ. 2553",
                              "วันอาทิตย์ ที่ ๒๔ มกราคม พุทธศักราช ๒๕๕๓",
                              "24 มกราคม พ. ศ. 2553",
                              "24 มกราคม พศ 2553",
                              "24 มกราคม 2010",
                              "24 มกราคม ค.ศ. 2010",
                              "24 ม.ค. ค.ศ.10",
                              "2010-01-24",
                              "2553-01-24",
                              "2010/1/24",
                              "24 January 2010",
                              "24th Jan 2010",
                              "January 24, 2010",
                              "Sunday, 24 January 2010",
                              "Jan. 24, 2010",
                              "24 Jan 2553 BE",
                              "24 January 2553 B.E.",
                              "24-ม.ค.-53",
                              "24 ม.ค.\u00A02553",
                              "  24 มกราคม 2553 ",
                              "24 มกราคม\u200B 2553"})
        EXPECT_EQ(base::read_date(typed), (Date{2010, 1, 24})) << typed;
    EXPECT_EQ(base::read_date("15 มีนาคม 2010"), (Date{2010, 3, 15}));
    EXPECT_EQ(base::read_date("1 เม.ย. 2569"), (Date{2026, 4, 1}));
    EXPECT_EQ(base::read_date("30 พฤศจิกายน 2569"), (Date{2026, 11, 30}));
    EXPECT_EQ(base::read_date("May 1, 2013"), (Date{2013, 5, 1}));
}

TEST(ThaiCalendar, what_is_not_one_day_is_refused) {
    for (const auto* typed :
         {"", " ", "มกราคม 2553", "2553", "30 กุมภาพันธ์ 2553", "32/1/2553", "24/13/2553", "24/1/253", "24/1", "24 ม.ค.", "24-26 ม.ค. 2553",
          "24 ม.ค. 2553 เวลา", "สวัสดี", "24/1-2553", "99999999999/1/2553", "'; DROP TABLE", "24 มกราคมม 2553"})
        EXPECT_FALSE(base::read_date(typed)) << typed;
    EXPECT_FALSE(base::read_date(std::string(100'000, '1')));
}

TEST(ThaiCalendar, a_date_is_found_inside_a_text_with_its_place) {
    const std::string text = "เวทีครั้งที่ 3 จัด 2-4 รอบ เมื่อวันที่ ๒๔ มกราคม ๒๕๕๓ ณ วัด";
    const auto found = base::find_date(text);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->date, (Date{2010, 1, 24}));
    EXPECT_EQ(text.substr(found->begin, found->end - found->begin), "๒๔ มกราคม ๒๕๕๓");
    EXPECT_FALSE(base::find_date(text, found->end));
}

TEST(ThaiCalendar, numbers_that_may_be_something_else_are_not_found_as_dates) {
    for (const auto* text : {"มาตรา 1/2/53", "ข้อ 1.2.53", "ที่ มท 0810.7/ว 1234", "15 มีนาคม 10 คน", "โทร 081-234-5678"})
        EXPECT_FALSE(base::find_date(text)) << text;
}

TEST(ThaiCalendar, dates_and_times_are_shown_in_both_languages) {
    const Date date{2026, 11, 21};
    EXPECT_EQ(base::long_date(date, Language::th), "21 พฤศจิกายน 2569");
    EXPECT_EQ(base::short_date(date, Language::th), "21 พ.ย. 69");
    EXPECT_EQ(base::long_date(date, Language::en), "21 November 2026");
    EXPECT_EQ(base::short_date(date, Language::en), "21 Nov 2026");
    EXPECT_EQ(base::time_text({9 * 60}, Language::th), "09.00 น.");
    EXPECT_EQ(base::time_text({13 * 60 + 5}, Language::en), "13:05");
    EXPECT_EQ(base::weekday_name(base::weekday(date), Language::th), "วันเสาร์");
    EXPECT_EQ(base::weekday_name(base::weekday(date), Language::en), "Saturday");
}

TEST(ThaiCalendar, what_is_shown_can_be_read_again) {
    EXPECT_TRUE(rc::check([] {
        const auto date = base::add_days({1958, 1, 1}, *rc::gen::inRange(0, 30'000));
        for (const auto language : {Language::th, Language::en}) {
            RC_ASSERT(base::read_date(base::long_date(date, language)) == date);
            RC_ASSERT(base::read_date(base::short_date(date, language)) == date);
        }
    }));
}

}  // namespace
