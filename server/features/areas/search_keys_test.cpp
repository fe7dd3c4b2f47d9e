#include "areas/search_keys.hpp"

#include <gtest/gtest.h>

namespace areas {

TEST(SearchKeys, the_word_for_the_level_may_be_typed_or_not) {
    for (const auto* typed : {"ต.ท่าซัก", "ตำบลท่าซัก", "ตำบล ท่าซัก"}) EXPECT_EQ(read_typed(typed).bare_name, comparable("ท่าซัก")) << typed;
    EXPECT_EQ(read_typed("บ้านเลือก").name, comparable("บ้านเลือก"));
    EXPECT_EQ(read_typed("บ้านเลือก").bare_name, comparable("เลือก"));
}

TEST(SearchKeys, a_village_is_found_with_and_without_ban) {
    EXPECT_EQ(place_keys("บ้านวัดโบสถ์", "Ban Wat Bot").name.bytes, comparable("วัดโบสถ์"));
    EXPECT_EQ(place_keys("บ้านวัดโบสถ์", "Ban Wat Bot").name_en.bytes, "wat bot");
}

TEST(SearchKeys, consonants_alone_stand_for_a_name) {
    EXPECT_EQ(tree_keys("ท่าซัก", "Tha Sak").consonants.bytes, "ทซก");
    EXPECT_TRUE(read_typed("ทซก").is_consonants);
    EXPECT_FALSE(read_typed("ท่า").is_consonants);
    EXPECT_FALSE(read_typed("ท").is_consonants);
}

TEST(SearchKeys, what_follows_the_name_narrows_it_down) {
    EXPECT_EQ(read_typed("ในเมือง จ.พิษณุโลก").name, comparable("ในเมือง"));
    EXPECT_EQ(read_typed("ในเมือง จ.พิษณุโลก").around, comparable("พิษณุโลก"));
    EXPECT_EQ(read_typed("Nai Mueang, Phitsanulok").name, "nai mueang");
    EXPECT_EQ(read_typed("Nai Mueang, Phitsanulok").around, "phitsanulok");
    EXPECT_EQ(read_typed("tha sak").name, "tha sak");
}

TEST(SearchKeys, nothing_typed_is_nothing) {
    EXPECT_TRUE(read_typed("").name.empty());
    EXPECT_TRUE(read_typed("   ").name.empty());
}

}  // namespace areas
