#include "goals/goals_office.hpp"
#include "goals/set/shipped.hpp"

namespace goals {

namespace {

SetItem item(const char* code, const char* name = "") {
    SetItem item;
    item.code = {code};
    if (*name) item.name = {name};
    return item;
}

SetGroup group(const char* name, std::vector<SetItem> items) {
    SetGroup group;
    if (*name) group.name = {name};
    group.items = std::move(items);
    return group;
}

}  // namespace

TEST(Sets, keep_their_core_when_an_area_makes_them_its_own) {
    SetContent core;
    core.groups = {group("สุขภาพ", {item("a"), item("b")}), group("", {})};
    SetContent own;
    own.groups = {group("แข็งแรง", {item("b", "กินดี"), item("c")}), group("น้ำใจ", {item("a")}), group("ของเรา", {item("d")})};
    const auto merged = merge(&core, own);
    ASSERT_EQ(merged.size(), 3u);
    EXPECT_EQ(merged[0].name, "แข็งแรง");
    EXPECT_EQ(merged[0].core_name, "สุขภาพ");
    ASSERT_EQ(merged[0].items.size(), 3u);
    EXPECT_TRUE(merged[0].items[0].is_core);
    EXPECT_EQ(merged[0].items[1].name, "กินดี");
    EXPECT_TRUE(merged[0].items[1].is_core);
    EXPECT_FALSE(merged[0].items[2].is_core);
    EXPECT_EQ(merged[1].name, "น้ำใจ");
    EXPECT_TRUE(merged[1].items.empty()) << "what the core has elsewhere stays there";
    EXPECT_EQ(merged[2].items.at(0).code, "d");
}

TEST(Sets, name_an_indicator_once) {
    SetContent content;
    content.groups = {group("ก", {item("a")}), group("ข", {item("a")})};
    json::Errors errors;
    check(content, errors);
    ASSERT_EQ(errors.list().size(), 1u);
    EXPECT_EQ(errors.list()[0].pointer, "/groups/1/items/0/code");
}

TEST(Sets, that_are_shipped_are_whole) {
    ASSERT_EQ(shipped_sets().size(), 4u);
    for (const auto& set : shipped_sets()) {
        SCOPED_TRACE(set.key);
        std::set<std::string> codes;
        for (const auto& indicator : set.indicators) {
            SCOPED_TRACE(indicator.code);
            EXPECT_EQ(read_code(indicator.code), indicator.code);
            codes.insert(indicator.code);
            EXPECT_TRUE(!indicator.counter || fits(*indicator.counter, indicator.traits.value_or(set.traits)));
            json::Errors errors;
            const auto whole = completed(indicator.definition, set);
            json::read<Definition>(json::write(whole), errors);
            check_against(indicator.traits.value_or(set.traits), whole, errors);
            EXPECT_TRUE(errors.empty()) << json::write(whole);
            EXPECT_TRUE(whole.title_en);
            EXPECT_TRUE(whole.source);
        }
        EXPECT_EQ(codes_of(set.content), codes);
    }
}

OFFICE_TEST(GoalsOffice, sets_that_are_shipped_stand_in_the_dictionary_from_the_first_start) {
    EXPECT_EQ(plant_sets(office.database()), 4);
    EXPECT_EQ(plant_sets(office.database()), 0) << "once";
    const auto bmn = office.show_set(office.guest, "bmn_2560");
    ASSERT_EQ(bmn.groups.size(), 5u);
    std::vector<std::size_t> sizes;
    sizes.reserve(bmn.groups.size());
    for (const auto& each : bmn.groups) sizes.push_back(each.items.size());
    EXPECT_EQ(sizes, (std::vector<std::size_t>{7, 7, 5, 4, 8}));
    EXPECT_EQ(bmn.from_year, 2017);
    EXPECT_EQ(bmn.groups[0].items[0].indicator->title, "เด็กแรกเกิดมีน้ำหนัก 2,500 กรัมขึ้นไป");
    EXPECT_EQ(office.show(office.guest, "bmn_06").traits.unit, Unit::person);
    EXPECT_EQ(office.show(office.guest, "bmn_04").traits.unit, Unit::household);
    EXPECT_EQ(office.show_set(office.guest, "nine_slots").groups.size(), 9u);
    const auto happy = office.show(office.guest, "happy_family");
    EXPECT_EQ(happy.traits.calculation, Calculation::score);
    EXPECT_EQ(happy.definition.levels->size(), score_steps);
    EXPECT_EQ(office.guest.get("/api/indicators/happy_family/sets").as<std::vector<SetCard>>().at(0).key, "village_happiness");
    EXPECT_EQ(office.guest.get("/api/indicator-sets").as<std::vector<SetCard>>().size(), 4u);
    EXPECT_NE(office.guest.get("/indicators/sets").body.find("/indicators/sets/nine_slots"), std::string::npos);
    EXPECT_NE(office.guest.get("/indicators/sets/bmn_2560").body.find("ครอบครัวมีความอบอุ่น"), std::string::npos);
}

OFFICE_TEST(GoalsOffice, an_area_names_the_nine_places_itself_and_adds_what_it_measures) {
    plant_sets(office.database());
    office.new_indicator("saving");
    const auto made = office.editor.post("/api/indicator-sets",
                                         office.set_form(R"([{"name":"ออมดี","items":[{"code":"saving","name":"ออมทุกบ้าน","weight":2}]}])",
                                                         R"(,"base":"nine_slots","area":0)"));
    ASSERT_EQ(made.status, 201u) << made.body;
    const auto key = std::to_string(made.as<records::Envelope>().number);
    EXPECT_EQ(made.as<records::Envelope>().address, "/indicators/sets/" + key);
    const auto set = office.show_set(office.guest, key);
    ASSERT_EQ(set.groups.size(), 9u);
    EXPECT_EQ(set.groups[0].name, "ออมดี");
    EXPECT_EQ(set.groups[0].items.at(0).name, "ออมทุกบ้าน");
    EXPECT_EQ(set.groups[0].items.at(0).weight, 2);
    EXPECT_FALSE(set.groups[0].items.at(0).is_core);
    EXPECT_EQ(set.base->address, "/indicators/sets/nine_slots");
    EXPECT_EQ(office.show_set(office.guest, "nine_slots").adopted.at(0).title, "ความดีของบ้านเรา");
    EXPECT_EQ(office.editor.post("/api/indicator-sets", office.set_form("[]", R"(,"base":")" + key + "\"")).problem().errors.at(0).pointer,
              "/base");
}

OFFICE_TEST(GoalsOffice, a_set_has_a_version_from_each_year_in_which_it_changed) {
    office.new_indicator("one");
    office.new_indicator("two");
    const auto made = office.editor.post("/api/indicator-sets", office.set_form(R"([{"items":[{"code":"one"}]}])")).as<records::Envelope>();
    const auto path = "/api/indicator-sets/" + std::to_string(made.number);
    const auto change = R"({"content":{"title":"ความสุขของบ้านเรา","groups":[{"items":[{"code":"one"},{"code":"two"}]}]},"from_year":2024})";
    ASSERT_EQ(office.editor.put(path, change, made.version).status, 200u);
    EXPECT_EQ(office.editor.put(path, change, made.version).status, 412u);
    const auto now = office.show_set(office.guest, "1");
    EXPECT_EQ(now.record.title, "ความสุขของบ้านเรา");
    EXPECT_EQ(now.groups[0].items.size(), 2u);
    EXPECT_EQ(now.versions.size(), 2u);
    const auto then = office.show_set(office.guest, "1", "?year=2023");
    EXPECT_EQ(then.content.title.value, "ความดีของบ้านเรา");
    EXPECT_EQ(then.groups[0].items.size(), 1u);
}

OFFICE_TEST(GoalsOffice, a_code_that_nobody_knows_is_named_where_it_stands) {
    const auto problem =
        office.editor.post("/api/indicator-sets", office.set_form(R"([{"items":[]},{"items":[{"code":"ghost"}]}])")).problem();
    EXPECT_EQ(problem.errors.at(0).pointer, "/content/groups/1/items/0/code");
    EXPECT_EQ(problem.errors.at(0).code, "no_such_indicator");
}

}  // namespace goals
