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

// Of today's areas.
std::ptrdiff_t count(Level level) {
    return std::ranges::count_if(tree(), [&](const Area& area) { return area.level == level && !area.valid_to; });
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

TEST(Tree, remembers_what_is_no_more_and_what_took_its_place) {
    EXPECT_EQ(std::ranges::count_if(tree(), [](const Area& area) { return area.valid_to.has_value(); }), 67);
    const auto* bueng_kan = with_code("4303");
    ASSERT_NE(bueng_kan, nullptr);
    EXPECT_EQ(bueng_kan->valid_to, (base::Date{2011, 3, 22}));
    EXPECT_EQ(with_code("3801")->begins_on, (base::Date{2011, 3, 23}));
    EXPECT_EQ(parent_of(bueng_kan->id), with_code("43")->id);
    EXPECT_EQ(with_code("800121")->begins_on, std::nullopt);

    const auto successions = read_successions(successions_text());
    const auto followers = [&](std::string_view code) {
        std::vector<std::string> codes;
        for (const auto& [area, successor] : successions) {
            if (area != with_code(code)->id) continue;
            const auto found = std::ranges::find(tree(), successor, &Area::id);
            codes.push_back(found == tree().end() ? "nowhere" : found->code);
        }
        return codes;
    };
    EXPECT_EQ(followers("530306"), std::vector<std::string>{"530407"});
    EXPECT_EQ(followers("104701"), (std::vector<std::string>{"104702", "104703"}));
    for (const auto& area : tree()) EXPECT_TRUE(!area.valid_to || !followers(area.code).empty()) << area.code;
}

struct OfficialList : base::testing::Beside {
    OfficialList() : Beside({"data/th/admin/th_admin_official_7436.csv"}) {}
};

TEST_F(OfficialList, names_the_same_areas) {
    const auto text = file();
    const std::vector<base::csv::Column> columns{
        {"subdistrict_code", {}, true}, {"subdistrict_th", {}, true}, {"district_code", {}, true},
        {"district_th", {}, true},      {"province_code", {}, true},  {"province_th", {}, true},
    };
    base::csv::Table official(text, columns);
    std::map<std::string, std::string> names;
    while (const auto line = official.next()) {
        for (const std::size_t column : {0u, 2u, 4u}) names[line->cells[column]] = line->cells[column + 1];
    }
    EXPECT_EQ(names.size(), 77u + 928u + 7'436u);
    for (const auto& area : tree()) {
        if (area.level == Level::country || area.level == Level::region || area.valid_to) continue;
        EXPECT_EQ(names[area.code], area.name) << area.code;
        names.erase(area.code);
    }
    EXPECT_EQ(names.size(), 0u);
}

}  // namespace areas
