#include "goals/dashboard/dashboard_office.hpp"

namespace goals {

void DashboardOffice::add_area(db::Tx& tx, base::AreaId id, std::string_view code, std::string_view level) {
    tx.run(
        "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
        " search_key_en, consonants) VALUES ($1, $2, $3, $4, $3, $3, 'none', '2021-12-31', $5, $6, $5, $5, $5)",
        id, base::last_of(id), code, level, db::Blob{std::string(code)}, id.value % 1'000 != 0);
}

namespace {

std::vector<std::string> faults(const DashboardContent& content) {
    json::Errors errors;
    check(content, errors);
    std::vector<std::string> found;
    for (const auto& error : errors.list()) found.push_back(error.pointer + " " + std::string(error.code));
    return found;
}

Block block(BlockLook look, std::vector<base::Text<1, 64>> indicators = {}) {
    Block made;
    made.look = look;
    if (!indicators.empty()) made.indicators = std::move(indicators);
    return made;
}

DashboardContent with(std::vector<Block> blocks) {
    DashboardContent content;
    content.title = {"ตัวเลขของเรา"};
    content.blocks = std::move(blocks);
    return content;
}

constexpr const char* all_looks =
    R"([{"look":"number","width":"half","indicators":["saving"]},{"look":"trend","width":"half","indicators":["saving"]},)"
    R"({"look":"bars","width":"full","indicators":["saving"]},{"look":"multiples","width":"full","indicators":["saving"],"newest":3},)"
    R"({"look":"table","width":"full","indicators":["saving"],"by":"periods"},{"look":"text","width":"full","text":"# น้ำ <script>alert(1)</script>"}])";

}  // namespace

TEST(Dashboards, name_what_a_picture_lacks) {
    auto ladder = block(BlockLook::ladder);
    auto trend = block(BlockLook::trend, {{"a"}});
    trend.period = {"2567/68"};
    EXPECT_EQ(faults(with({block(BlockLook::number), ladder, block(BlockLook::text), trend})),
              (std::vector<std::string>{"/blocks/0/indicators required", "/blocks/1/goal required", "/blocks/2/text required",
                                        "/blocks/3/period two_years"}));
    EXPECT_EQ(faults(with({block(BlockLook::bars, {{"a"}, {"b"}})})), std::vector<std::string>{"/blocks/0/indicators too_many_values"});
    EXPECT_EQ(faults(with({block(BlockLook::number, {{"a"}})})), std::vector<std::string>{});
}

TEST(Dashboards, exceptions_are_of_indicators_or_of_a_whole_set) {
    auto of_a_set = block(BlockLook::exceptions);
    EXPECT_EQ(faults(with({of_a_set})), std::vector<std::string>{"/blocks/0/indicators required"});
    of_a_set.set = {"bmn_2560"};
    EXPECT_EQ(faults(with({of_a_set})), std::vector<std::string>{});
    EXPECT_EQ(faults(with({of_a_set, block(BlockLook::exceptions, {{"a"}}), of_a_set})),
              std::vector<std::string>{"/blocks/2/set one_whole_set"});
    EXPECT_EQ(faults(with(std::vector<Block>(40, of_a_set))), std::vector<std::string>{"/blocks too_many_values"});
}

TEST(Dashboards, are_no_larger_than_a_page_can_show) {
    EXPECT_EQ(faults(with(std::vector<Block>(200, block(BlockLook::number, {{"a"}})))),
              std::vector<std::string>{"/blocks too_many_values"});
    auto table = block(BlockLook::table, std::vector<base::Text<1, 64>>(20, {"a"}));
    table.by = BlockBy::periods;
    table.newest = {24};
    EXPECT_EQ(faults(with({table})), std::vector<std::string>{"/blocks too_many_numbers"});
}

OFFICE_TEST(DashboardOffice, one_reply_holds_all_numbers_of_a_dashboard_of_the_area_that_its_reader_chose) {
    office.tell("2567", village_1, 40);
    office.tell("2568", village_1, 60);
    office.tell("2568", village_2, 20);
    const auto record = office.make(all_looks);
    auto& guest = office.guest;
    const auto shown = DashboardOffice::see(guest, record);
    ASSERT_EQ(shown.blocks.size(), 6u);
    const auto& number = shown.blocks[0].indicators.front();
    ASSERT_EQ(number.periods.size(), 2u);
    EXPECT_EQ(number.rows.front().cells.back().value, base::whole(40));
    EXPECT_EQ(number.rows.front().cells.back().reported, 2);
    EXPECT_EQ(number.rows.front().cells.back().expected, 3);
    const auto& bars = shown.blocks[2];
    ASSERT_EQ(bars.areas.size(), 4u);
    EXPECT_EQ(bars.indicators.front().rows[2].cells.front().value, base::whole(20));
    EXPECT_EQ(bars.indicators.front().rows[3].cells.front().found, Found::missing);
    const auto village = DashboardOffice::see(guest, record, "?area=80010101");
    EXPECT_EQ(village.blocks[0].indicators.front().rows.front().cells.back().value, base::whole(60));
    EXPECT_EQ(guest.get("/api" + record.address + "?area=999999").status, 422u);
}

OFFICE_TEST(DashboardOffice, a_number_of_one_to_four_people_stays_hidden_on_a_dashboard) {
    const auto people = GoalsOffice::percent();
    auto traits = people;
    traits.unit = Unit::person;
    const auto reply = office.editor.post("/api/indicators", R"({"owner":)" + std::to_string(office.organisation.value) +
                                                                 R"(,"code":"ill","traits":)" + json::write(traits) + R"(,"definition":)" +
                                                                 json::write(GoalsOffice::saving()) + R"(,"from_year":2021})");
    ASSERT_EQ(reply.status, 201u) << reply.body;
    office.tell("2568", village_1, 3, 4, "ill");
    office.tell("2568", village_2, 60, 100, "ill");
    office.tell("2568", village_3, 50, 100, "ill");
    const auto record = office.make(R"([{"look":"bars","width":"full","indicators":["ill"]}])");
    const auto shown = DashboardOffice::see(office.editor, record);
    const auto& cell = shown.blocks.front().indicators.front().rows[1].cells.front();
    EXPECT_EQ(cell.found, Found::hidden);
    EXPECT_FALSE(cell.value);
}

OFFICE_TEST(DashboardOffice, what_a_block_names_is_there_when_it_is_written_and_may_go_without_the_page) {
    EXPECT_EQ(office.editor.post("/api/dashboards", office.form(R"([{"look":"number","width":"half","indicators":["nothing"]}])")).status,
              422u);
    EXPECT_EQ(office.editor.post("/api/dashboards", office.form(R"([{"look":"ladder","width":"half","goal":12345}])")).status, 422u);
    EXPECT_EQ(
        office.editor.post("/api/dashboards", office.form(R"([{"look":"number","width":"half","indicators":["saving"],"area":5}])")).status,
        422u);
    const auto record = office.make(R"([{"look":"number","width":"half","indicators":["saving"]}])");
    office.write([&](db::Tx& tx) {
        tx.run("UPDATE goals_dashboards SET blocks = $1", R"([{"look":"number","width":"half","indicators":["gone"]}])");
    });
    const auto shown = DashboardOffice::see(office.editor, record);
    EXPECT_EQ(shown.blocks.front().fault, BlockFault::no_such_indicator);
    office.write([&](db::Tx& tx) { tx.run("UPDATE goals_dashboards SET blocks = 'nothing that is JSON'"); });
    EXPECT_TRUE(DashboardOffice::see(office.editor, record).blocks.empty());
}

OFFICE_TEST(DashboardOffice, a_dashboard_is_changed_on_top_of_what_stands_and_an_earlier_one_comes_back) {
    const auto record = office.make(R"([{"look":"number","width":"half","indicators":["saving"]}])");
    const auto change = R"({"content":{"title":"ใหม่","area":0,"blocks":[]}})";
    const auto changed = office.editor.put("/api" + record.address, change, record.version);
    ASSERT_EQ(changed.status, 200u) << changed.body;
    EXPECT_EQ(office.editor.put("/api" + record.address, change, record.version).status, 412u);
    const auto now = changed.as<records::Envelope>();
    const auto back =
        office.editor.put("/api" + record.address + "/version", R"({"version":)" + std::to_string(record.version) + "}", now.version);
    ASSERT_EQ(back.status, 200u) << back.body;
    const auto shown = DashboardOffice::see(office.editor, record);
    EXPECT_EQ(shown.record.title, "ตัวเลขของเรา");
    EXPECT_EQ(shown.blocks.size(), 1u);
}

OFFICE_TEST(DashboardOffice, a_preview_shows_what_is_not_saved_and_the_page_is_readable_without_scripts) {
    office.tell("2568", village_1, 60);
    const auto preview = office.editor.post("/api/dashboards/preview",
                                            R"({"area":6010101000,"blocks":[{"look":"number","width":"half","indicators":["saving"]}]})");
    ASSERT_EQ(preview.status, 200u) << preview.body;
    EXPECT_EQ(preview.as<std::vector<ShownBlock>>().front().indicators.front().rows.front().cells.back().value, base::whole(60));
    const auto record = office.make(all_looks);
    const auto page = office.guest.get(record.address);
    EXPECT_EQ(page.status, 200u);
    EXPECT_NE(page.body.find("60"), std::string::npos);
    EXPECT_EQ(page.body.find("<script>alert"), std::string::npos);
    EXPECT_EQ(office.guest.get("/dashboards").status, 200u);
}

OFFICE_TEST(DashboardOffice, lists_find_a_dashboard_by_its_words_and_its_area) {
    office.make("[]");
    auto& guest = office.guest;
    const auto found = [&](const std::string& wish) {
        return guest.get("/api/dashboards" + wish).as<http::List<DashboardCard>>().items.size();
    };
    EXPECT_EQ(found(""), 1u);
    EXPECT_EQ(found("?area=6010101000"), 1u);
    EXPECT_EQ(found("?area=1000000000"), 0u);
    EXPECT_EQ(found("?text=%25"), 0u);
}

}  // namespace goals
