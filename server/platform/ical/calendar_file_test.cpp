#include "ical/calendar_file.hpp"

#include <gtest/gtest.h>

namespace ical {

static CalendarEntry wednesday() {
    CalendarEntry entry;
    entry.uid = "session-345@lomwong";
    entry.sequence = 3;
    entry.created = entry.changed = base::at_bangkok({2026, 11, 20}, {8 * 60});
    entry.summary = "ครั้งที่ 44 · แยกขยะอย่างไรให้คนอยากทำ, แล้วทำต่อได้";
    entry.date = {2026, 11, 25};
    entry.starts = base::TimeOfDay{9 * 60};
    entry.ends = base::TimeOfDay{11 * 60 + 30};
    return entry;
}

static bool has(const std::string& file, const std::string& part) {
    return file.find(part) != std::string::npos;
}

// Folded lines joined again (RFC 5545, 3.1).
static std::string unfolded(std::string file) {
    for (auto at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n ", at)) file.erase(at, 3);
    return file;
}

TEST(CalendarFile, times_stand_in_bangkok_and_text_is_escaped) {
    const auto file = unfolded(calendar_file({"วงวันพุธ", "https://lomwong.example/circles/5", {wednesday()}}));
    EXPECT_TRUE(has(file, "DTSTART;TZID=Asia/Bangkok:20261125T090000\r\n")) << file;
    EXPECT_TRUE(has(file, "DTEND;TZID=Asia/Bangkok:20261125T113000\r\n"));
    EXPECT_TRUE(has(file, "BEGIN:VTIMEZONE\r\nTZID:Asia/Bangkok\r\n"));
    EXPECT_TRUE(has(file, "TZOFFSETTO:+0700\r\n"));
    EXPECT_TRUE(has(file, "DTSTAMP:20261120T010000Z\r\n"));
    EXPECT_TRUE(has(file, "LAST-MODIFIED:20261120T010000Z\r\n"));
    EXPECT_TRUE(has(file, "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"));
    EXPECT_TRUE(has(file, "SUMMARY:ครั้งที่ 44 · แยกขยะอย่างไรให้คนอยากทำ\\, แล้วทำต่อได้\r\n")) << file;
    EXPECT_TRUE(has(file, "UID:session-345@lomwong\r\n"));
    EXPECT_TRUE(has(file, "SEQUENCE:3\r\n"));
    EXPECT_TRUE(has(file, "STATUS:CONFIRMED\r\n"));
    EXPECT_TRUE(file.starts_with("BEGIN:VCALENDAR\r\n"));
}

TEST(CalendarFile, no_line_is_longer_than_75_bytes_and_none_begins_in_the_middle_of_a_letter) {
    auto entry = wednesday();
    for (int paragraph = 0; paragraph < 40; ++paragraph) entry.description += "ที่นี่น้ำใสเก็บกู้ผู้คนไว้" + std::string(paragraph, 'x');
    const auto file = calendar_file({"วงสานเสวนาวันพุธ", "", {entry}});
    for (std::size_t begin = 0; begin < file.size();) {
        const auto end = file.find("\r\n", begin);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - begin, 75u) << file.substr(begin, end - begin);
        const auto first = static_cast<unsigned char>(file[begin] == ' ' ? file[begin + 1] : file[begin]);
        EXPECT_NE(first & 0xC0, 0x80) << "half a letter";
        begin = end + 2;
    }
    EXPECT_TRUE(has(unfolded(file), entry.description)) << "what was folded is whole again";
}

TEST(CalendarFile, a_day_without_an_hour_is_a_whole_day_and_a_cancelled_one_says_so) {
    auto entry = wednesday();
    entry.starts.reset();
    entry.ends.reset();
    entry.status = CalendarEntry::Status::cancelled;
    const auto file = calendar_file({"วง", "", {entry}});
    EXPECT_TRUE(has(file, "DTSTART;VALUE=DATE:20261125\r\n")) << file;
    EXPECT_TRUE(has(file, "DTEND;VALUE=DATE:20261126\r\n"));
    EXPECT_TRUE(has(file, "STATUS:CANCELLED\r\n"));
}

TEST(CalendarFile, a_span_of_days_ends_with_the_day_after_it_and_leaves_the_hours_free) {
    auto entry = wednesday();
    entry.starts.reset();
    entry.ends.reset();
    entry.last = base::Date{2026, 12, 10};
    entry.hours = CalendarEntry::Hours::free;
    const auto file = calendar_file({"วง", "", {entry}});
    EXPECT_TRUE(has(file, "DTSTART;VALUE=DATE:20261125\r\n")) << file;
    EXPECT_TRUE(has(file, "DTEND;VALUE=DATE:20261211\r\n")) << "without the day that DTEND names";
    EXPECT_TRUE(has(file, "STATUS:CONFIRMED\r\n"));
    EXPECT_TRUE(has(file, "TRANSP:TRANSPARENT\r\n"));
    entry.last = base::Date{2026, 11, 1};
    EXPECT_TRUE(has(calendar_file({"วง", "", {entry}}), "DTEND;VALUE=DATE:20261126\r\n")) << "none ends before it begins";
}

}  // namespace ical
