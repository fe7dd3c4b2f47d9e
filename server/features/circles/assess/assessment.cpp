#include "circles/assess/assessment.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "circles/feedback/feedback.hpp"

namespace circles {

constexpr std::size_t most_dimensions = 8;
constexpr std::size_t most_statements = 12;

void check(const Assessment& assessment, json::Errors& errors) {
    if (assessment.dimensions.empty()) errors.add("/dimensions", "required");
    if (assessment.dimensions.size() > most_dimensions) errors.add("/dimensions", "too_many_values", {{"max", most_dimensions}});
    for (std::size_t i = 0; i < assessment.dimensions.size(); ++i) {
        const auto at = "/dimensions/" + std::to_string(i) + "/statements";
        const auto& statements = assessment.dimensions[i].statements;
        if (statements.empty()) errors.add(at, "required");
        if (statements.size() > most_statements) errors.add(at, "too_many_values", {{"max", most_statements}});
    }
}

void check(const SelfScores& given, const Assessment& assessment, json::Errors& errors) {
    std::size_t wanted = 0;
    for (const auto& dimension : assessment.dimensions) wanted += dimension.statements.size();
    if (given.scores.size() != wanted) errors.add("/scores", "one_for_each_statement");
}

std::vector<double> dimension_means(const Assessment& assessment, const std::vector<std::int64_t>& scores) {
    std::vector<double> means;
    means.reserve(assessment.dimensions.size());
    std::size_t at = 0;
    for (const auto& dimension : assessment.dimensions) {
        double sum = 0;
        for (std::size_t i = 0; i < dimension.statements.size(); ++i) sum += static_cast<double>(scores.at(at++));
        means.push_back(sum / static_cast<double>(dimension.statements.size()));
    }
    return means;
}

// To a tenth: finer, it would begin to tell of single people.
static std::vector<double> means_of(const std::map<base::PersonId, std::vector<double>>& people) {
    std::vector<double> sums(people.begin()->second.size());
    for (const auto& [person, means] : people)
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += means[i];
    for (auto& sum : sums) sum = std::round(sum / static_cast<double>(people.size()) * 10) / 10;
    return sums;
}

using MonthOfPeople = std::map<base::PersonId, std::vector<double>>;

static MonthOfMany month_of(base::Date first, const MonthOfPeople& people) {
    const auto count = std::ssize(people);
    if (count < fewest_in_mean) return {first, {}, {}};
    return {first, count, means_of(people)};
}

std::vector<MonthOfMany> months_of_many(const std::vector<PersonAnswer>& answers, base::Date today,
                                        const std::vector<MonthOfMany>& closed) {
    std::map<base::Date, MonthOfPeople> by_month;
    for (const auto& answer : answers)
        by_month[{answer.given_on.year, answer.given_on.month, 1}].insert_or_assign(answer.person, answer.means);
    by_month.erase({today.year, today.month, 1});
    std::map<base::Date, MonthOfMany> months;
    for (const auto& [first, people] : by_month) months.emplace(first, month_of(first, people));
    for (const auto& month : closed) months.insert_or_assign(month.first, month);
    std::vector<MonthOfMany> told;
    told.reserve(months.size());
    for (auto& [first, month] : months) told.push_back(std::move(month));
    return told;
}

AssessmentReply assessment_reply(db::Session& db, const http::Viewer& viewer, const records::Found& record, base::Date today) {
    const AssessmentId id{record.envelope.id.value};
    AssessmentReply reply{.record = record.envelope,
                          .rights = records::rights(record),
                          .asker = "",
                          .asker_address = "",
                          .content = get_assessment(db, id),
                          .answered = has_answers(db, id),
                          .mine = {},
                          .months = {}};
    const auto asks = record.envelope.within_id ? record.envelope.within_id : record.envelope.owner_id;
    if (const auto asker = records::cards(db, viewer, {asks}); !asker.empty()) {
        reply.asker = asker.front().title;
        reply.asker_address = asker.front().address;
    }
    if (viewer.person)
        for (auto& answer : list_answers(db, id, reply.content, viewer.person)) reply.mine.push_back(std::move(answer));
    if (reply.rights.edit) reply.months = months_of_many(list_answers(db, id, reply.content, {}), today, list_closed_months(db, id));
    return reply;
}

}  // namespace circles
