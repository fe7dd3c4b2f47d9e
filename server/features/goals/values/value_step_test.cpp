#include "goals/values/value_step.hpp"

#include "goals/entry/entry_office.hpp"
#include "goals/figures/figure.hpp"
#include "goals/goals.hpp"
#include "goals/rollup/verify.hpp"
#include "imports/testing.hpp"
#include "support/office.hpp"

namespace goals {

namespace {

constexpr base::Date today{2026, 11, 22};

struct ValuesOffice : support::Office {
    explicit ValuesOffice(db::Engine engine) : Office(engine, {{imports::migrations()}, {areas::migrations()}, {goals::migrations()}}) {
        areas::plant_tree(database(), today);
        add_subjects(subjects);
        write([](db::Tx& tx) { create_plain(tx, "people", areas::Level::subdistrict); });
    }

    imports::ImportReply import(const std::string& rows) {
        return imports::bring_in(database(), subjects, order, {"values", "values.csv", "indicator,area,period,value\n" + rows});
    }
    imports::ImportReply take_back(const imports::ImportReply& reply) {
        return imports::testing::take_back(database(), subjects, order.viewer, reply.import.id);
    }
    std::string nation() {
        auto lease = database().read();
        const auto figure =
            get_figure(*lease, *find_indicator(*lease, "people"), {0}, base::period_around({2021, 1, 1}, base::PeriodKind::year));
        return figure.value ? base::to_text(*figure.value) : "nothing";
    }

    imports::Subjects subjects;
    imports::Order order{.viewer = {.person = {}, .administrator = true}, .entered_by = {}, .today = today};
};

}  // namespace

OFFICE_TEST(ValuesOffice, a_table_of_values_comes_in_and_is_taken_back_in_one_step) {
    office.import("people,800121,2564,5\n");
    const auto second = office.import("people,800121,2564,8\npeople,800101,2564,2\npeople,650101,2564,1\n");
    EXPECT_EQ(second.report.added, 2);
    EXPECT_EQ(second.report.changed, 1);
    EXPECT_EQ(office.nation(), "11");
    EXPECT_EQ(office.import("people,800121,2564,8\n").report.unchanged, 1);
    const auto undone = office.take_back(second);
    EXPECT_EQ(undone.import.undone, 3);
    EXPECT_EQ(office.nation(), "5");
    EXPECT_TRUE(verify_rollups(office.database()).whole());
}

OFFICE_TEST(ValuesOffice, every_bad_row_of_a_table_is_named_and_the_others_come_in) {
    const auto report = office
                            .import(
                                "people,800121,2564,1,5\npeople,999999,2564,1\nnobody,800121,2564,1\npeople,800121,2564,x\n"
                                "people,800121,2590,1\npeople,800101,2564,4\n")
                            .report;
    EXPECT_EQ(report.wrong, 5);
    std::string reasons;
    for (const auto& row : report.wrong_rows) reasons += std::to_string(row.line) + " " + row.code + "\n";
    EXPECT_EQ(reasons, "2 ragged_row\n3 unknown_area\n4 unknown_indicator\n5 no_number\n6 future_period\n");
    EXPECT_EQ(office.nation(), "4");
}

OFFICE_TEST(ValuesOffice, what_somebody_changed_since_is_not_taken_back) {
    const auto first = office.import("people,800121,2564,5\npeople,800101,2564,2\n");
    office.import("people,800121,2564,6\n");
    const auto undone = office.take_back(first);
    EXPECT_EQ(undone.import.undone, 1);
    ASSERT_EQ(undone.kept_records.size(), 1u);
    EXPECT_EQ(undone.kept_records[0].code, "changed_since");
    EXPECT_EQ(undone.kept_records[0].title, "people พ.ศ. 2564 ตำบลท่าซัก");
    EXPECT_EQ(office.nation(), "6");
}

OFFICE_TEST(ValuesOffice, a_value_whose_sum_does_not_fit_is_left_out_and_leaves_no_trace) {
    std::string rows;
    for (const auto* area : {"100101", "100102", "100103", "100104", "100105", "100106", "100107", "100108", "100109", "100110"})
        rows += std::string("people,") + area + ",2564,1000000000000\n";
    const auto report = office.import(rows).report;
    EXPECT_EQ(report.wrong, 1);
    EXPECT_EQ(report.wrong_rows.at(0).code, "sum_too_large");
    EXPECT_EQ(office.nation(), "9000000000000");
    EXPECT_TRUE(verify_rollups(office.database()).whole());
}

namespace {

// Somebody of the office brings a table in, as the browser lets them.
imports::ImportReply bring_in(EntryOffice& office, const support::Client& who, const std::string& rows) {
    imports::Subjects subjects;
    add_subjects(subjects);
    const imports::Order order{.viewer = {.person = who.person}, .entered_by = {}, .today = today};
    return imports::bring_in(office.database(), subjects, order, {"values", "values.csv", "indicator,area,period,value\n" + rows});
}
std::string reasons(const imports::ImportReply& reply) {
    std::string text;
    for (const auto& row : reply.report.wrong_rows) text += std::to_string(row.line) + " " + row.code + "\n";
    return text;
}

}  // namespace

OFFICE_TEST(EntryOffice, a_table_of_a_keeper_is_drafts_for_their_areas_and_waits_to_be_looked_through) {
    const auto reply = bring_in(office, office.contributor, "people,80012101,2564,5\npeople,80012102,2564,7\npeople,650101,2564,1\n");
    EXPECT_EQ(reply.report.added, 2);
    EXPECT_EQ(reasons(reply), "4 not_a_keeper\n");
    EXPECT_EQ(office.figure(), "nothing");
    const auto waiting = EntryOffice::waiting(office.editor);
    ASSERT_EQ(waiting.batches.size(), 1u);
    EXPECT_EQ(waiting.batches[0].drafts, 2);
    EntryOffice::moved(office.editor, EntryOffice::batch("check", "800121"));
    EntryOffice::moved(office.steward, EntryOffice::batch("approve", "800121"));
    EXPECT_EQ(office.figure(), "12");
    const auto again = bring_in(office, office.contributor, "people,80012101,2564,5\npeople,80012102,2564,8\n");
    EXPECT_EQ(again.report.unchanged, 1) << "what was approved does not become a draft once more";
    EXPECT_EQ(reasons(again), "3 value_approved\n");
    EXPECT_EQ(office.figure(), "12");
}

OFFICE_TEST(EntryOffice, a_table_keeps_to_the_rules_of_its_indicators_against_its_own_rows_and_what_stands) {
    Rule rule;
    rule.not_above = "people";
    office.write([&](db::Tx& tx) { put_rule(tx, find_indicator(tx, "elders")->id, rule); });
    EntryOffice::typed(office.contributor, EntryOffice::cell("80012103", "3"));
    const auto reply = bring_in(office, office.contributor,
                                "elders,80012101,2564,6\nelders,80012102,2564,2\nelders,80012103,2564,4\npeople,80012101,2564,5\n"
                                "people,80012102,2564,5\n");
    EXPECT_EQ(reasons(reply), "2 above_other\n4 above_other\n");
    EXPECT_EQ(reply.report.added, 3);
}

OFFICE_TEST(EntryOffice, who_looks_after_no_area_brings_in_no_table) {
    auto lease = office.database().read();
    EXPECT_TRUE(is_keeper(*lease, {.person = office.contributor.person}));
    EXPECT_FALSE(is_keeper(*lease, {.person = office.member.person}));
    EXPECT_FALSE(is_keeper(*lease, {.person = office.stranger.person}));
}

}  // namespace goals
