#include <gtest/gtest.h>

#include <map>

#include "areas/boundaries/boundary_file.hpp"
#include "areas/boundaries/real_boundaries.hpp"
#include "areas/geometry/topology.hpp"
#include "areas/tree/tree.hpp"

namespace areas {

namespace {

constexpr std::string_view ring = "[[100.1,13.1],[100.2,13.1],[100.2,13.2],[100.1,13.1]]";

std::string polygon(std::string_view rings) {
    return R"({"type":"Polygon","coordinates":[)" + std::string(rings) + "]}";
}
std::string feature(std::string_view properties, std::string_view geometry) {
    return R"({"type":"Feature","properties":)" + std::string(properties) + R"(,"geometry":)" + std::string(geometry) + "}";
}
std::string collection(std::string_view features) {
    return R"({"type":"FeatureCollection","features":[)" + std::string(features) + "]}";
}

std::optional<AreaId> find_some(std::string_view code) {
    static const std::map<std::string, AreaId, std::less<>> known{
        {"80", {6'010'000'000}}, {"8001", {6'010'100'000}}, {"800121", {6'010'121'000}}, {"800122", {6'010'122'000}}};
    const auto found = known.find(code);
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

std::string fault_of(std::string_view bytes, const GeoJsonLimits& limits = {}) {
    const auto read = read_boundaries(bytes, find_some, limits);
    const auto* fault = std::get_if<FileFault>(&read);
    return fault ? fault->code : "";
}
BoundaryFile read(const std::string& text) {
    auto read = read_boundaries(text, find_some);
    if (const auto* fault = std::get_if<FileFault>(&read)) ADD_FAILURE() << fault->code;
    return std::holds_alternative<BoundaryFile>(read) ? std::get<BoundaryFile>(std::move(read)) : BoundaryFile{};
}
std::string wrong_in(const std::string& geometry) {
    const auto file = read(collection(feature(R"({"c":"80"})", polygon(ring)) + "," + feature(R"({"c":"8001"})", geometry)));
    return file.wrong.empty() ? "" : file.wrong[0].code;
}

}  // namespace

TEST(geojson, the_property_with_the_codes_is_found_out_and_the_finest_of_several_wins) {
    const auto file = read(collection(
        feature(R"({"adm2":"TH8001","name":"ท่าซัก","adm3":"TH800121","adm1":80})", polygon(ring)) + "," +
        feature(R"({"adm2":"TH8001","name":"ปากนคร","adm3":"th800122","adm1":80,"more":{"a":[1,{}]},"no":null})", polygon(ring))));
    EXPECT_EQ(file.property, "adm3");
    ASSERT_EQ(file.boundaries.size(), 2u);
    EXPECT_EQ(file.boundaries[0].area.value, 6'010'121'000);
    EXPECT_TRUE(file.wrong.empty());
}

TEST(geojson, one_subdistrict_alone_is_not_taken_for_its_province) {
    EXPECT_EQ(read(collection(feature(R"({"p":"80","t":"800121","d":"8001"})", polygon(ring)))).property, "t");
}

TEST(geojson, codes_are_read_as_texts_numbers_and_with_thai_digits) {
    EXPECT_EQ(code_in("TH8001"), "8001");
    EXPECT_EQ(code_in(" 8001.0 "), "8001");
    EXPECT_EQ(code_in("๘๐๐๑"), "8001");
    EXPECT_EQ(code_in("80000"), std::nullopt) << "a postcode";
    EXPECT_EQ(code_in("8.5"), std::nullopt);
    EXPECT_EQ(read(collection(feature(R"({"code":8001})", polygon(ring)))).boundaries.size(), 1u);
    EXPECT_EQ(read(collection(R"({"type":"Feature","id":"8001","properties":null,"geometry":)" + polygon(ring) + "}")).property, "id");
}

TEST(geojson, what_is_not_known_is_named_by_feature_and_the_rest_comes_in) {
    const auto file =
        read(collection(feature(R"({"c":"8001","n":"เมือง"})", polygon(ring)) + "," + feature(R"({"c":"9999","n":"ไม่มี"})", polygon(ring)) +
                        "," + feature(R"({"n":"ไร้รหัส"})", polygon(ring)) + "," + feature(R"({"c":"8001","n":"ซ้ำ"})", polygon(ring))));
    EXPECT_EQ(file.boundaries.size(), 1u);
    ASSERT_EQ(file.wrong.size(), 3u);
    EXPECT_EQ(file.wrong[0].code, "boundary_unknown_code");
    EXPECT_EQ(file.wrong[0].line, 2);
    EXPECT_EQ(file.wrong[0].value, "9999 ไม่มี");
    EXPECT_EQ(file.wrong[1].code, "boundary_without_code");
    EXPECT_EQ(file.wrong[1].value, "ไร้รหัส");
    EXPECT_EQ(file.wrong[2].code, "boundary_twice");
}

TEST(geojson, what_cannot_be_drawn_is_told_feature_by_feature) {
    EXPECT_EQ(wrong_in("null"), "boundary_empty");
    EXPECT_EQ(wrong_in(R"({"type":"Polygon","coordinates":[]})"), "boundary_empty");
    EXPECT_EQ(wrong_in(R"({"type":"Point","coordinates":[100.1,13.1]})"), "boundary_no_polygon");
    EXPECT_EQ(wrong_in(R"({"type":"GeometryCollection","geometries":[]})"), "boundary_no_polygon");
    EXPECT_EQ(wrong_in(R"({"type":"MultiPolygon","coordinates":[)" + std::string(ring) + "]}"), "boundary_uneven");
    EXPECT_EQ(wrong_in(polygon("[[100.1,13.1],[100.2,13.1],[100.1,13.1]]")), "boundary_short_ring");
    EXPECT_EQ(wrong_in(polygon(std::string(ring) + ",[]")), "boundary_uneven");
    EXPECT_EQ(wrong_in(polygon("[[13.1,100.1],[13.1,100.2],[13.2,100.2],[13.1,100.1]]")), "boundary_swapped");
    EXPECT_EQ(wrong_in(polygon("[[657000,1520000],[658000,1520000],[658000,1521000],[657000,1520000]]")), "boundary_not_in_degrees");
    EXPECT_EQ(wrong_in(polygon("[[1e999,13],[100,13],[100,14],[1e999,13]]")), "boundary_not_in_degrees");
    EXPECT_EQ(wrong_in(polygon("[[2.3,48.8],[2.4,48.8],[2.4,48.9],[2.3,48.8]]")), "not_in_thailand");
    EXPECT_EQ(wrong_in(polygon("[[100,13],[100,13],[100,13],[100,13]]")), "boundary_empty");
}

TEST(geojson, a_file_of_which_nothing_can_be_used_says_why) {
    EXPECT_EQ(fault_of(""), "boundaries_no_collection");
    EXPECT_EQ(fault_of("PK\x03\x04 a zipped shape file"), "boundaries_no_collection");
    EXPECT_EQ(fault_of("code,name\n80,x\n"), "boundaries_no_collection");
    EXPECT_EQ(fault_of(R"({"type":"Topology","objects":{},"arcs":[]})"), "boundaries_no_collection");
    EXPECT_EQ(fault_of(R"({"type":"FeatureCollection","features":{}})"), "boundaries_no_collection");
    EXPECT_EQ(fault_of(collection("")), "boundaries_none");
    EXPECT_EQ(fault_of(collection(feature(R"({"zip":"80000"})", polygon(ring)))), "boundaries_no_codes");
    EXPECT_EQ(fault_of(collection(feature(R"({"c":"80"})", polygon("[[NaN,13],[100,13],[100,14],[NaN,13]]")))), "boundaries_no_json");
    EXPECT_EQ(fault_of(collection(feature(R"({"c":"80"})", polygon(ring))) + "x"), "boundaries_no_json");
    EXPECT_EQ(fault_of(R"({"type":"FeatureCollection","features":[}]})"), "boundaries_no_json");
    EXPECT_EQ(fault_of("\xFF\xFE\xFA\x80{\x9D"), "boundaries_no_collection");
}

TEST(geojson, a_file_that_was_cut_off_says_so_wherever_that_was) {
    const auto whole = collection(feature(R"({"c":"80","n":"น\u0e04ร \ud83c\udfd8","t":true})", polygon(ring)));
    EXPECT_EQ(fault_of(whole), "");
    for (std::size_t size = 1; size < whole.size(); ++size) {
        if ((static_cast<unsigned char>(whole[size]) & 0xC0U) == 0x80U) continue;
        EXPECT_EQ(fault_of(whole.substr(0, size)), "boundaries_cut_off") << whole.substr(0, size);
    }
}

TEST(geojson, too_much_is_refused_before_it_fills_the_memory) {
    const auto one = feature(R"({"c":"80"})", polygon(ring));
    EXPECT_EQ(fault_of(collection(one), {.bytes = 100}), "boundaries_too_large");
    EXPECT_EQ(fault_of(collection(one + "," + one), {.features = 1}), "boundaries_too_many");
    EXPECT_EQ(fault_of(collection(one), {.points = 3}), "boundaries_too_many_points");
    EXPECT_EQ(fault_of(collection(feature(R"({"c":"80"})", R"({"type":"Polygon","coordinates":)" + std::string(100'000, '[')))),
              "boundaries_too_deep");
    EXPECT_EQ(fault_of(R"({"a":)" + std::string(100'000, '{')), "boundaries_no_json");
}

TEST(geojson, thai_encodings_and_byte_order_marks_are_read) {
    const auto text = collection(feature(R"({"c":"80"})", polygon(ring)));
    EXPECT_EQ(fault_of("\xEF\xBB\xBF" + text), "");
    const auto thai = collection(feature("{\"c\":\"80\",\"n\":\"\xB9\xA4\xC3\xC8\xC3\xD5\xB8\xC3\xC3\xC1\xC3\xD2\xAA\"}", polygon(ring)));
    EXPECT_EQ(fault_of(thai), "");
}

using testing::RealBoundaries;

TEST_F(RealBoundaries, of_the_country_come_in) {
    const auto [provinces, districts, subdistricts] = levels();
    const auto tree = read_tree(tree_text(), {2021, 12, 31});
    std::map<std::string, AreaId, std::less<>> known;
    for (const auto& area : tree) known.emplace(area.code, area.id);
    const auto find = [&](std::string_view code) {
        const auto found = known.find(code);
        return found == known.end() ? std::nullopt : std::optional(found->second);
    };
    struct Expected {
        const std::string& text;
        std::ptrdiff_t least;
        std::size_t points, arcs;
    };
    for (const auto& [text, least, points, arcs] :
         {Expected{provinces, 77, 7'107, 251}, Expected{districts, 928, 22'332, 2'762}, Expected{subdistricts, 7'400, 57'860, 21'713}}) {
        const auto read = read_boundaries(text, find);
        ASSERT_TRUE(std::holds_alternative<BoundaryFile>(read)) << std::get<FileFault>(read).code;
        const auto& file = std::get<BoundaryFile>(read);
        EXPECT_GE(std::ssize(file.boundaries), least);
        EXPECT_TRUE(file.wrong.empty()) << least;
        EXPECT_EQ(file.points, points) << "no point is lost";
        std::vector<Shape> shapes;
        shapes.reserve(file.boundaries.size());
        for (const auto& boundary : file.boundaries) shapes.push_back(boundary.shape);
        EXPECT_EQ(topology_of(shapes).arcs.size(), arcs) << "a border is one arc for both its sides";
    }
}

}  // namespace areas
