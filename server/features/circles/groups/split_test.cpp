#include "circles/groups/split.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

namespace circles {

namespace {

std::vector<std::size_t> sizes(const Seating& seating, std::size_t groups) {
    std::vector<std::size_t> counts(groups);
    for (const auto group : seating) ++counts.at(group);
    return counts;
}

bool differ_by_one_at_most(const std::vector<std::size_t>& counts) {
    const auto [least, most] = std::ranges::minmax(counts);
    return most - least <= 1;
}

std::size_t some_groups() {
    return *rc::gen::inRange<std::size_t>(1, 13);
}

std::vector<std::string> some_people() {
    return *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("", "บ้านเลือก", "หนองสาหร่าย", "หนองพันจันทร์", "คลองตัน", "ท่าซัก"));
}

}  // namespace

TEST(Split, by_lot_makes_groups_of_nearly_one_size) {
    EXPECT_TRUE(rc::check([](std::uint64_t seed) {
        const auto people = *rc::gen::inRange<std::size_t>(0, 300);
        const auto groups = some_groups();
        const auto seating = by_lot(people, groups, seed);
        RC_ASSERT(seating.size() == people);
        RC_ASSERT(differ_by_one_at_most(sizes(seating, groups)));
    }));
}

TEST(Split, by_mixing_makes_groups_of_nearly_one_size_and_spreads_each_organisation) {
    EXPECT_TRUE(rc::check([](std::uint64_t seed) {
        const auto people = some_people();
        const auto groups = some_groups();
        const auto seating = by_mixing(people, groups, seed);
        RC_ASSERT(differ_by_one_at_most(sizes(seating, groups)));
        std::map<std::string, std::vector<std::size_t>> of;
        for (std::size_t i = 0; i < people.size(); ++i) {
            auto& counts = of[people[i]];
            counts.resize(groups);
            ++counts.at(seating[i]);
        }
        of.erase("");
        for (const auto& [name, counts] : of) RC_ASSERT(differ_by_one_at_most(counts));
    }));
}

TEST(Split, is_drawn_again_from_its_seed) {
    EXPECT_TRUE(rc::check([](std::uint64_t seed) {
        const auto people = some_people();
        const auto groups = some_groups();
        RC_ASSERT(by_mixing(people, groups, seed) == by_mixing(people, groups, seed));
        RC_ASSERT(by_lot(people.size(), groups, seed) == by_lot(people.size(), groups, seed));
    }));
}

TEST(Split, gives_the_same_groups_on_every_machine) {
    EXPECT_EQ(by_lot(7, 3, 2569), (Seating{0, 1, 2, 0, 2, 2, 1}));
    EXPECT_EQ(by_mixing({"a", "a", "b", "", "c", "b", "a"}, 3, 43), (Seating{1, 0, 1, 1, 2, 0, 2}));
}

TEST(Split, of_two_seeds_is_not_the_same) {
    int same = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) same += by_lot(30, 5, seed) == by_lot(30, 5, seed + 1) ? 1 : 0;
    EXPECT_EQ(same, 0);
}

TEST(Split, seats_a_latecomer_where_fewest_sit_and_then_where_fewest_are_from_the_same_place) {
    EXPECT_EQ(place_for_latecomer({{6, 0}, {5, 2}, {5, 1}}), 2u);
    EXPECT_EQ(place_for_latecomer({{4, 1}, {4, 1}}), 0u);
}

}  // namespace circles
