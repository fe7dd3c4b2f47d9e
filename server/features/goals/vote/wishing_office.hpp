#pragma once

#include "goals/goal/shown_goal.hpp"
#include "goals/goals_office.hpp"

// From a wish to a goal that everybody decided on, as people do it; for tests.
namespace goals {

using base::whole;

inline constexpr base::AreaId district{6'010'100'000}, subdistrict{6'010'101'000}, village_1{6'010'101'001}, village_2{6'010'101'002};

// Two villages of a subdistrict, and what they save.
struct WishingOffice : GoalsOffice {
    explicit WishingOffice(db::Engine engine) : GoalsOffice(engine) {
        write([&](db::Tx& tx) {
            add_area(tx, {0}, "th", "country");
            add_area(tx, district, "8001", "district");
            add_area(tx, subdistrict, "800101", "subdistrict");
            add_area(tx, village_1, "80010101", "village");
            add_area(tx, village_2, "80010102", "village");
        });
        new_indicator("saving");
    }

    static void add_area(db::Tx& tx, base::AreaId id, std::string_view code, std::string_view level);  // vote/wish_test.cpp

    void measure(int year, base::AreaId area, std::int64_t families, std::int64_t of, std::string_view code = "saving") {
        write([&](db::Tx& tx) {
            const base::ReportingPeriod period{base::PeriodKind::year, {year, 1, 1}, {year, 12, 31}};
            const auto series = get_series(tx, find_indicator(tx, code)->id, period, "");
            const NewValue value{series, area, State::value, whole(families), whole(of)};
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }

    std::string form(base::AreaId area, const std::string& more, const std::string& beside = "") const {
        return R"({"owner":)" + std::to_string(organisation.value) +
               R"(,"content":{"title":"ทุกบ้านมีเงินออม","wish":"อยากเห็นคนในตำบลไม่มีหนี้สิน","area":)" + std::to_string(area.value) + more + "}" +
               beside + "}";
    }
    static std::string ladder(const char* last = "90") {
        return std::string(
                   R"(,"indicator":"saving","baseline":{"period":"2564","value":40},"targets":[{"period":"2566","value":60},{"period":"2568","value":)") +
               last + "}]";
    }
    records::Envelope new_goal(base::AreaId area, const std::string& more = ladder()) {
        const auto reply = editor.post("/api/goals", form(area, more));
        EXPECT_EQ(reply.status, 201u) << reply.body;
        return reply.as<records::Envelope>();
    }
    static ShownGoal show_goal(support::Client& client, const records::Envelope& goal) {
        const auto reply = client.get("/api" + goal.address);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<ShownGoal>();
    }
    static std::string vote(const std::string& area, const std::string& counts, int replaces = 0, const std::string& more = "") {
        return R"({"area":")" + area + "\"," + counts + R"(,"held_on":"2026-11-20","meeting":"ประชาคมหมู่บ้าน","replaces":)" +
               std::to_string(replaces) + more + "}";
    }
};

}  // namespace goals
