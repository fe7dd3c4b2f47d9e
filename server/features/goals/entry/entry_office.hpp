#pragma once

#include <string>
#include <vector>

#include "goals/entry/grid.hpp"
#include "goals/entry/waiting.hpp"
#include "goals/figures/figure.hpp"
#include "goals/goals.hpp"
#include "imports/testing.hpp"
#include "support/office.hpp"

namespace goals {

// A subdistrict with five villages, an organisation that looks after its figures, and two indicators; for tests.
struct EntryOffice : support::Office {
    explicit EntryOffice(db::Engine engine)
        : Office(engine, {{imports::migrations()}, {areas::migrations()}, {goals::migrations(), goals::add_routes}}) {
        areas::plant_tree(database(), {2026, 11, 22});
        imports::Subjects subjects;
        areas::add_subjects(subjects);
        const imports::Order order{.viewer = {.person = {}, .administrator = true}, .entered_by = {}, .today = {2026, 11, 22}};
        imports::bring_in(database(), subjects, order,
                          {"places", "villages.csv", "code,name\n80012101,ก\n80012102,ข\n80012103,ค\n80012104,ง\n80012105,จ\n"});
        write([](db::Tx& tx) {
            create_plain(tx, "people", areas::Level::village);
            create_plain(tx, "elders", areas::Level::village);
        });
        EXPECT_EQ(administrator.post("/api/figures/keepers", keeper("800121")).status, 204u);
    }

    std::string keeper(const std::string& area) const {
        return R"({"area":")" + area + R"(","organisation":)" + std::to_string(organisation.value) + "}";
    }
    static std::string cell(const std::string& area, const std::string& value, const std::string& more = "") {
        return R"({"indicator":"people","area":")" + area + R"(","value":")" + value + "\"" + more + "}";
    }
    static std::string form(const std::string& cells) { return R"({"period":"2564","cells":[)" + cells + "]}"; }
    static std::string batch(const std::string& move, const std::string& area, const std::string& more = "") {
        return R"({"move":")" + move + R"(","batches":[{"indicator":"people","area":")" + area + R"(","period":"2564"}])" + more + "}";
    }
    // What came of one cell that is typed: its outcome, or why it was refused.
    static std::string typed(support::Client& client, const std::string& cell) {
        const auto reply = client.post("/api/figures/entry", form(cell));
        EXPECT_EQ(reply.status, 200u) << reply.body;
        const auto outcome = [&](std::string_view name) {
            return reply.body.find("\"outcome\":\"" + std::string(name)) != std::string::npos;
        };
        for (const auto* name : {"imported", "updated", "unchanged", "removed", "conflict"})
            if (outcome(name)) return name;
        return reply.body;
    }
    static std::string moved(support::Client& client, const std::string& form) {
        const auto reply = client.post("/api/figures/check", form);
        return reply.status == 200 ? reply.body : std::to_string(reply.status) + reply.code();
    }
    static Grid grid(support::Client& client, const std::string& area = "800121") {
        const auto reply = client.get("/api/figures/entry?indicators=people,elders&period=2564&area=" + area);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<Grid>();
    }
    static Waiting waiting(support::Client& client) { return client.get("/api/figures/check").as<Waiting>(); }
    std::string figure(const std::string& area = "800121") {
        auto lease = database().read();
        const auto found = get_figure(*lease, *find_indicator(*lease, "people"), areas::find(*lease, area)->id,
                                      base::period_around({2021, 1, 1}, base::PeriodKind::year));
        return found.value ? base::to_text(*found.value) : "nothing";
    }
};

}  // namespace goals
