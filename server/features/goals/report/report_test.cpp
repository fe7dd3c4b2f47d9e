#include "goals/report/report.hpp"
#include "goals/goals_office.hpp"

namespace goals {

using base::whole;

namespace {

struct Sample {
    std::int64_t surveyed{};
    std::int64_t passed{};
    const char* percent{};
    std::int64_t failed{};
};

// The first six rows of the official report of the central region, 2561.
constexpr std::array samples{Sample{16'567, 16'530, "99.78", 37},           Sample{12'412, 12'144, "97.84", 268},
                             Sample{899'118, 899'080, "100.00", 38},        Sample{3'505'393, 3'481'451, "99.32", 23'942},
                             Sample{3'505'393, 3'486'730, "99.47", 18'663}, Sample{5'662'189, 5'509'515, "97.30", 152'674}};

constexpr base::AreaId nation{0}, region{6'000'000'000}, province{6'010'000'000}, district{6'010'100'000}, here{6'010'101'000},
    village_1{6'010'101'001}, village_2{6'010'101'002};

struct ReportOffice : GoalsOffice {
    explicit ReportOffice(db::Engine engine) : GoalsOffice(engine) {
        plant_sets(database());
        write([](db::Tx& tx) {
            for (const auto& [id, code, level] : {std::tuple{nation, "th", "country"},
                                                  {region, "south", "region"},
                                                  {province, "80", "province"},
                                                  {district, "8001", "district"},
                                                  {here, "800101", "subdistrict"},
                                                  {village_1, "80010101", "village"},
                                                  {village_2, "80010102", "village"}})
                tx.run(
                    "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place,"
                    " search_key, search_key_en, consonants) VALUES ($1, $2, $3, $4, $3, $3, 'none', '2001-01-01', $5, $6, $5, $5, $5)",
                    id, base::last_of(id), code, level, db::Blob{code}, id.value % 1'000 != 0);
        });
    }
    void tell(const char* code, base::AreaId area, std::int64_t passed, std::int64_t surveyed, State state = State::value) {
        write([&](db::Tx& tx) {
            const auto period = base::period_around({2018, 1, 1}, base::PeriodKind::year);
            const NewValue value{get_series(tx, find_indicator(tx, code)->id, period, ""), area, state, whole(passed), whole(surveyed)};
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }
    static SetReport report(support::Client& client, const std::string& wish) {
        const auto reply = client.get("/api/indicator-sets/bmn_2560/report" + wish);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<SetReport>();
    }
};

}  // namespace

TEST(Passed, prints_the_rows_of_the_official_sample_to_the_last_digit) {
    for (const auto& sample : samples) {
        const auto passed = passed_of(whole(sample.passed), whole(sample.surveyed));
        ASSERT_TRUE(passed);
        EXPECT_EQ(percent_in_words(passed->percent_passed), sample.percent);
        EXPECT_EQ(passed->failed, whole(sample.failed));
    }
}

TEST(Passed, is_rounded_once_from_the_two_counts) {
    EXPECT_EQ(percent_in_words(passed_of(whole(1), whole(3))->percent_passed), "33.33");
    EXPECT_EQ(percent_in_words(passed_of(whole(2), whole(3))->percent_passed), "66.67");
    EXPECT_EQ(percent_in_words(passed_of(whole(0), whole(7))->percent_passed), "0.00");
    EXPECT_EQ(percent_in_words(passed_of(whole(1), whole(800))->percent_passed), "0.13") << "half away from zero";
    EXPECT_EQ(percent_in_words(passed_of(whole(999'949'999'999), whole(1'000'000'000'000))->percent_passed), "99.99")
        << "not by way of 99.995, which would be 100.00";
    EXPECT_FALSE(passed_of(whole(0), whole(0))) << "of nobody there is no share";
}

OFFICE_TEST(ReportOffice, a_set_stands_as_in_the_official_report_by_groups_with_who_passes_and_who_does_not) {
    office.tell("bmn_03", province, 899'080, 899'118);
    const auto report = office.report(office.guest, "?area=80&period=2561");
    ASSERT_EQ(report.parts.size(), 1u);
    ASSERT_EQ(report.parts[0].groups.size(), 5u);
    const auto& row = report.parts[0].groups[0].rows.at(2);
    EXPECT_EQ(row.number, 3);
    ASSERT_TRUE(row.passed);
    EXPECT_EQ(percent_in_words(row.passed->percent_passed), "100.00");
    EXPECT_EQ(row.passed->failed, whole(38));
    const auto& missing = report.parts[0].groups[0].rows.at(3);
    EXPECT_FALSE(missing.passed) << "missing is not zero";
    EXPECT_EQ(missing.found, Found::missing);
    EXPECT_FALSE(missing.said.empty());
    EXPECT_EQ(office.report(office.guest, "?area=80").period, "2018") << "the newest with a number";
    const auto page = office.guest.get("/indicators/sets/bmn_2560/report?area=80&period=2561").body;
    EXPECT_NE(page.find("899,080"), std::string::npos);
    EXPECT_NE(page.find(">38<"), std::string::npos);
}

OFFICE_TEST(ReportOffice, areas_inside_come_after_the_area_itself_if_they_are_asked_for) {
    office.tell("bmn_04", village_1, 90, 100);
    office.tell("bmn_04", village_2, 0, 0, State::not_applicable);
    const auto report = office.report(office.guest, "?area=800101&period=2561&inside=true");
    ASSERT_EQ(report.parts.size(), 3u);
    EXPECT_EQ(report.parts[0].place.code, "800101");
    EXPECT_EQ(report.parts[1].groups[0].rows.at(3).passed->passed, whole(90));
    EXPECT_EQ(report.parts[2].groups[0].rows.at(3).found, Found::not_applicable);
    EXPECT_FALSE(report.parts[2].groups[0].rows.at(3).passed);
}

OFFICE_TEST(ReportOffice, few_people_are_hidden_in_the_report_and_its_tables) {
    office.tell("bmn_06", village_1, 2, 3);
    office.tell("bmn_06", village_2, 80, 100);
    const auto report = office.report(office.guest, "?area=800101&period=2561&inside=true");
    EXPECT_EQ(report.parts[1].groups[0].rows.at(5).found, Found::hidden);
    EXPECT_FALSE(report.parts[1].groups[0].rows.at(5).passed);
    const auto table = office.guest.get("/api/indicator-sets/bmn_2560/report/table.csv?area=800101&period=2561&inside=true");
    EXPECT_EQ(table.status, 200u);
    EXPECT_NE(table.body.find("hidden"), std::string::npos);
    EXPECT_EQ(office.guest.get("/api/indicator-sets/bmn_2560/report?area=nowhere").code(), "invalid_input");
    EXPECT_EQ(office.guest.get("/api/indicator-sets/bmn_2560/report?period=2567/68").code(), "invalid_input");
}

}  // namespace goals
