#include <sys/mman.h>
#include <unistd.h>

#include "areas/area_queries.hpp"
#include "areas/boundaries/boundaries.hpp"
#include "areas/boundaries/boundary_queries.hpp"
#include "areas/boundaries/real_boundaries.hpp"
#include "areas/tree/tree.hpp"
#include "journal/journal.hpp"
#include "support/office.hpp"

namespace areas {

namespace {

// The south alone: the whole tree takes its time.
struct BoundaryOffice : support::Office {
    explicit BoundaryOffice(db::Engine engine) : Office(engine, {{areas::migrations(), areas::add_routes}}) {
        write([](db::Tx& tx) {
            for (auto& area : read_tree(tree_text(), {2021, 12, 31})) {
                const bool is_needed = area.level == Level::country || area.level == Level::region || area.code.starts_with("80");
                if (is_needed) store_area(tx, AreaRow(std::move(area)));
            }
        });
    }

    support::Reply send(support::Client& client, const std::string& where, const std::string& file) {
        http::Request request;
        request.method = http::Method::post;
        request.target = "/api/areas/boundaries" + where;
        http::Upload upload;
        upload.file_name = "เขต.geojson";
        upload.size = file.size();
        upload.content = http::Descriptor(memfd_create("upload", MFD_CLOEXEC));
        EXPECT_EQ(::write(upload.content.number(), file.data(), file.size()), static_cast<ssize_t>(file.size()));
        request.uploads.push_back(std::move(upload));
        return client.send(std::move(request));
    }
    void load(const std::string& file) {
        const auto reply = send(administrator, words, file);
        ASSERT_EQ(reply.status, 201u) << reply.body;
    }
    AreaMap map(const std::string& code, const std::string& more = "") {
        const auto reply = guest.get("/api/areas/" + code + "/map" + more);
        EXPECT_EQ(reply.status, 200u) << reply.body;
        return reply.as<AreaMap>();
    }
    std::vector<BoundaryLoad> loads() { return administrator.get("/api/areas/boundaries").as<http::List<BoundaryLoad>>().items; }

    static constexpr const char* words = "?source=Survey%202019&licence=CC%20BY&attribution=%C2%A9%20Survey";
};

std::string square(const std::string& code, double west, double south) {
    const auto at = [](double east, double north) { return "[" + std::to_string(east) + "," + std::to_string(north) + "]"; };
    const double size = 0.2;
    return R"({"type":"Feature","properties":{"code":")" + code + R"("},"geometry":{"type":"Polygon","coordinates":[[)" + at(west, south) +
           "," + at(west + size, south) + "," + at(west + size, south + size) + "," + at(west, south + size) + "," + at(west, south) +
           "]]}}";
}
std::string file_of(std::initializer_list<std::string> features) {
    std::string all;
    for (const auto& feature : features) all += (all.empty() ? "" : ",") + feature;
    return R"({"type":"FeatureCollection","features":[)" + all + "]}";
}
const std::string two_districts = file_of({square("TH8001", 99.8, 8.4), square("TH8002", 100.0, 8.4), square("TH9999", 100.2, 8.4)});

}  // namespace

OFFICE_TEST(BoundaryOffice, a_file_is_looked_at_first_and_writes_nothing) {
    const auto reply = office.send(office.administrator, "/look", two_districts);
    ASSERT_EQ(reply.status, 200u) << reply.body;
    const auto report = reply.as<BoundaryReport>();
    EXPECT_EQ(report.property, "code");
    ASSERT_EQ(report.levels.size(), 1u);
    EXPECT_EQ(report.levels[0].level, Level::district);
    EXPECT_EQ(report.levels[0].areas, 2);
    EXPECT_EQ(report.levels[0].replaced, 0);
    ASSERT_EQ(report.wrong, 1);
    EXPECT_EQ(report.wrong_rows[0].code, "boundary_unknown_code");
    EXPECT_TRUE(office.loads().empty());
    EXPECT_FALSE(office.map("80").objects.areas.geometries.front().arcs);
}

OFFICE_TEST(BoundaryOffice, what_was_loaded_is_drawn_with_where_it_is_from_and_a_shared_border_once) {
    office.load(two_districts);
    const auto map = office.map("80");
    ASSERT_EQ(map.sources.size(), 1u);
    EXPECT_EQ(map.sources[0].attribution, "© Survey");
    EXPECT_EQ(map.arcs.size(), 3u) << "two outer borders and the one between";
    std::size_t drawn = 0, points = 0;
    for (const auto& geometry : map.objects.areas.geometries) {
        drawn += geometry.type == "MultiPolygon" ? 1 : 0;
        points += geometry.type == "Point" ? 1 : 0;
    }
    EXPECT_EQ(drawn, 2u);
    EXPECT_GT(points, 15u) << "the other districts are where their middle is";
    EXPECT_EQ(office.loads().front().drawn, 2);
    EXPECT_EQ(journal::list_newest(*office.database().read(), {.action = "areas.boundaries_loaded"}).size(), 1u);
}

OFFICE_TEST(BoundaryOffice, loaded_again_it_takes_the_place_of_what_was_there_and_can_be_taken_away) {
    office.load(two_districts);
    office.load(file_of({square("8001", 99.7, 8.3)}));
    const auto loads = office.loads();
    ASSERT_EQ(loads.size(), 2u);
    EXPECT_EQ(loads[0].drawn, 1);
    EXPECT_EQ(loads[1].drawn, 1) << "of the older one the other district stands";
    EXPECT_EQ(loads[1].brought, 2);
    EXPECT_EQ(office.map("80").sources.size(), 2u);
    const auto reply = office.administrator.post("/api/areas/boundaries/" + std::to_string(loads[0].id.value) + "/take-away");
    ASSERT_EQ(reply.status, 200u) << reply.body;
    EXPECT_EQ(office.map("80").sources.size(), 1u);
    EXPECT_EQ(office.administrator.post("/api/areas/boundaries/5/take-away").status, 404u);
}

OFFICE_TEST(BoundaryOffice, without_boundaries_every_area_is_where_its_middle_is) {
    const auto map = office.map("8001");
    EXPECT_TRUE(map.arcs.empty());
    EXPECT_TRUE(map.sources.empty());
    for (const auto& geometry : map.objects.areas.geometries) {
        EXPECT_EQ(geometry.type, "Point") << geometry.id;
        ASSERT_TRUE(geometry.coordinates);
        EXPECT_GE(geometry.coordinates->at(0), 0);
        EXPECT_LE(geometry.coordinates->at(0), map.size[0]);
        EXPECT_LE(geometry.coordinates->at(1), map.size[1]);
    }
}

OFFICE_TEST(BoundaryOffice, levels_are_those_inside_the_area_and_subdistricts_of_a_province_can_be_asked_for) {
    EXPECT_EQ(office.map("80").objects.areas.geometries.front().properties.level, Level::district);
    EXPECT_EQ(office.map("80", "?level=subdistrict").objects.areas.geometries.front().properties.level, Level::subdistrict);
    EXPECT_EQ(office.map("TH").objects.areas.geometries.front().properties.level, Level::province);
    EXPECT_EQ(office.guest.get("/api/areas/8001/map?level=province").status, 422u);
    EXPECT_EQ(office.guest.get("/api/areas/8001/map?level=house").status, 422u);
    EXPECT_EQ(office.guest.get("/api/areas/9999/map").status, 404u);
    EXPECT_TRUE(office.map("800101").objects.areas.geometries.empty()) << "no villages are known here";
}

OFFICE_TEST(BoundaryOffice, a_subdistrict_stands_behind_its_villages) {
    office.load(file_of({square("800101", 99.9, 8.4)}));
    office.write([](db::Tx& tx) {
        auto village = *find(tx, "800101");
        village.id = village.last_id = {village.id.value + 1};
        village.code = "80010101";
        village.level = Level::village;
        village.latitude = 8.5;
        village.longitude = 100.0;
        store_area(tx, AreaRow(village));
    });
    const auto map = office.map("800101");
    ASSERT_EQ(map.objects.areas.geometries.size(), 1u);
    EXPECT_EQ(map.objects.areas.geometries[0].type, "Point");
    ASSERT_EQ(map.objects.around.geometries.size(), 1u);
    EXPECT_TRUE(map.objects.around.geometries[0].arcs);
}

OFFICE_TEST(BoundaryOffice, only_administrators_load_and_the_words_under_the_map_are_asked_for) {
    EXPECT_EQ(office.send(office.editor, office.words, two_districts).status, 403u);
    EXPECT_EQ(office.send(office.guest, "/look", two_districts).status, 401u);
    EXPECT_EQ(office.send(office.administrator, "?source=x", two_districts).status, 422u);
    const auto broken = office.send(office.administrator, "/look", two_districts.substr(0, 100));
    EXPECT_EQ(broken.status, 422u);
    ASSERT_EQ(broken.problem().errors.size(), 1u);
    EXPECT_EQ(broken.problem().errors[0].code, "boundaries_cut_off");
    EXPECT_EQ(broken.problem().errors[0].pointer, "/file");
}

using testing::RealBoundaries;

TEST_F(RealBoundaries, make_small_pictures) {
    for (const auto engine : db::testing::engines()) {
        BoundaryOffice office(engine);
        for (const auto& level : levels()) office.load(level);
        const auto bytes = [&](const std::string& path) {
            const auto reply = office.guest.get("/api/areas/" + path);
            EXPECT_EQ(reply.status, 200u) << path;
            EXPECT_FALSE(reply.as<AreaMap>().arcs.empty()) << path;
            return reply.body.size();
        };
        EXPECT_LT(bytes("80/map"), 9'000u) << "districts of a province";
        EXPECT_LT(bytes("8001/map"), 5'000u) << "subdistricts of a district";
        EXPECT_LT(bytes("80/map?level=subdistrict"), 50'000u) << "subdistricts of a province";
    }
}

}  // namespace areas
