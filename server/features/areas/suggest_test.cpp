#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>

#include "areas/area_queries.hpp"
#include "areas/places/places.hpp"
#include "db/testing.hpp"
#include "journal/journal.hpp"
#include "records/records.hpp"

namespace areas {

namespace {

struct Country {
    explicit Country(db::Engine engine)
        : database(engine, {journal::migrations(), records::migrations(), imports::migrations(), areas::migrations()}) {
        plant_tree(*database, {2026, 11, 21});
    }
    std::vector<Suggestion> suggest(std::string_view text, AreaId near = {}, base::Language language = base::Language::th) {
        return areas::suggest(*database->read(), {.text = text, .near = near, .limit = 10, .language = language});
    }
    db::testing::Fresh database;
};

// Nobody changes it, so one for each engine is enough.
Country& whole_country(db::Engine engine) {
    static std::map<db::Engine, std::unique_ptr<Country>> countries;
    auto& country = countries[engine];
    if (!country) country = std::make_unique<Country>(engine);
    return *country;
}

constexpr AreaId nakhon{6'800'000'000};
constexpr AreaId phitsanulok{3'650'000'000};

bool has(const std::vector<Suggestion>& suggestions, std::string_view code) {
    return std::ranges::any_of(suggestions, [&](const Suggestion& suggestion) { return suggestion.code == code; });
}

}  // namespace

EACH_ENGINE(SuggestAreas, tha_sak_in_three_key_strokes) {
    auto& country = whole_country(engine);
    const auto found = country.suggest("ทซก");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].code, "800121");
    EXPECT_EQ(found[0].title, "ตำบลท่าซัก");
    EXPECT_EQ(found[0].path, "ต.ท่าซัก อ.เมืองนครศรีธรรมราช จ.นครศรีธรรมราช");
}

EACH_ENGINE(SuggestAreas, what_lies_near_comes_first) {
    auto& country = whole_country(engine);
    EXPECT_TRUE(has(country.suggest("ท่า", nakhon), "800121"));
    EXPECT_EQ(country.suggest("ในเมือง", phitsanulok)[0].code, "650101");
}

EACH_ENGINE(SuggestAreas, the_exact_name_and_then_the_wide_before_the_narrow) {
    auto& country = whole_country(engine);
    EXPECT_EQ(country.suggest("ชลบุรี")[0].code, "20");
    EXPECT_EQ(country.suggest("เชียง")[0].level, Level::province);
    EXPECT_EQ(country.suggest("ใต้")[0].code, "south");
}

EACH_ENGINE(SuggestAreas, with_its_word_in_english_by_code_and_narrowed_down) {
    auto& country = whole_country(engine);
    EXPECT_EQ(country.suggest("ต.ท่าซัก")[0].code, "800121");
    EXPECT_EQ(country.suggest("Tha Sak", {}, base::Language::en)[0].title, "Tha Sak Subdistrict");
    EXPECT_EQ(country.suggest("tha sak", nakhon)[0].code, "800121");
    EXPECT_EQ(country.suggest("800121")[0].code, "800121");
    EXPECT_EQ(country.suggest("ในเมือง จ.พิษณุโลก")[0].code, "650101");
}

EACH_ENGINE(SuggestAreas, in_the_middle_of_a_name_when_none_begins_so) {
    auto& country = whole_country(engine);
    EXPECT_TRUE(has(country.suggest("ศรีธรรมราช"), "80"));
}

EACH_ENGINE(SuggestAreas, villages_after_the_tree) {
    Country country(engine);
    imports::Subjects subjects;
    add_subjects(subjects);
    const imports::Order order{.viewer = {.person = {}, .administrator = true}, .entered_by = {}, .today = {2026, 11, 21}};
    imports::bring_in(*country.database, subjects, order,
                      {"places", "villages.csv", "code,name\n70070401,บ้านวัดโบสถ์\n80012109,บ้านท่าซักน้อย\n"});
    EXPECT_EQ(country.suggest("บ้านวัดโบ").back().title, "หมู่ 1 บ้านวัดโบสถ์");
    EXPECT_EQ(country.suggest("ท่าซัก")[0].code, "800121");
    EXPECT_EQ(country.suggest("ท่าซัก")[1].code, "80012109");
}

EACH_ENGINE(SuggestAreas, nothing_for_nothing_and_for_nonsense) {
    auto& country = whole_country(engine);
    EXPECT_TRUE(country.suggest("").empty());
    EXPECT_TRUE(country.suggest("ฎฎฎฎฎฎ").empty());
    EXPECT_TRUE(country.suggest(std::string(100'000, 'x')).empty());
}

EACH_ENGINE(Tree, planting_twice_changes_nothing_and_both_engines_order_alike) {
    auto& country = whole_country(engine);
    EXPECT_EQ(plant_tree(*country.database, {2026, 11, 22}), 0);
    const auto inside = lineage(*country.database->read(), {6'800'121'000});
    ASSERT_EQ(inside.size(), 5u);
    EXPECT_EQ(inside.front().code, "th");
    EXPECT_EQ(inside.back().name, "ท่าซัก");
    EXPECT_EQ(find(*country.database->read(), "800121")->valid_from, (base::Date{2021, 12, 31}));
}

EACH_ENGINE(Tree, what_is_no_more_is_found_by_its_code_but_neither_suggested_nor_listed) {
    auto& country = whole_country(engine);
    auto session = country.database->read();
    auto& db = *session;
    const auto ban_chan = find(db, "500306");
    ASSERT_TRUE(ban_chan);
    EXPECT_EQ(ban_chan->valid_to, (base::Date{2009, 12, 25}));
    ASSERT_EQ(list_successors(db, ban_chan->id).size(), 1u);
    EXPECT_EQ(list_successors(db, ban_chan->id)[0].code, "502501");
    EXPECT_EQ(list_predecessors(db, list_successors(db, ban_chan->id)[0].id)[0].code, "500306");
    EXPECT_FALSE(has(country.suggest("บ้านจันทร์"), "500306"));
    EXPECT_TRUE(has(country.suggest("บ้านจันทร์"), "502501"));
    for (const auto& inside : list_inside(db, *parent_of(ban_chan->id))) EXPECT_NE(inside.code, "500306");
    const auto lives = list_lives(db);
    EXPECT_EQ(lives.at("500306").ends_on, ban_chan->valid_to);
    EXPECT_EQ(lives.at("502501").begins_on, (base::Date{2009, 12, 26}));
    EXPECT_EQ(lives.at("th").id, AreaId{0});
}

}  // namespace areas
