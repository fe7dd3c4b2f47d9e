#include "base/json/json.hpp"
#include "circles/assess/assessment.hpp"

namespace circles {

void insert_assessment(db::Tx& tx, AssessmentId id, const Assessment& content) {
    tx.run("INSERT INTO circles_assessments (id, content) VALUES ($1, $2)", id, json::write(content));
}

void update_assessment(db::Tx& tx, AssessmentId id, const Assessment& content) {
    tx.run("UPDATE circles_assessments SET content = $2 WHERE id = $1", id, json::write(content));
}

struct StoredAssessment {
    std::string content;
};
BOOST_DESCRIBE_STRUCT(StoredAssessment, (), (content))

Assessment get_assessment(db::Session& db, AssessmentId id) {
    return json::read_own<Assessment>(db.one<StoredAssessment>("SELECT content FROM circles_assessments WHERE id = $1", id).content);
}

struct AnswerCount {
    std::int64_t count{};
};
BOOST_DESCRIBE_STRUCT(AnswerCount, (), (count))

bool has_answers(db::Session& db, AssessmentId id) {
    return db.one<AnswerCount>("SELECT count(*) AS count FROM circles_self_answers WHERE assessment_id = $1", id).count > 0;
}

#define CARD                                                                                                                \
    "SELECT r.id, r.number, r.title, r.address, CASE WHEN $1 <> 0 THEN (SELECT max(s.given_on) FROM circles_self_answers s" \
    " WHERE s.assessment_id = r.id AND s.person_id = $1) END AS answered_on"                                                \
    " FROM circles_assessments a JOIN records_v_records r ON r.id = a.id WHERE r.state = 'published' AND " RECORDS_MAY_READ

std::vector<AssessmentCard> list_assessments(db::Session& db, const http::Viewer& viewer, CircleId circle) {
    return db.all<AssessmentCard>(CARD " AND r.within_id = $2 ORDER BY r.id DESC LIMIT 200", viewer.person, circle);
}

std::vector<AssessmentCard> list_own_assessments(db::Session& db, const http::Viewer& viewer, records::RecordId organisation) {
    return db.all<AssessmentCard>(CARD " AND r.owner_id = $2 AND r.within_id = 0 ORDER BY r.id DESC LIMIT 200", viewer.person,
                                  organisation);
}

struct StoredAnswer {
    base::PersonId person_id;
    base::Date given_on;
    std::string scores;
};
BOOST_DESCRIBE_STRUCT(StoredAnswer, (), (person_id, given_on, scores))

std::vector<PersonAnswer> list_answers(db::Session& db, AssessmentId id, const Assessment& content, std::optional<base::PersonId> person) {
    std::vector<PersonAnswer> answers;
    for (const auto& row : db.all<StoredAnswer>("SELECT person_id, given_on, scores FROM circles_self_answers WHERE assessment_id = $1"
                                                " AND ($2 = 0 OR person_id = $2) ORDER BY given_on, person_id",
                                                id, person.value_or(base::PersonId{}))) {
        auto scores = json::read_own<std::vector<std::int64_t>>(row.scores);
        auto means = dimension_means(content, scores);
        answers.push_back({{row.given_on, std::move(scores), std::move(means)}, row.person_id});
    }
    return answers;
}

void put_answer(db::Tx& tx, AssessmentId id, base::PersonId person, base::Date day, const SelfScores& given) {
    tx.run(
        "INSERT INTO circles_self_answers (assessment_id, person_id, given_on, scores) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (assessment_id, person_id, given_on) DO UPDATE SET scores = excluded.scores",
        id, person, day, json::write(given.scores));
}

struct ClosedMonth {
    base::Date first;
    std::int64_t people{};
    std::string means;
};
BOOST_DESCRIBE_STRUCT(ClosedMonth, (), (first, people, means))

std::vector<MonthOfMany> list_closed_months(db::Session& db, AssessmentId id) {
    std::vector<MonthOfMany> months;
    for (const auto& row :
         db.all<ClosedMonth>("SELECT first, people, means FROM circles_closed_months WHERE assessment_id = $1 ORDER BY first", id))
        months.push_back({row.first, row.people, json::read_own<std::vector<double>>(row.means)});
    return months;
}

void close_months(db::Tx& tx, AssessmentId id, base::Date today) {
    for (const auto& month : months_of_many(list_answers(tx, id, get_assessment(tx, id), {}), today))
        if (month.people)
            tx.run("INSERT INTO circles_closed_months (assessment_id, first, people, means) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                   id, month.first, *month.people, json::write(month.means));
}

bool delete_answer(db::Tx& tx, AssessmentId id, base::PersonId person, base::Date day) {
    return tx.run("DELETE FROM circles_self_answers WHERE assessment_id = $1 AND person_id = $2 AND given_on = $3", id, person, day) > 0;
}

}  // namespace circles
