#include "goals/map/map.hpp"

#include "goals/goals_office.hpp"

namespace goals {

using base::whole;

namespace {

constexpr base::AreaId nation{0}, region{6'000'000'000}, province{6'010'000'000}, district{6'010'100'000}, here{6'010'101'000},
    beside{6'010'102'000}, beyond{6'010'103'000}, village_1{6'010'101'001}, village_2{6'010'101'002};

// A district of three subdistricts, the first with two villages; what is measured is saving.
struct MapOffice : GoalsOffice {
    explicit MapOffice(db::Engine engine) : GoalsOffice(engine) {
        write([&](db::Tx& tx) {
            add_area(tx, nation, "th", "country");
            add_area(tx, region, "south", "region");
            add_area(tx, province, "80", "province");
            add_area(tx, district, "8001", "district");
            add_area(tx, here, "800101", "subdistrict");
            add_area(tx, beside, "800102", "subdistrict");
            add_area(tx, beyond, "800103", "subdistrict");
            add_area(tx, village_1, "80010101", "village");
            add_area(tx, village_2, "80010102", "village");
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
        std::string_view group{};
    };
    void tell(const Told& told) {
        write([&](db::Tx& tx) {
            const auto period = std::get<base::ReportingPeriod>(base::read_reporting_period(told.year));
            const auto series = get_series(tx, find_indicator(tx, "saving")->id, period, told.group);
            const NewValue value{series, told.area, told.state, whole(told.of_hundred), whole(100)};
            store(tx, insert_entry(tx, {.by = {}, .source = "test"}), Stage::approved, {&value, 1});
        });
    }
    static FiguresMap see(support::Client& client, const std::string& query) {
        const auto reply = client.get("/api/figures/map" + query);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<FiguresMap>();
    }
};

const MapTile& tile_of(const FiguresMap& map, std::string_view code) {
    for (const auto& tile : map.numbers->tiles)
        if (tile.code == code) return tile;
    throw std::runtime_error("no such tile");
}

}  // namespace

OFFICE_TEST(MapOffice, without_a_wish_the_provinces_are_seen_by_the_newest_numbers) {
    office.tell({"2563", village_1, 50});
    office.tell({"2564", village_1, 70});
    const auto map = office.see(office.guest, "");
    EXPECT_EQ(map.area.code, "th");
    EXPECT_EQ(map.level, areas::Level::province);
    ASSERT_TRUE(map.numbers);
    EXPECT_EQ(map.numbers->code, "saving");
    EXPECT_EQ(map.numbers->period, "2021");
    EXPECT_EQ(map.numbers->periods.size(), 2u);
    EXPECT_EQ(tile_of(map, "80").value, whole(70));
    EXPECT_TRUE(tile_of(map, "80").opens);
}

OFFICE_TEST(MapOffice, one_goes_in_from_the_nation_to_the_villages_and_up_again) {
    office.tell({"2564", village_1, 70});
    EXPECT_EQ(office.see(office.guest, "?area=80").level, areas::Level::district);
    EXPECT_EQ(office.see(office.guest, "?area=80&level=subdistrict").numbers->tiles.size(), 3u);
    EXPECT_EQ(office.see(office.guest, "?area=8001").level, areas::Level::subdistrict);
    const auto map = office.see(office.guest, "?area=800101");
    EXPECT_EQ(map.level, areas::Level::village);
    EXPECT_EQ(map.around.size(), 3u) << "the nation, the province, the district";
    EXPECT_FALSE(tile_of(map, "80010101").opens);
    const auto village = office.see(office.guest, "?area=80010102");
    EXPECT_EQ(village.area.code, "800101") << "a village is seen among its neighbours";
    EXPECT_EQ(village.selected, "80010102");
}

OFFICE_TEST(MapOffice, zero_missing_and_not_asked_are_three_things) {
    office.tell({"2564", village_1, 0});
    office.tell({"2564", beside, 0, State::not_asked});
    const auto map = office.see(office.guest, "?area=8001");
    EXPECT_EQ(tile_of(map, "800101").value, whole(0));
    EXPECT_EQ(tile_of(map, "800101").in_class, 0);
    EXPECT_EQ(tile_of(map, "800101").reported, 1);
    EXPECT_EQ(tile_of(map, "800101").expected, 2);
    EXPECT_EQ(tile_of(map, "800102").found, Found::not_asked);
    EXPECT_FALSE(tile_of(map, "800102").in_class);
    EXPECT_NE(tile_of(map, "800103").found, Found::value);
    ASSERT_EQ(map.numbers->classes.size(), 1u);
    EXPECT_EQ(map.numbers->classes[0].areas, 1);
}

OFFICE_TEST(MapOffice, a_group_has_a_map_of_its_own) {
    office.tell({"2564", village_1, 70});
    office.tell({"2564", village_1, 30, State::value, "women"});
    const auto map = office.see(office.guest, "?area=8001&group=women");
    EXPECT_EQ(map.numbers->groups, std::vector<std::string>{"women"});
    EXPECT_EQ(tile_of(map, "800101").value, whole(30));
}

OFFICE_TEST(MapOffice, the_same_numbers_leave_as_a_table) {
    office.tell({"2564", village_1, 70});
    const auto table = office.guest.get("/api/figures/map/table.csv?area=8001");
    ASSERT_EQ(table.status, 200u);
    EXPECT_NE(table.body.find("saving,800101,2021,70,"), std::string::npos) << table.body;
    EXPECT_NE(table.body.find(",800103,2021,,"), std::string::npos) << "missing is empty, not zero";
    const auto page = office.guest.get("/figures/map?area=8001");
    EXPECT_EQ(page.status, 200u);
    EXPECT_NE(page.body.find("/figures/map?area=800101"), std::string::npos) << "readable before any script runs";
}

OFFICE_TEST(MapOffice, what_there_is_not_is_named_and_a_place_without_numbers_says_so) {
    const auto reply = office.guest.get("/api/figures/map?area=9999&indicator=nothing&period=nonsense");
    EXPECT_EQ(reply.status, 422u);
    EXPECT_EQ(reply.problem().errors.size(), 3u);
    EXPECT_FALSE(office.see(office.guest, "?area=8001").numbers);
    const auto map = office.see(office.guest, "?area=8001&indicator=saving&period=2564");
    ASSERT_TRUE(map.numbers);
    EXPECT_EQ(tile_of(map, "800101").found, Found::missing);
    EXPECT_TRUE(map.numbers->classes.empty());
}

}  // namespace goals
