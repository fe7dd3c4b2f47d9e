#pragma once

#include "document/press.hpp"
#include "goals/dashboard/dashboards.hpp"
#include "goals/dashboard/shown_dashboard.hpp"
#include "goals/goals_office.hpp"
#include "goals/rollup/value_queries.hpp"

namespace goals {

inline constexpr base::AreaId here{6'010'101'000}, village_1{6'010'101'001}, village_2{6'010'101'002}, village_3{6'010'101'003};

// A subdistrict with three villages, and an indicator of theirs; for tests.
struct DashboardOffice : GoalsOffice {
    explicit DashboardOffice(db::Engine engine) : GoalsOffice(engine) {
        equipment.add(press);
        write([&](db::Tx& tx) {
            add_area(tx, {0}, "th", "country");
            add_area(tx, {6'000'000'000}, "south", "region");
            add_area(tx, {6'010'000'000}, "80", "province");
            add_area(tx, {6'010'100'000}, "8001", "district");
            add_area(tx, here, "800101", "subdistrict");
            add_area(tx, village_1, "80010101", "village");
            add_area(tx, village_2, "80010102", "village");
            add_area(tx, village_3, "80010103", "village");
        });
        new_indicator("saving");
    }
    static void add_area(db::Tx& tx, base::AreaId id, std::string_view code, std::string_view level);  // dashboard_test.cpp
    void tell(std::string_view year, base::AreaId area, std::int64_t part, std::int64_t of = 100, std::string_view code = "saving") {
        write([&](db::Tx& tx) {
            const auto period = std::get<base::ReportingPeriod>(base::read_reporting_period(year));
            const auto series = get_series(tx, find_indicator(tx, code)->id, period, "");
            const NewValue value{series, area, State::value, base::whole(part), base::whole(of)};
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }
    std::string form(const std::string& blocks, const std::string& more = "") const {
        return R"({"owner":)" + std::to_string(organisation.value) + R"(,"content":{"title":"ตัวเลขของเรา","area":6010101000,"blocks":)" +
               blocks + "}" + more + "}";
    }
    records::Envelope make(const std::string& blocks) {
        const auto reply = editor.post("/api/dashboards", form(blocks));
        EXPECT_EQ(reply.status, 201u) << reply.body;
        return reply.as<records::Envelope>();
    }
    static ShownDashboard see(support::Client& client, const records::Envelope& record, const std::string& more = "") {
        const auto reply = client.get("/api" + record.address + more);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<ShownDashboard>();
    }

    document::Press press;
};

}  // namespace goals
