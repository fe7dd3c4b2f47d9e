#include "circles/assess/assessment.hpp"

#include <gtest/gtest.h>

#include "circles/circles_office.hpp"

namespace circles {

namespace {

Assessment four_h() {
    Assessment assessment;
    assessment.title = {"มองตัวเองสี่มิติ"};
    for (const auto* name : {"หัว", "ใจ", "มือ", "สุขภาพ"}) assessment.dimensions.push_back({{name}, {{"ข้อหนึ่ง"}, {"ข้อสอง"}}});
    return assessment;
}

PersonAnswer answered(std::int64_t person, base::Date day, double mean) {
    PersonAnswer answer{};
    answer.given_on = day;
    answer.means = {mean};
    answer.person = {person};
    return answer;
}

struct AssessmentOffice : CirclesOffice {
    explicit AssessmentOffice(db::Engine engine) : CirclesOffice(engine) {}

    std::string opened(const Assessment& content = four_h()) {
        const auto reply = editor.post("/api" + new_circle().address + "/assessments", content);
        EXPECT_EQ(reply.status, 201u) << reply.body;
        return "/api" + reply.as<records::Envelope>().address;
    }
    static std::string all(int score) {
        std::string scores = R"({"scores":[)";
        for (int i = 0; i < 8; ++i) scores += (i == 0 ? "" : ",") + std::to_string(score);
        return scores + "]}";
    }
    // Five members, each of whom answers.
    void five_answer(const std::string& assessment, int score) {
        for (int i = 0; i < 5; ++i) {
            auto one = new_person("คนที่ " + std::to_string(i));
            give_role(one, organisation, records::Role::member);
            EXPECT_EQ(one.put(assessment + "/mine", all(score)).status, 200u);
        }
    }
};

}  // namespace

TEST(SelfAssessment, a_dimension_is_the_mean_of_its_statements) {
    EXPECT_EQ(dimension_means(four_h(), {1, 2, 3, 3, 5, 5, 4, 5}), (std::vector<double>{1.5, 3, 5, 4.5}));
}

TEST(SelfAssessment, a_month_counts_each_person_once_as_they_answered_last_and_says_nothing_of_fewer_than_five) {
    std::vector<PersonAnswer> answers;
    for (std::int64_t person = 1; person <= 5; ++person) answers.push_back(answered(person, {2026, 9, 2}, 3));
    answers.push_back(answered(1, {2026, 9, 20}, 4));
    for (std::int64_t person = 1; person <= 4; ++person) answers.push_back(answered(person, {2026, 10, 2}, 5));
    const auto months = months_of_many(answers, {2026, 11, 22});
    ASSERT_EQ(months.size(), 2u);
    EXPECT_EQ(months[0].people, 5);
    EXPECT_EQ(months[0].means, (std::vector<double>{3.2}));
    EXPECT_FALSE(months[1].people);
    EXPECT_TRUE(months[1].means.empty());
}

TEST(SelfAssessment, a_month_that_is_not_over_is_not_shown) {
    std::vector<PersonAnswer> answers;
    for (std::int64_t person = 1; person <= 6; ++person) answers.push_back(answered(person, {2026, 11, 2}, 3));
    EXPECT_TRUE(months_of_many(answers, {2026, 11, 22}).empty());
    EXPECT_EQ(months_of_many(answers, {2026, 12, 1}).size(), 1u);
}

TEST(SelfAssessment, a_month_that_was_told_stands_as_it_was_told) {
    std::vector<PersonAnswer> answers;
    for (std::int64_t person = 1; person <= 5; ++person) answers.push_back(answered(person, {2026, 10, 2}, 5));
    const auto months = months_of_many(answers, {2026, 11, 22}, {{{2026, 9, 1}, 5, {3}}, {{2026, 10, 1}, 6, {2}}});
    ASSERT_EQ(months.size(), 2u);
    EXPECT_EQ(months[0].first, (base::Date{2026, 9, 1}));
    EXPECT_EQ(months[1].people, 6);
    EXPECT_EQ(months[1].means, (std::vector<double>{2}));
}

OFFICE_TEST(AssessmentOffice, everybody_sees_their_own_answers_over_time_and_nobody_elses) {
    const auto assessment = office.opened();
    EXPECT_EQ(office.member.put(assessment + "/mine", AssessmentOffice::all(2)).status, 200u);
    office.clock.advance_days(40);
    const auto mine = office.member.put(assessment + "/mine", AssessmentOffice::all(4)).as<AssessmentReply>().mine;
    ASSERT_EQ(mine.size(), 2u);
    EXPECT_EQ(mine[0].means, (std::vector<double>{2, 2, 2, 2}));
    EXPECT_EQ(mine[1].means, (std::vector<double>{4, 4, 4, 4}));
    office.sign_in(office.editor);
    const auto seen = office.editor.get(assessment).as<AssessmentReply>();
    EXPECT_TRUE(seen.mine.empty());
    ASSERT_EQ(seen.months.size(), 1u);
    EXPECT_FALSE(seen.months[0].people) << "one is fewer than five";
    const auto of_member = office.member.get(assessment).as<AssessmentReply>();
    EXPECT_EQ(of_member.mine.size(), 2u);
    EXPECT_TRUE(of_member.months.empty()) << "for who keeps the circle";
}

OFFICE_TEST(AssessmentOffice, who_keeps_the_circle_sees_means_of_five_once_the_month_is_over) {
    const auto assessment = office.opened();
    office.five_answer(assessment, 3);
    EXPECT_TRUE(office.editor.get(assessment).as<AssessmentReply>().months.empty());
    office.clock.advance_days(30);
    office.sign_in(office.editor);
    const auto months = office.editor.get(assessment).as<AssessmentReply>().months;
    ASSERT_EQ(months.size(), 1u);
    EXPECT_EQ(months[0].people, 5);
    EXPECT_EQ(months[0].means, (std::vector<double>{3, 3, 3, 3}));
}

OFFICE_TEST(AssessmentOffice, an_answer_of_the_same_day_is_replaced_and_can_be_taken_away_by_its_person_alone) {
    const auto assessment = office.opened();
    office.member.put(assessment + "/mine", AssessmentOffice::all(2));
    EXPECT_EQ(office.member.put(assessment + "/mine", AssessmentOffice::all(5)).as<AssessmentReply>().mine.size(), 1u);
    EXPECT_EQ(office.editor.del(assessment + "/mine/2026-11-21").status, 404u);
    EXPECT_TRUE(office.member.del(assessment + "/mine/2026-11-21").as<AssessmentReply>().mine.empty());
    EXPECT_EQ(office.member.del(assessment + "/mine/someday").status, 404u);
}

OFFICE_TEST(AssessmentOffice, every_statement_wants_a_score_from_one_to_five) {
    const auto assessment = office.opened();
    EXPECT_EQ(office.member.put(assessment + "/mine", R"({"scores":[1,2]})").problem().errors.at(0).code, "one_for_each_statement");
    EXPECT_EQ(office.member.put(assessment + "/mine", AssessmentOffice::all(6)).status, 422u);
    EXPECT_EQ(office.guest.put(assessment + "/mine", AssessmentOffice::all(3)).status, 401u);
    auto empty = four_h();
    empty.dimensions[1].statements.clear();
    const auto path = "/api" + office.new_circle().address + "/assessments";
    EXPECT_EQ(office.editor.post(path, empty).problem().errors.at(0).pointer, "/dimensions/1/statements");
    EXPECT_EQ(office.member.post(path, four_h()).status, 403u);
}

OFFICE_TEST(AssessmentOffice, what_somebody_has_answered_keeps_its_statements_and_may_get_another_title) {
    const auto assessment = office.opened();
    auto other = four_h();
    other.dimensions.pop_back();
    EXPECT_EQ(office.editor.put(assessment, other, 1).status, 200u);
    office.member.put(assessment + "/mine", R"({"scores":[1,2,3,4,5,1]})");
    EXPECT_EQ(office.editor.put(assessment, four_h(), 2).code(), "assessment_answered");
    other.title = {"สามมิติ"};
    EXPECT_EQ(office.editor.put(assessment, other, 2).status, 200u);
}

OFFICE_TEST(AssessmentOffice, the_journal_says_that_somebody_answered_and_keeps_nothing_of_what) {
    const auto assessment = office.opened();
    office.member.put(assessment + "/mine", AssessmentOffice::all(2));
    const auto reply = office.member.get(assessment).as<AssessmentReply>();
    EXPECT_TRUE(reply.answered);
    EXPECT_EQ(office.guest.get("/api/records?kind=assessment").body.find("scores"), std::string::npos);
    EXPECT_EQ(reply.record.version, 1) << "an answer changes nothing of the record, and leaves no revision";
}

OFFICE_TEST(AssessmentOffice, who_takes_an_answer_away_changes_no_mean_that_was_told_and_is_in_none_that_comes) {
    const auto assessment = office.opened();
    office.five_answer(assessment, 3);
    ASSERT_EQ(office.member.put(assessment + "/mine", AssessmentOffice::all(5)).status, 200u);
    office.clock.advance_days(30);
    office.sign_in(office.editor);
    office.sign_in(office.member);
    const auto told = [&] { return office.editor.get(assessment).as<AssessmentReply>().months; };
    const auto before = told();
    ASSERT_EQ(before.size(), 1u);
    EXPECT_EQ(before[0].people, 6);
    ASSERT_TRUE(office.member.del(assessment + "/mine/2026-11-21").as<AssessmentReply>().mine.empty());
    EXPECT_EQ(told()[0].people, 6) << "the difference would tell what the member had said";
    EXPECT_EQ(told()[0].means, before[0].means);
}

OFFICE_TEST(AssessmentOffice, an_organisation_asks_its_own_members_with_dimensions_of_its_own) {
    const auto path = "/api/circles/assessments/" + std::to_string(records::find(*office.database().read(), office.organisation)->number);
    EXPECT_EQ(office.member.post(path, four_h()).status, 403u);
    const auto opened = office.administrator.post(path, four_h());  // organisations here are bare envelopes, which administrators edit
    ASSERT_EQ(opened.status, 201u) << opened.body;
    const auto assessment = "/api" + opened.as<records::Envelope>().address;
    const auto seen = office.member.get(assessment).as<AssessmentReply>();
    EXPECT_FALSE(seen.asker.empty());
    EXPECT_TRUE(seen.asker_address.starts_with("/organisations/"));
    EXPECT_EQ(office.member.put(assessment + "/mine", AssessmentOffice::all(2)).status, 200u);
    EXPECT_EQ(office.stranger.get(assessment).status, 404u) << "first for its members";
    EXPECT_EQ(office.guest.get(path).as<std::vector<AssessmentCard>>().size(), 0u);
    ASSERT_EQ(office.member.get(path).as<std::vector<AssessmentCard>>().size(), 1u);
    office.opened();
    EXPECT_EQ(office.member.get(path).as<std::vector<AssessmentCard>>().size(), 1u) << "those of its circles stand with the circles";
}

}  // namespace circles
