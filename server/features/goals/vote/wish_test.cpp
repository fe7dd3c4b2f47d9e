#include "goals/board/board.hpp"
#include "goals/vote/wishing_office.hpp"

namespace goals {

void WishingOffice::add_area(db::Tx& tx, base::AreaId id, std::string_view code, std::string_view level) {
    tx.run(
        "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, search_key,"
        " search_key_en, consonants) VALUES ($1, $2, $3, $4, $3, $3, 'none', '2021-12-31', $5, $6, $5, $5, $5)",
        id, base::last_of(id), code, level, db::Blob{std::string(code)}, id.value % 1'000 != 0);
}

OFFICE_TEST(WishingOffice, a_wish_becomes_a_goal_that_is_measured_from_where_it_began) {
    office.measure(2021, village_1, 40, 100);
    const auto beginning = office.guest.get("/api/goals/beginning?indicator=saving&area=6010101000").as<Beginning>();
    EXPECT_EQ(beginning.latest->figure.value, whole(40));
    EXPECT_EQ(beginning.latest->period, "2021");
    const auto goal = office.new_goal(subdistrict);
    EXPECT_EQ(goal.address, "/goals/1");
    auto shown = office.show_goal(office.guest, goal);
    EXPECT_EQ(shown.wish, "อยากเห็นคนในตำบลไม่มีหนี้สิน");
    EXPECT_EQ(shown.goal.standing, GoalState::proposed);
    EXPECT_EQ(shown.goal.ladder->progress, Progress::not_measured) << "the number of the baseline's own year is where it began";
    office.measure(2023, village_1, 70, 100);
    office.measure(2023, village_2, 30, 100);
    shown = office.show_goal(office.guest, goal);
    EXPECT_EQ(shown.goal.ladder->progress, Progress::closer);
    EXPECT_EQ(shown.goal.ladder->latest->figure.value, whole(50));
    EXPECT_EQ(shown.goal.ladder->latest->figure.reported, 2);
    EXPECT_EQ(shown.measured.size(), 2u);
    EXPECT_NE(office.guest.get("/goals/1").body.find("อยากเห็นคนในตำบล"), std::string::npos);
    EXPECT_NE(office.guest.get("/goals").body.find("/goals/1"), std::string::npos);
}

OFFICE_TEST(WishingOffice, a_goal_shows_the_groups_that_were_counted_apart_in_its_newest_year) {
    auto definition = office.saving();
    definition.groups = std::vector<base::Line>{{"หัวหน้าหญิง"}, {"หัวหน้าชาย"}, {"ไม่ตอบ"}};
    ASSERT_EQ(office.editor.post("/api/indicators", office.indicator_form("by_head", definition)).status, 201u);
    const auto goal = office.new_goal(subdistrict, R"(,"indicator":"by_head","targets":[{"period":"2568","value":90}])");
    office.write([&](db::Tx& tx) {
        const base::ReportingPeriod period{base::PeriodKind::year, {2023, 1, 1}, {2023, 12, 31}};
        const auto entry = insert_entry(tx, {.by = {}, .source = "test"});
        for (const auto& [group, saving, of] :
             std::vector<std::tuple<const char*, int, int>>{{"", 60, 100}, {"หัวหน้าหญิง", 35, 50}, {"หัวหน้าชาย", 25, 50}}) {
            const NewValue value{get_series(tx, find_indicator(tx, "by_head")->id, period, group), village_1, State::value, whole(saving),
                                 whole(of)};
            store(tx, entry, Stage::approved, {&value, 1});
        }
    });
    const auto shown = office.show_goal(office.guest, goal);
    ASSERT_EQ(shown.groups.size(), 2u) << "who was not counted has no number";
    EXPECT_EQ(shown.groups[0].name, "หัวหน้าหญิง");
    EXPECT_EQ(shown.groups[0].figure.value, whole(70));
}

OFFICE_TEST(WishingOffice, a_goal_can_be_a_wish_alone_and_is_completed_later) {
    const auto goal = office.new_goal(subdistrict, R"(,"targets":[])");
    EXPECT_FALSE(office.show_goal(office.guest, goal).goal.ladder);
    const auto change = R"({"content":{"title":"ทุกบ้านมีเงินออม","area":6010101000)" + office.ladder() + "}}";
    EXPECT_EQ(office.member.put("/api/goals/1", change, goal.version).status, 403u);
    ASSERT_EQ(office.editor.put("/api/goals/1", change, goal.version).status, 200u);
    EXPECT_EQ(office.editor.put("/api/goals/1", change, goal.version).status, 412u);
    EXPECT_EQ(office.show_goal(office.guest, goal).goal.ladder->targets.size(), 2u);
}

OFFICE_TEST(WishingOffice, people_support_a_goal_villages_vote_on_it_and_what_was_decided_stands) {
    const auto goal = office.new_goal(subdistrict);
    EXPECT_EQ(office.guest.put("/api/goals/1/support", "").status, 401u);
    EXPECT_EQ(office.member.put("/api/goals/1/support", "").as<ShownGoal>().goal.supports, 1);
    EXPECT_EQ(office.member.put("/api/goals/1/support", "").as<ShownGoal>().goal.supports, 1) << "once a person";
    EXPECT_EQ(office.show_goal(office.guest, goal).goal.standing, GoalState::supported);
    const auto voted = office.editor.post("/api/goals/1/votes", office.vote("80010101", R"("yes":41,"no":3,"abstain":2)"));
    ASSERT_EQ(voted.status, 200u) << voted.body;
    const auto counted = voted.as<ShownGoal>();
    EXPECT_EQ(counted.goal.standing, GoalState::voted);
    EXPECT_EQ(counted.votes.villages_counted, 1);
    EXPECT_EQ(counted.votes.villages, 2);
    EXPECT_EQ(office.member.post("/api/goals/1/votes", office.vote("80010102", R"("yes":1,"no":0,"abstain":0)")).status, 403u);
    const auto decision = R"({"decision":"adopted","on":"2026-11-21","meeting":"ประชาคมตำบล"})";
    ASSERT_EQ(office.editor.put("/api/goals/1/decision", decision, counted.record.version).status, 200u);
    const auto shown = office.show_goal(office.guest, goal);
    EXPECT_EQ(shown.goal.standing, GoalState::adopted);
    EXPECT_EQ(shown.decision.meeting, "ประชาคมตำบล");
    EXPECT_EQ(office.editor.put("/api/goals/1/decision", R"({"decision":"open"})", shown.record.version).status, 200u);
    EXPECT_EQ(office.show_goal(office.guest, goal).goal.standing, GoalState::voted) << "back to what people did";
}

OFFICE_TEST(WishingOffice, a_count_that_is_put_right_keeps_what_stood_there_and_why) {
    const auto goal = office.new_goal(subdistrict);
    office.editor.post("/api/goals/1/votes", office.vote("80010101", R"("yes":14,"no":3,"abstain":2)"));
    const auto right = R"("yes":41,"no":3,"abstain":2)";
    EXPECT_EQ(office.editor.post("/api/goals/1/votes", office.vote("80010101", right)).status, 412u) << "somebody has keyed it in already";
    EXPECT_EQ(office.editor.post("/api/goals/1/votes", office.vote("80010101", right, 1)).problem().errors.at(0).pointer, "/reason");
    ASSERT_EQ(office.editor.post("/api/goals/1/votes", office.vote("80010101", right, 1, R"(,"reason":"สลับตัวเลข")")).status, 200u);
    const auto votes = office.show_goal(office.guest, goal).votes;
    EXPECT_EQ(votes.yes, 41);
    ASSERT_EQ(votes.places.size(), 1u);
    EXPECT_EQ(votes.places[0].stands.reason, "สลับตัวเลข");
    EXPECT_EQ(votes.places[0].earlier.at(0).yes, 14);
    const auto twice = office.editor.post("/api/goals/1/votes", office.vote("800101", right)).problem();
    EXPECT_EQ(twice.errors.at(0).code, "counted_already") << "the village's ballots are in the subdistrict's";
    EXPECT_EQ(office.editor.post("/api/goals/1/votes", office.vote("th", right)).problem().errors.at(0).code, "not_in_area");
}

OFFICE_TEST(WishingOffice, what_is_decided_takes_no_more_ballots_until_it_is_opened_again) {
    const auto goal = office.new_goal(subdistrict);
    const auto hands = R"("way":"hands","yes":41,"no":3,"abstain":2)";
    const auto counted = office.editor.post("/api/goals/1/votes", office.vote("80010101", hands)).as<ShownGoal>();
    EXPECT_EQ(counted.votes.places.at(0).stands.way, VoteWay::hands);
    const auto decision = R"({"decision":"adopted","on":"2026-11-21"})";
    ASSERT_EQ(office.editor.put("/api/goals/1/decision", decision, goal.version).status, 200u);
    const auto more = office.vote("80010102", R"("yes":1,"no":0,"abstain":0)");
    EXPECT_EQ(office.editor.post("/api/goals/1/votes", more).code(), "vote_closed");
    const auto version = office.show_goal(office.guest, goal).record.version;
    ASSERT_EQ(office.editor.put("/api/goals/1/decision", R"({"decision":"open"})", version).status, 200u);
    EXPECT_EQ(office.editor.post("/api/goals/1/votes", more).as<ShownGoal>().votes.places.at(1).stands.way, VoteWay::paper);
}

OFFICE_TEST(WishingOffice, a_main_goal_tells_how_many_of_its_sub_goals_are_where_and_hides_none) {
    const auto main = office.new_goal(district);
    const auto inside = R"(,"parent":)" + std::to_string(main.id.value);
    const auto first = office.new_goal(village_1, office.ladder() + inside);
    office.new_goal(village_2, office.ladder() + inside);
    office.new_goal(subdistrict, R"(,"targets":[])" + inside);
    office.measure(2023, village_1, 95, 100);
    const auto shown = office.show_goal(office.guest, main);
    ASSERT_EQ(shown.sub_goals.size(), 3u);
    EXPECT_EQ(shown.tally.goals, 3);
    EXPECT_EQ(shown.tally.reached, 1);
    EXPECT_EQ(shown.tally.not_measured, 1);
    EXPECT_EQ(shown.tally.no_target, 1);
    EXPECT_EQ(office.show_goal(office.guest, first).parent->address, main.address);
    const auto third =
        office.editor.post("/api/goals", office.form(village_1, R"(,"targets":[],"parent":)" + std::to_string(first.id.value)));
    EXPECT_EQ(third.problem().errors.at(0).code, "not_a_main_goal");
    const auto river = office.guest.get("/api/records/" + std::to_string(first.id.value) + "/river");
    EXPECT_NE(river.body.find("part_of"), std::string::npos);
}

OFFICE_TEST(WishingOffice, a_goal_is_traced_to_where_it_was_said) {
    const auto before = office.new_goal(district);
    const auto made =
        office.editor.post("/api/goals", office.form(subdistrict, R"(,"targets":[])", R"(,"from":)" + std::to_string(before.id.value)));
    ASSERT_EQ(made.status, 201u) << made.body;
    const auto river = office.guest.get("/api/records/" + std::to_string(made.as<records::Envelope>().id.value) + "/river");
    EXPECT_NE(river.body.find("led_to"), std::string::npos);
    EXPECT_EQ(
        office.editor.post("/api/goals", office.form(subdistrict, R"(,"targets":[])", R"(,"from":77)")).problem().errors.at(0).pointer,
        "/from");
}

OFFICE_TEST(WishingOffice, what_is_wrong_with_a_goal_is_named_where_it_stands) {
    const auto wrong = [&](const std::string& more) {
        const auto error = office.editor.post("/api/goals", office.form(subdistrict, more)).problem().errors.at(0);
        return error.pointer + " " + error.code;
    };
    EXPECT_EQ(wrong(R"(,"indicator":"ghost","targets":[])"), "/content/indicator no_such_indicator");
    EXPECT_EQ(wrong(R"(,"targets":[],"partners":[77])"), "/content/partners/0 unknown_organisation");
    EXPECT_EQ(wrong(R"(,"indicator":"saving","targets":[{"period":"2566","value":1,"value_to":2}])"),
              "/content/targets/0/value_to only_of_a_band");
    EXPECT_EQ(wrong(R"(,"indicator":"saving","targets":[{"period":"เมื่อไรก็ได้","value":1}])"), "/content/targets/0/period no_period");
    EXPECT_EQ(office.member.post("/api/goals", office.form(subdistrict, R"(,"targets":[])")).status, 403u);
}

OFFICE_TEST(WishingOffice, a_place_finds_its_goals_and_those_of_what_lies_in_it) {
    office.new_goal(district, R"(,"targets":[])");
    office.new_goal(village_1, R"(,"targets":[])");
    const auto find = [&](const std::string& wish) { return office.guest.get("/api/goals" + wish).as<http::List<GoalCard>>(); };
    EXPECT_EQ(find("").items.size(), 2u);
    EXPECT_EQ(find("?area=6010101000").items.at(0).number, 2);
    EXPECT_EQ(find("?area=6010101000").items.size(), 1u);
    EXPECT_EQ(find("?text=%E0%B8%AB%E0%B8%99%E0%B8%B5%E0%B9%89").items.size(), 2u) << "what was wished is found too";
    EXPECT_EQ(find("?limit=1").next, std::to_string(find("").items.at(0).id.value));
}

OFFICE_TEST(WishingOffice, cards_are_written_moved_and_done_on_the_board_and_found_by_search) {
    office.new_goal(subdistrict);
    const auto add = [&](const std::string& form) {
        const auto reply = office.editor.post("/api/goals/1/cards", form);
        EXPECT_EQ(reply.status, 201u) << reply.body;
        return reply.as<BoardCard>();
    };
    add(R"({"stage":"problem","words":"หนี้นอกระบบ"})");
    const auto second = add(R"({"stage":"problem","words":"รายจ่ายฟุ่มเฟือย"})");
    const auto way = add(R"({"stage":"way","words":"ทำบัญชีครัวเรือน","who":"กลุ่มออมทรัพย์","purpose":"รู้รายจ่าย","due_on":"2027-01-31"})");
    const auto path = [](const BoardCard& card) { return "/api/goals/1/cards/" + std::to_string(card.id.value); };
    const auto moved = office.editor.put(path(second) + "/place", R"({"stage":"cause","place":0})").as<std::vector<BoardCard>>();
    EXPECT_EQ(std::ranges::find(moved, second.id, &BoardCard::id)->stage, Column::cause);
    const auto done = R"({"stage":"way","words":"ทำบัญชีครัวเรือน","who":"กลุ่มออมทรัพย์","done_on":"2026-11-20","version":1})";
    ASSERT_EQ(office.editor.put(path(way), done).status, 200u);
    EXPECT_EQ(office.editor.put(path(way), done).status, 412u) << "somebody has changed it since";
    const auto shown = office.guest.get("/api/goals/1").as<ShownGoal>();
    EXPECT_EQ(shown.goal.ways, 1);
    EXPECT_EQ(shown.goal.ways_done, 1);
    EXPECT_EQ(office.editor.del(path(second)).status, 204u);
    EXPECT_EQ(office.guest.get("/api/goals/1/cards").as<std::vector<BoardCard>>().size(), 2u);
    const auto found = office.database().read()->one<std::int64_t>("SELECT count(*) FROM records_v_texts WHERE body LIKE '%บัญชีครัวเรือน%'");
    EXPECT_EQ(found, 1);
}

}  // namespace goals
