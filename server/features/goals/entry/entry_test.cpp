#include <algorithm>

#include "goals/entry/entry_office.hpp"
#include "goals/entry/stages.hpp"
#include "goals/indicator/shown_indicator.hpp"
#include "goals/rollup/verify.hpp"

namespace goals {

static bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

OFFICE_TEST(EntryOffice, what_a_contributor_types_waits_and_the_figure_is_there_when_a_steward_approves_it) {
    EXPECT_EQ(EntryOffice::typed(office.contributor, EntryOffice::cell("80012101", "๑,๒๐๐")), "imported");
    EXPECT_EQ(EntryOffice::typed(office.contributor, EntryOffice::cell("80012102", "0")), "imported");
    EXPECT_EQ(EntryOffice::typed(office.contributor, EntryOffice::cell("80012103", "ไม่ได้ถาม")), "imported");
    EXPECT_EQ(office.figure(), "nothing");
    const auto waiting = EntryOffice::waiting(office.editor);
    ASSERT_EQ(waiting.batches.size(), 1u);
    EXPECT_EQ(waiting.batches[0].drafts, 3);
    EXPECT_TRUE(has(EntryOffice::moved(office.editor, EntryOffice::batch("check", "800121")), "\"moved\":3"));
    EXPECT_EQ(office.figure(), "nothing");
    EXPECT_TRUE(has(EntryOffice::moved(office.steward, EntryOffice::batch("approve", "800121")), "\"moved\":3"));
    EXPECT_EQ(office.figure(), "1200");
    EXPECT_EQ(office.figure("th"), "1200");
    EXPECT_TRUE(EntryOffice::waiting(office.editor).batches.empty());
    EXPECT_TRUE(verify_rollups(office.database()).whole());
}

OFFICE_TEST(EntryOffice, the_newest_period_of_an_indicator_is_one_that_counts) {
    const auto latest = [&] { return office.contributor.get("/api/indicators/people").as<ShownIndicator>().latest; };
    EntryOffice::typed(office.contributor, EntryOffice::cell("80012101", "5"));
    EXPECT_FALSE(latest());
    EntryOffice::moved(office.editor, EntryOffice::batch("check", "800121"));
    EntryOffice::moved(office.steward, EntryOffice::batch("approve", "800121"));
    EXPECT_TRUE(latest());
}

OFFICE_TEST(EntryOffice, what_subdistricts_report_waits_together_in_their_district) {
    office.write([](db::Tx& tx) { create_plain(tx, "halls", areas::Level::subdistrict); });
    const auto halls = [](const std::string& area) { return R"({"indicator":"halls","area":")" + area + R"(","value":"1"})"; };
    EXPECT_EQ(EntryOffice::typed(office.contributor, halls("800121")), "imported");
    ASSERT_EQ(EntryOffice::waiting(office.editor).batches.size(), 1u);
    EXPECT_EQ(EntryOffice::waiting(office.editor).batches[0].area.code, "800121") << "what they look after, and no more";
    ASSERT_EQ(office.administrator.post("/api/figures/keepers", office.keeper("8001")).status, 204u);
    EXPECT_EQ(EntryOffice::typed(office.contributor, halls("800101")), "imported");
    EXPECT_EQ(EntryOffice::typed(office.contributor, halls("800103")), "imported");
    const auto waiting = EntryOffice::waiting(office.editor);
    const auto district = std::ranges::find(waiting.batches, "8001", [](const WaitingBatch& batch) { return batch.area.code; });
    ASSERT_NE(district, waiting.batches.end());
    EXPECT_EQ(district->drafts, 3);
    const std::string check = R"({"move":"check","batches":[{"indicator":"halls","area":"8001","period":"2564"}]})";
    EXPECT_TRUE(has(EntryOffice::moved(office.editor, check), "\"moved\":3"));
}

OFFICE_TEST(EntryOffice, each_step_is_for_those_whose_it_is) {
    EXPECT_TRUE(has(EntryOffice::typed(office.stranger, EntryOffice::cell("80012101", "5")), "refused"));
    EXPECT_TRUE(has(EntryOffice::typed(office.member, EntryOffice::cell("80012101", "5")), "refused"));
    EXPECT_EQ(office.member.get("/api/figures/entry?indicators=people&period=2564&area=800121").code(), "not_a_keeper");
    EntryOffice::typed(office.contributor, EntryOffice::cell("80012101", "5"));
    EXPECT_TRUE(has(EntryOffice::moved(office.contributor, EntryOffice::batch("check", "800121")), "not_an_approver"));
    EXPECT_TRUE(has(EntryOffice::moved(office.stranger, EntryOffice::batch("check", "800121")), "not_a_keeper"));
    EntryOffice::moved(office.editor, EntryOffice::batch("check", "800121"));
    EXPECT_TRUE(has(EntryOffice::moved(office.editor, EntryOffice::batch("approve", "800121")), "not_an_approver"));
    EXPECT_EQ(office.contributor.post("/api/figures/keepers", office.keeper("80")).status, 403u);
    // Outside what the organisation looks after nobody of it enters.
    EXPECT_TRUE(has(EntryOffice::typed(office.steward, EntryOffice::cell("800101", "5")), "refused"));
}

OFFICE_TEST(EntryOffice, nobody_approves_what_they_entered_unless_they_are_the_only_one_who_may) {
    EntryOffice::typed(office.steward, EntryOffice::cell("80012101", "5"));
    EntryOffice::moved(office.steward, EntryOffice::batch("check", "800121"));
    const auto second = office.new_person("สมมติ ผู้อนุมัติคนที่สอง");
    office.give_role(second, office.organisation, records::Role::steward);
    EXPECT_TRUE(has(EntryOffice::moved(office.steward, EntryOffice::batch("approve", "800121")), "own_entry"));
    office.give_role(second, office.organisation, records::Role::none);
    EXPECT_TRUE(has(EntryOffice::moved(office.steward, EntryOffice::batch("approve", "800121")), "\"alone\":1"));
    EXPECT_EQ(office.figure(), "5");
}

OFFICE_TEST(EntryOffice, an_approver_who_is_removed_leaves_what_they_approved_as_it_is) {
    EntryOffice::typed(office.contributor, EntryOffice::cell("80012101", "5"));
    EntryOffice::moved(office.editor, EntryOffice::batch("check", "800121"));
    EntryOffice::moved(office.steward, EntryOffice::batch("approve", "800121"));
    office.give_role(office.steward, office.organisation, records::Role::none);
    EXPECT_EQ(office.figure(), "5");
    EXPECT_TRUE(has(EntryOffice::moved(office.steward, EntryOffice::batch("lock", "800121")), "not_a_keeper"));
    const auto released = "/api/figures/keepers/800121/" + std::to_string(office.organisation.value);
    EXPECT_EQ(office.administrator.del(released).status, 204u);
    EXPECT_EQ(office.administrator.del(released).status, 404u);
    EXPECT_EQ(office.figure(), "5");
}

OFFICE_TEST(EntryOffice, what_is_approved_is_sent_back_before_it_is_typed_over_and_what_is_locked_is_unlocked) {
    EntryOffice::typed(office.contributor, EntryOffice::cell("80012101", "5"));
    EntryOffice::moved(office.editor, EntryOffice::batch("check", "800121"));
    EntryOffice::moved(office.steward, EntryOffice::batch("approve", "800121"));
    const auto six = EntryOffice::cell("80012101", "6", R"(,"was":{"state":"value","numerator":5})");
    EXPECT_TRUE(has(EntryOffice::typed(office.contributor, six), "อนุมัติแล้ว"));
    EntryOffice::moved(office.steward, EntryOffice::batch("lock", "800121"));
    EXPECT_TRUE(has(EntryOffice::typed(office.contributor, six), "ล็อก"));
    EXPECT_EQ(EntryOffice::moved(office.steward, EntryOffice::batch("unlock", "800121")), "422invalid_input");
    EntryOffice::moved(office.steward, EntryOffice::batch("unlock", "800121", R"(,"words":"นับใหม่")"));
    EXPECT_TRUE(has(EntryOffice::moved(office.steward, EntryOffice::batch("send_back", "80012101", R"(,"words":"นับใหม่")")), "\"moved\":1"));
    EXPECT_EQ(office.figure(), "nothing");
    EXPECT_EQ(EntryOffice::grid(office.contributor).columns[0].values[0].sent_back, "นับใหม่");
    EXPECT_EQ(EntryOffice::typed(office.contributor, six), "updated");
    EXPECT_EQ(EntryOffice::grid(office.contributor).columns[0].values[0].sent_back, "");
    const auto deeds = office.contributor.get("/api/figures/deeds?indicator=people&area=80012101&period=2564").as<std::vector<ShownDeed>>();
    ASSERT_EQ(deeds.size(), 7u);
    EXPECT_EQ(deeds[5].act, Act::sent_back);
    EXPECT_EQ(deeds[5].words, "นับใหม่");
}

OFFICE_TEST(EntryOffice, two_who_type_at_once_never_overwrite_each_other_unseen) {
    EXPECT_EQ(EntryOffice::typed(office.contributor, EntryOffice::cell("80012101", "5")), "imported");
    EXPECT_EQ(EntryOffice::typed(office.editor, EntryOffice::cell("80012101", "7")), "conflict");
    EXPECT_EQ(EntryOffice::typed(office.editor, EntryOffice::cell("80012101", "5")), "unchanged");
    EXPECT_EQ(EntryOffice::typed(office.editor, EntryOffice::cell("80012101", "7", R"(,"was":{"state":"value","numerator":5})")),
              "updated");
    EXPECT_EQ(EntryOffice::typed(office.editor, EntryOffice::cell("80012101", "", R"(,"was":{"state":"value","numerator":7})")), "removed");
    EXPECT_TRUE(EntryOffice::grid(office.editor).columns[0].values.empty());
}

OFFICE_TEST(EntryOffice, bad_cells_are_named_and_the_others_come_in) {
    const auto reply = office.contributor.post(
        "/api/figures/entry", EntryOffice::form(EntryOffice::cell("80012101", "1e308") + "," + EntryOffice::cell("99999999", "5") + "," +
                                                EntryOffice::cell("80012102", "1,5") + "," + EntryOffice::cell("80012103", "-0") + "," +
                                                EntryOffice::cell("80012103", "4")));
    ASSERT_EQ(reply.status, 200u);
    EXPECT_TRUE(has(reply.body, "ไม่มีพื้นที่รหัสนี้"));
    const auto grid = EntryOffice::grid(office.contributor);
    ASSERT_EQ(grid.columns[0].values.size(), 1u);
    EXPECT_EQ(grid.columns[0].values[0].numerator, base::Decimal{});
    EXPECT_EQ(grid.rows.size(), 5u);
    EXPECT_EQ(office.contributor.post("/api/figures/entry", R"({"period":"2567/68","cells":[]})").code(), "invalid_input");
}

OFFICE_TEST(EntryOffice, a_rule_is_asked_when_a_value_is_entered_and_again_when_it_is_approved) {
    EntryOffice::typed(office.contributor, EntryOffice::cell("80012101", "50"));
    EntryOffice::moved(office.editor, EntryOffice::batch("check", "800121"));
    const auto number = std::to_string(office.write([](db::Tx& tx) {
        return tx.one<std::int64_t>("SELECT number FROM records_records WHERE kind = 'indicator' AND address = '/indicators/people'");
    }));
    const auto path = "/api/indicators/" + number + "/check-rule";
    EXPECT_EQ(office.administrator.put(path, R"({"lowest":9,"highest":5,"is_whole":true})").code(), "invalid_input");
    EXPECT_EQ(office.administrator.put(path, R"({"highest":40,"is_whole":true})").status, 200u);
    EXPECT_TRUE(has(EntryOffice::moved(office.steward, EntryOffice::batch("approve", "800121")), "above_highest"));
    EXPECT_TRUE(has(EntryOffice::typed(office.contributor, EntryOffice::cell("80012102", "41")), "มากกว่า"));
    EXPECT_TRUE(has(EntryOffice::typed(office.contributor, EntryOffice::cell("80012102", "4.5")), "จำนวนเต็ม"));
    EXPECT_EQ(office.administrator.put(path, R"({"is_whole":false,"not_above":"elders"})").status, 200u);
    const auto elders = R"({"indicator":"elders","area":"80012102","value":"10"},)";
    EXPECT_TRUE(
        has(office.contributor.post("/api/figures/entry", EntryOffice::form(elders + EntryOffice::cell("80012102", "11"))).body, "ครอบอยู่"));
}

OFFICE_TEST(EntryOffice, an_odd_value_is_approved_only_once_somebody_said_why_it_is_right) {
    std::string cells;
    for (const auto* area : {"80012101", "80012102", "80012103"}) cells += EntryOffice::cell(area, "10") + ",";
    EntryOffice::typed(office.contributor, cells + EntryOffice::cell("80012104", "1000"));
    EntryOffice::moved(office.editor, EntryOffice::batch("check", "800121"));
    const auto left = EntryOffice::moved(office.steward, EntryOffice::batch("approve", "800121"));
    EXPECT_TRUE(has(left, "\"moved\":3")) << left;
    EXPECT_TRUE(has(left, "doubt_open")) << left;
    const auto waiting = EntryOffice::waiting(office.contributor);
    ASSERT_EQ(waiting.batches.size(), 1u);
    EXPECT_EQ(waiting.batches[0].values[0].doubts[0].reason, DoubtReason::range);
    const auto said = R"({"value":{"indicator":"people","area":"80012104","period":"2564"},"words":"มีโรงงานใหม่"})";
    EXPECT_EQ(office.stranger.post("/api/figures/explanations", said).status, 403u);
    EXPECT_EQ(office.contributor.post("/api/figures/explanations", said).status, 204u);
    EXPECT_TRUE(has(EntryOffice::moved(office.steward, EntryOffice::batch("approve", "800121")), "\"moved\":1"));
    EXPECT_EQ(office.figure(), "1030");
}

OFFICE_TEST(EntryOffice, what_came_in_after_the_list_was_seen_is_not_moved_with_it) {
    EntryOffice::typed(office.contributor, EntryOffice::cell("80012101", "5"));
    const auto seen = std::to_string(EntryOffice::waiting(office.editor).batches[0].newest.value);
    EntryOffice::typed(office.contributor, EntryOffice::cell("80012102", "6"));
    const auto form = R"({"move":"check","batches":[{"indicator":"people","area":"800121","period":"2564","newest":)" + seen + "}]}";
    const auto reply = EntryOffice::moved(office.editor, form);
    EXPECT_TRUE(has(reply, "\"moved\":1")) << reply;
    EXPECT_TRUE(has(reply, "entered_since")) << reply;
}

TEST(Stages, go_one_by_one_and_back_to_the_beginning) {
    EXPECT_EQ(after(Move::check, Stage::draft), Stage::checked);
    EXPECT_EQ(after(Move::approve, Stage::draft), std::nullopt);
    EXPECT_EQ(after(Move::approve, Stage::checked), Stage::approved);
    EXPECT_EQ(after(Move::lock, Stage::approved), Stage::locked);
    EXPECT_EQ(after(Move::send_back, Stage::locked), std::nullopt);
    EXPECT_EQ(after(Move::send_back, Stage::approved), Stage::draft);
    EXPECT_EQ(after(Move::unlock, Stage::locked), Stage::approved);
}

}  // namespace goals
