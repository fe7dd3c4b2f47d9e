#pragma once

#include "goals/goals_office.hpp"
#include "goals/situation/inside.hpp"

namespace goals {

inline constexpr base::AreaId nation{0}, region{6'000'000'000}, district{6'010'100'000}, here{6'010'101'000}, beside{6'010'102'000},
    beyond{6'010'103'000}, village_1{6'010'101'001}, village_2{6'010'101'002}, village_3{6'010'101'003};

// A district of three subdistricts, the first with three villages; what is measured is saving.
struct SeeingOffice : GoalsOffice {
    explicit SeeingOffice(db::Engine engine) : GoalsOffice(engine) {
        write([&](db::Tx& tx) {
            add_area(tx, nation, "th", "country");
            add_area(tx, region, "south", "region");
            add_area(tx, {6'010'000'000}, "80", "province");
            add_area(tx, district, "8001", "district");
            add_area(tx, here, "800101", "subdistrict");
            add_area(tx, beside, "800102", "subdistrict");
            add_area(tx, beyond, "800103", "subdistrict");
            add_area(tx, village_1, "80010101", "village");
            add_area(tx, village_2, "80010102", "village");
            add_area(tx, village_3, "80010103", "village");
        });
        new_indicator("saving");
    }

    static void add_area(db::Tx& tx, base::AreaId id, std::string_view code, std::string_view level) {
        tx.run(
            "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
            " search_key_en, consonants) VALUES ($1, $2, $3, $4, $3, $3, 'none', '2021-12-31', $5, $6, $5, $5, $5)",
            id, base::last_of(id), code, level, db::Blob{std::string(code)}, id.value % 1'000 != 0);
    }

    struct Told {
        std::string_view year;
        base::AreaId area;
        std::int64_t of_hundred{};
        State state{};
    };
    void tell(const Told& told, const char* code = "saving") {
        write([&](db::Tx& tx) {
            const auto period = std::get<base::ReportingPeriod>(base::read_reporting_period(told.year));
            const auto series = get_series(tx, find_indicator(tx, code)->id, period, "");
            const NewValue value{series, told.area, told.state, base::whole(told.of_hundred), base::whole(100)};
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }
    void make_set(base::AreaId area, const std::string& name) {
        const auto reply =
            editor.post("/api/indicator-sets", set_form(R"([{"name":"ออม","items":[{"code":"saving","name":")" + name + R"("}]}])",
                                                        R"(,"area":)" + std::to_string(area.value)));
        EXPECT_EQ(reply.status, 201u) << reply.body;
    }
    static Situation see(support::Client& client, const std::string& area) {
        const auto reply = client.get("/api/areas/" + area + "/situation");
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<Situation>();
    }
};

}  // namespace goals
