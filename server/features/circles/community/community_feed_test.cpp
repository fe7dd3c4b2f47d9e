#include "circles/community/community_feed.hpp"

#include <gtest/gtest.h>

#include "circles/circles_office.hpp"

namespace circles {

static bool has(const std::string& file, std::string_view part) {
    return file.find(part) != std::string::npos;
}

// With its folded lines joined again (RFC 5545, 3.1).
static std::string calendar(support::Client& client, const std::string& address) {
    auto reply = client.get(address + ".ics");
    EXPECT_EQ(reply.status, 200u) << reply.body;
    for (auto at = reply.body.find("\r\n "); at != std::string::npos; at = reply.body.find("\r\n ", at)) reply.body.erase(at, 3);
    return reply.body;
}

OFFICE_TEST(CirclesOffice, the_calendar_of_a_place_goes_into_other_calendars_with_spans_and_what_comes_each_year) {
    office.clock.set(base::at_bangkok({2026, 11, 22}));
    office.write([](db::Tx& tx) {
        tx.run(
            "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
            " search_key_en, consonants) VALUES (1800121000, $1, '800121', 'subdistrict', 'ท่าซัก', 'Tha Sak', 'none', '2021-12-31', $2, $3,"
            " $2, $2, $2)",
            base::last_of(base::AreaId{1'800'121'000}), db::Blob{"800121"}, false);
    });
    const auto enter = [&](const std::string& content) {
        const auto body = R"({"owner":)" + std::to_string(office.organisation.value) + R"(,"content":)" + content + "}";
        const auto reply = office.editor.post("/api/areas/800121/calendar", body);
        EXPECT_EQ(reply.status, 201u) << reply.body;
        return reply.as<records::Envelope>();
    };
    const auto harvest = enter(R"({"name":"เกี่ยวข้าว","kind":"season","first":"2026-12-20","last":"2027-01-05","yearly":true})");
    enter(R"({"name":"สลากภัต","kind":"merit","first":"2026-12-06","yearly":false,"note":"วัดท่าซัก"})");
    const auto file = calendar(office.guest, "/areas/800121/calendar");
    const auto uid = "UID:local-day-" + std::to_string(harvest.id.value);
    EXPECT_TRUE(has(file, uid + "-2026@lomwong\r\n")) << file;
    EXPECT_TRUE(has(file, uid + "-2027@lomwong\r\n")) << "each year is an entry of its own";
    EXPECT_TRUE(has(file, "DTSTART;VALUE=DATE:20261220\r\nDTEND;VALUE=DATE:20270106\r\n")) << file;
    EXPECT_TRUE(has(file, "SUMMARY:สลากภัต\r\n"));
    EXPECT_TRUE(has(file, "DESCRIPTION:วัดท่าซัก\\n/areas/800121/calendar\r\n"));
    EXPECT_TRUE(has(file, "UID:holiday-2026-12-10@lomwong\r\n")) << "public holidays stand in it";
    EXPECT_FALSE(has(file, "TRANSP:OPAQUE")) << "it keeps nobody's hours";
    EXPECT_EQ(calendar(office.guest, "/areas/800121/calendar"), file) << "the same days are the same file";
    EXPECT_EQ(office.guest.get("/areas/000000/calendar.ics").status, 404u);
}

}  // namespace circles
