#include "areas/area.hpp"

#include <gtest/gtest.h>

namespace areas {

namespace {

using base::Language;

constexpr AreaId country{0}, south{6'000'000'000}, nakhon{6'800'000'000}, mueang{6'800'100'000}, tha_sak{6'800'121'000};

Area area(AreaId id, std::string name, std::string name_en = "") {
    Area result;
    result.id = id;
    result.level = level_of(id);
    result.name = std::move(name);
    result.name_en = std::move(name_en);
    return result;
}

}  // namespace

TEST(Area, a_number_tells_its_level) {
    EXPECT_EQ(level_of(country), Level::country);
    EXPECT_EQ(level_of(south), Level::region);
    EXPECT_EQ(level_of(nakhon), Level::province);
    EXPECT_EQ(level_of(mueang), Level::district);
    EXPECT_EQ(level_of(tha_sak), Level::subdistrict);
    EXPECT_EQ(level_of(place_in(tha_sak, 9)), Level::village);
    EXPECT_EQ(level_of(place_in(tha_sak, first_community)), Level::community);
}

TEST(Area, what_lies_under_an_area_is_one_range) {
    EXPECT_EQ(base::last_of(tha_sak), AreaId{6'800'121'999});
    EXPECT_EQ(base::last_of(nakhon), AreaId{6'809'999'999});
    EXPECT_EQ(base::last_of(country), AreaId{9'999'999'999});
    EXPECT_EQ(base::last_of(place_in(tha_sak, 3)), place_in(tha_sak, 3));
}

TEST(Area, its_parent_is_the_next_wider_area) {
    EXPECT_EQ(parent_of(place_in(tha_sak, 3)), tha_sak);
    EXPECT_EQ(parent_of(tha_sak), mueang);
    EXPECT_EQ(parent_of(mueang), nakhon);
    EXPECT_EQ(parent_of(nakhon), south);
    EXPECT_EQ(parent_of(south), country);
    EXPECT_EQ(parent_of(country), std::nullopt);
}

TEST(Area, is_called_by_its_level) {
    EXPECT_EQ(title(area(tha_sak, "ท่าซัก", "Tha Sak"), Language::th), "ตำบลท่าซัก");
    EXPECT_EQ(title(area(tha_sak, "ท่าซัก", "Tha Sak"), Language::en), "Tha Sak Subdistrict");
    EXPECT_EQ(title(area(place_in(tha_sak, 3), "บ้านวัดโบสถ์"), Language::th), "หมู่ 3 บ้านวัดโบสถ์");
    EXPECT_EQ(title(area(place_in(tha_sak, 101), "หน้าวัด"), Language::th), "ชุมชนหน้าวัด");
    EXPECT_EQ(title(area(place_in(tha_sak, 101), "ชุมชนหน้าวัด"), Language::th), "ชุมชนหน้าวัด");
}

TEST(Area, bangkok_has_khwaeng_and_khet) {
    EXPECT_EQ(title(area({3'101'401'000}, "สามเสนใน"), Language::th), "แขวงสามเสนใน");
    EXPECT_EQ(title(area({3'101'400'000}, "พญาไท"), Language::th), "เขตพญาไท");
    EXPECT_EQ(title(area({3'100'000'000}, "กรุงเทพมหานคร"), Language::th), "กรุงเทพมหานคร");
}

TEST(Area, a_path_goes_from_the_near_to_the_wide_and_ends_at_the_province) {
    const std::vector lineage{area(country, "ประเทศไทย", "Thailand"), area(south, "ภาคใต้", "Southern Region"),
                              area(nakhon, "นครศรีธรรมราช", "Nakhon Si Thammarat"),
                              area(mueang, "เมืองนครศรีธรรมราช", "Mueang Nakhon Si Thammarat"), area(tha_sak, "ท่าซัก", "Tha Sak")};
    EXPECT_EQ(path_of(lineage, Language::th), "ต.ท่าซัก อ.เมืองนครศรีธรรมราช จ.นครศรีธรรมราช");
    EXPECT_EQ(path_of(lineage, Language::en), "Tha Sak, Mueang Nakhon Si Thammarat, Nakhon Si Thammarat");
    EXPECT_EQ(path_of(std::span(lineage).first(2), Language::th), "ภาคใต้");
    EXPECT_EQ(path_of({}, Language::th), "");
}

TEST(Area, places_have_codes_that_show_their_subdistrict) {
    EXPECT_EQ(place_code("800121", place_in(tha_sak, 3)), "80012103");
    EXPECT_EQ(place_code("800121", place_in(tha_sak, 104)), "c6800121104");
}

TEST(Life, an_area_was_there_on_the_days_between_its_first_and_its_last_as_far_as_they_are_known) {
    const Life none_told{{1}, {}, {}};
    const Life both_told{{1}, base::Date{2009, 12, 26}, base::Date{2011, 3, 22}};
    EXPECT_TRUE(stood_within(none_told, {1900, 1, 1}, {1900, 12, 31}));
    EXPECT_TRUE(stood_within(both_told, {2009, 1, 1}, {2009, 12, 31}));
    EXPECT_TRUE(stood_within(both_told, {2011, 1, 1}, {2011, 12, 31}));
    EXPECT_FALSE(stood_within(both_told, {2008, 1, 1}, {2008, 12, 31}));
    EXPECT_FALSE(stood_within(both_told, {2011, 3, 23}, {2011, 12, 31}));
}

}  // namespace areas
