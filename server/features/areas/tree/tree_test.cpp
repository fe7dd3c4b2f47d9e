#include "areas/tree/tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/csv.hpp"
#include "base/testing.hpp"

namespace areas {

namespace {

const std::vector<Area>& tree() {
    static const auto areas = read_tree(tree_text(), {2021, 12, 31});
    return areas;
}

const Area* with_code(std::string_view code) {
    for (const auto& area : tree())
        if (area.code == code) return &area;
    return nullptr;
}

std::ptrdiff_t count(Level level) {
    return std::ranges::count(tree(), level, &Area::level);
}

}  // namespace

TEST(Tree, holds_the_whole_country) {
    EXPECT_EQ(count(Level::country), 1);
    EXPECT_EQ(count(Level::region), 6);
    EXPECT_EQ(count(Level::province), 77);
    EXPECT_EQ(count(Level::district), 928);
    EXPECT_EQ(count(Level::subdistrict), 7'436);
}

TEST(Tree, numbers_are_in_tree_order_and_agree_with_code_and_level) {
    for (std::size_t i = 0; i < tree().size(); ++i) {
        const auto& area = tree()[i];
        EXPECT_TRUE(i == 0 || tree()[i - 1].id < area.id) << area.code;
        EXPECT_EQ(level_of(area.id), area.level) << area.code;
        EXPECT_EQ(base::last_of(area.id), area.last_id) << area.code;
        EXPECT_TRUE(area.level != Level::subdistrict || area.id.value % 1'000'000'000 / 1'000 == std::stoll(area.code)) << area.code;
    }
}

TEST(Tree, every_area_has_both_names_and_lies_in_thailand) {
    for (const auto& area : tree()) {
        EXPECT_FALSE(area.name.empty() || area.name_en.empty()) << area.code;
        EXPECT_TRUE(area.latitude > 5.5 && area.latitude < 20.6 && area.longitude > 97.3 && area.longitude < 105.7) << area.code;
    }
}

TEST(Tree, six_regions_as_the_geographers_draw_them) {
    const std::map<std::string, int> provinces{{"north", 9}, {"northeast", 20}, {"central", 22}, {"east", 7}, {"west", 5}, {"south", 14}};
    for (const auto& [code, expected] : provinces) {
        const auto* region = with_code(code);
        ASSERT_NE(region, nullptr) << code;
        EXPECT_EQ(std::ranges::count_if(
                      tree(), [&](const Area& area) { return area.level == Level::province && parent_of(area.id) == region->id; }),
                  expected)
            << code;
    }
}

TEST(Tree, what_the_package_has_wrong_is_corrected) {
    EXPECT_EQ(with_code("110101")->name, "ปากน้ำ");
    EXPECT_EQ(with_code("4029")->name, "เวียงเก่า");
    EXPECT_EQ(with_code("4026"), nullptr);
    EXPECT_EQ(with_code("101406")->name_en, "Phaya Thai");
    EXPECT_EQ(with_code("101406")->position, Position::derived);
    EXPECT_GT(with_code("500402")->latitude, with_code("500404")->latitude);
}

TEST(Tree, agrees_with_the_official_list) {
    const auto text = base::testing::shared_file("data/th/admin/th_admin_official_7436.csv");
    if (!text) GTEST_SKIP() << "not run: there is no ../shared";
    const std::vector<base::csv::Column> columns{
        {"subdistrict_code", {}, true}, {"subdistrict_th", {}, true}, {"district_code", {}, true},
        {"district_th", {}, true},      {"province_code", {}, true},  {"province_th", {}, true},
    };
    base::csv::Table official(*text, columns);
    std::map<std::string, std::string> names;
    while (const auto line = official.next()) {
        for (const std::size_t column : {0u, 2u, 4u}) names[line->cells[column]] = line->cells[column + 1];
    }
    EXPECT_EQ(names.size(), 77u + 928u + 7'436u);
    for (const auto& area : tree()) {
        if (area.level == Level::country || area.level == Level::region) continue;
        EXPECT_EQ(names[area.code], area.name) << area.code;
        names.erase(area.code);
    }
    EXPECT_EQ(names.size(), 0u);
}

}  // namespace areas
