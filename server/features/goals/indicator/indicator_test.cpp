#include "goals/goals_office.hpp"

namespace goals {

TEST(Indicator, a_code_is_kept_in_small_letters_and_thai_is_welcome) {
    EXPECT_EQ(read_code(" BMN_01 "), "bmn_01");
    EXPECT_EQ(read_code("ความดี.13"), "ความดี.13");
    EXPECT_EQ(read_code("pop-total"), "pop-total");
    EXPECT_EQ(read_code(std::string(64, 'a')), std::string(64, 'a'));
    for (const auto& wrong : {std::string(), std::string("  "), std::string("a b"), std::string("a/b"), std::string("100฿"),
                              std::string(".."), std::string(65, 'a'), std::string("<b>"), std::string("ก\x80")})
        EXPECT_FALSE(read_code(wrong)) << wrong;
}

TEST(Indicator, how_it_is_put_together_has_the_name_that_others_know) {
    EXPECT_EQ(aggregation_type(OverAreas::sum, OverTime::sum), "SUM");
    EXPECT_EQ(aggregation_type(OverAreas::sum, OverTime::average), "AVERAGE_SUM_ORG_UNIT");
    EXPECT_EQ(aggregation_type(OverAreas::average, OverTime::last), "LAST_AVERAGE_ORG_UNIT");
    EXPECT_EQ(aggregation_type(OverAreas::count, OverTime::count), "COUNT");
    EXPECT_EQ(aggregation_type(OverAreas::none, OverTime::none), "NONE");
    EXPECT_EQ(aggregation_type(OverAreas::min, OverTime::sum), "CUSTOM");
}

OFFICE_TEST(GoalsOffice, an_import_names_what_is_not_here_and_it_becomes_a_plain_sum) {
    const auto id = office.write([](db::Tx& tx) { return create_plain(tx, "ประชากร", areas::Level::subdistrict); });
    auto lease = office.database().read();
    const auto found = find_indicator(*lease, "ประชากร");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, id);
    EXPECT_EQ(found->level, areas::Level::subdistrict);
    EXPECT_EQ(found->calculation, Calculation::plain);
    EXPECT_EQ(aggregation_type(found->over_areas, found->over_time), "SUM");
    EXPECT_EQ(get_indicator(*lease, id).code, "ประชากร");
    EXPECT_FALSE(find_indicator(*lease, "ไม่มี"));
    const auto record = records::find(*lease, records::record_id(id));
    EXPECT_EQ(record->kind, "indicator");
    EXPECT_EQ(record->title, "ประชากร");
    EXPECT_EQ(record->address.find("/indicators/%E0%B8%9B"), 0u) << record->address;
    EXPECT_EQ(record->state, records::State::published);
    const auto definitions = list_definitions(*lease, id);
    ASSERT_EQ(definitions.size(), 1u);
    EXPECT_EQ(definitions[0].from_year, 2026);
}

OFFICE_TEST(GoalsOffice, a_code_is_nobodys_twice) {
    office.write([](db::Tx& tx) { create_plain(tx, "pop", areas::Level::village); });
    EXPECT_THROW(office.write([](db::Tx& tx) { create_plain(tx, "pop", areas::Level::village); }), db::Conflict);
}

OFFICE_TEST(GoalsOffice, an_indicator_is_in_the_dictionary_with_all_that_is_said_of_it) {
    const auto record = office.new_indicator("saving_20");
    EXPECT_EQ(record.address, "/indicators/saving_20");
    const auto shown = office.show(office.guest, "SAVING_20");
    EXPECT_EQ(shown.definition.threshold->value, "20 บาทต่อเดือน");
    EXPECT_EQ(shown.traits.factor, 100);
    EXPECT_EQ(shown.aggregation_type, "LAST");
    EXPECT_FALSE(shown.rights.edit);
    const auto page = office.guest.get("/indicators/saving_20");
    EXPECT_EQ(page.status, 200u);
    EXPECT_NE(page.body.find("ออมกับกลุ่มทุกเดือน"), std::string::npos);
    for (const auto* found : {"?text=SAVING", "?text=%E0%B8%81%E0%B8%A5%E0%B8%B8%E0%B9%88%E0%B8%A1", "?level=village&unit=household"})
        EXPECT_EQ(office.guest.get(std::string("/api/indicators") + found).as<http::List<IndicatorCard>>().items.size(), 1u) << found;
    for (const auto* missed : {"?text=nothing", "?level=province", "?text=%25"})
        EXPECT_TRUE(office.guest.get(std::string("/api/indicators") + missed).as<http::List<IndicatorCard>>().items.empty()) << missed;
    EXPECT_EQ(office.guest.get("/api/indicators/other").status, 404u);
}

OFFICE_TEST(GoalsOffice, a_long_dictionary_comes_page_by_page) {
    for (const auto* code : {"a1", "a2", "a3"}) office.new_indicator(code);
    const auto first = office.guest.get("/api/indicators?limit=2").as<http::List<IndicatorCard>>();
    ASSERT_EQ(first.items.size(), 2u);
    ASSERT_TRUE(first.next);
    const auto second = office.guest.get("/api/indicators?limit=2&after=" + *first.next).as<http::List<IndicatorCard>>();
    ASSERT_EQ(second.items.size(), 1u);
    EXPECT_FALSE(second.next);
}

OFFICE_TEST(GoalsOffice, a_definition_that_changes_keeps_what_it_was_and_says_what_is_new) {
    const auto record = office.new_indicator("saving");
    auto stricter = office.saving();
    stricter.threshold = {"50 บาทต่อเดือน"};
    const auto path = "/api/indicators/" + std::to_string(record.number);
    const auto changed = office.editor.put(path, office.redefinition(stricter, 2024, "ค่าครองชีพสูงขึ้น"), record.version);
    ASSERT_EQ(changed.status, 200u) << changed.body;
    EXPECT_EQ(office.editor.put(path, office.redefinition(stricter, 2024, ""), record.version).status, 412u) << "somebody was first";
    const auto now = office.show(office.guest, "saving");
    EXPECT_EQ(now.from_year, 2024);
    ASSERT_EQ(now.versions.size(), 2u);
    EXPECT_EQ(now.versions[0].changed, "ค่าครองชีพสูงขึ้น");
    EXPECT_EQ(now.versions[0].definition.threshold->value, "50 บาทต่อเดือน");
    EXPECT_EQ(now.versions[1].definition.threshold->value, "20 บาทต่อเดือน");
    EXPECT_EQ(office.show(office.guest, "saving", "?year=2023").definition.threshold->value, "20 บาทต่อเดือน");
    EXPECT_EQ(office.show(office.guest, "saving", "?year=1990").from_year, 2021) << "before all: the first";
    EXPECT_EQ(office.member.put(path, office.redefinition(stricter, 2025, ""), 2).status, 403u);
}

OFFICE_TEST(GoalsOffice, how_an_indicator_is_calculated_stays_once_somebody_has_reported) {
    const auto record = office.new_indicator("saving");
    const auto path = "/api/indicators/" + std::to_string(record.number);
    auto plain = office.redefinition(office.saving(), 2021, "");
    plain.replace(plain.find(R"("ratio","factor":100)"), std::string(R"("ratio","factor":100)").size(), R"("plain","factor":1)");
    office.write([&](db::Tx& tx) { get_series(tx, {record.id.value}, {base::PeriodKind::year, {2021, 1, 1}, {2021, 12, 31}}, ""); });
    EXPECT_EQ(office.editor.put(path, plain, 1).problem().errors.at(0).pointer, "/traits/calculation");
    EXPECT_EQ(office.editor.put(path, office.redefinition(office.saving(), 2021, ""), 1).status, 200u);
}

OFFICE_TEST(GoalsOffice, an_indicator_shows_the_figure_of_the_country_with_what_it_rests_on) {
    const auto record = office.new_indicator("saving");
    EXPECT_FALSE(office.show(office.guest, "saving").latest);
    office.write([&](db::Tx& tx) {
        const auto period = base::period_around({2021, 1, 1}, base::PeriodKind::year);
        const auto series = get_series(tx, {record.id.value}, period, "");
        const NewValue value{series, {8'80'01'21'001}, State::value, base::whole(3), base::whole(4)};
        store(tx, insert_entry(tx, {{}, "สำรวจ"}), Stage::approved, {&value, 1});
    });
    const auto latest = office.show(office.guest, "saving").latest;
    ASSERT_TRUE(latest);
    EXPECT_EQ(latest->period, "2021");
    EXPECT_EQ(latest->figure.value, base::whole(75));
    EXPECT_EQ(latest->figure.reported, 1);
}

OFFICE_TEST(GoalsOffice, numbers_of_an_indicator_that_one_may_not_read_are_not_there_either) {
    const auto record = office.new_indicator("saving");
    const auto* figures = "/api/figures?indicator=saving&area=TH&period=2564";
    EXPECT_EQ(office.guest.get(figures).body.find("unknown_indicator"), std::string::npos);
    office.write([&](db::Tx& tx) { records::set_audience(tx, record.id, {records::Visibility::members, {}, {}}); });
    EXPECT_NE(office.guest.get(figures).body.find("unknown_indicator"), std::string::npos);
    EXPECT_EQ(office.member.get(figures).body.find("unknown_indicator"), std::string::npos);
}

OFFICE_TEST(GoalsOffice, an_old_definition_that_is_mended_does_not_become_what_holds_now) {
    const auto record = office.new_indicator("saving");
    auto renamed = office.saving();
    renamed.title = {"ครัวเรือนที่ออมเงิน"};
    const auto path = "/api/indicators/" + std::to_string(record.number);
    EXPECT_EQ(office.editor.put(path, office.redefinition(renamed, 2024, ""), 1).status, 200u);
    auto mended = office.saving();
    mended.source = {"สมุดของกลุ่มออมทรัพย์"};
    EXPECT_EQ(office.editor.put(path, office.redefinition(mended, 2021, ""), 2).status, 200u);
    const auto now = office.show(office.guest, "saving");
    EXPECT_EQ(now.record.title, "ครัวเรือนที่ออมเงิน");
    EXPECT_EQ(now.versions.size(), 2u);
}

OFFICE_TEST(GoalsOffice, what_does_not_fit_together_is_named) {
    auto definition = office.saving();
    definition.levels = std::vector<base::Line>(score_steps, base::Line{"ดี"});
    definition.target_to = base::whole(5);
    const auto errors = office.editor.post("/api/indicators", office.indicator_form("a b", definition)).problem().errors;
    std::vector<std::string> named;
    named.reserve(errors.size());
    for (const auto& error : errors) named.push_back(error.pointer + " " + error.code);
    EXPECT_EQ(named, (std::vector<std::string>{"/definition/levels stays", "/definition/target_to stays", "/definition/target required",
                                               "/code not_a_code"}));
    definition.levels->pop_back();
    EXPECT_EQ(office.editor.post("/api/indicators", office.indicator_form("a", definition)).problem().errors.at(0).code, "needs_all_steps");
    office.new_indicator("saving");
    EXPECT_EQ(office.editor.post("/api/indicators", office.indicator_form("Saving", office.saving())).problem().errors.at(0).code, "taken");
    for (const auto* page : {"new", "sets"})
        EXPECT_EQ(office.editor.post("/api/indicators", office.indicator_form(page, office.saving())).problem().errors.at(0).pointer,
                  "/code");
}

}  // namespace goals
