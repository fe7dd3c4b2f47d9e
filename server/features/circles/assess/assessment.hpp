#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "circles/circles.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"
#include "records/records.hpp"

// Looking at oneself: statements in dimensions that a circle or an organisation names (หัว ใจ มือ สุขภาพ where it names none of its own),
// answered again and again by each for themselves. Answers are the person's alone. Who edits sees means of a whole month when it is over,
// of no fewer than five; what was told of it stays, also when somebody takes their answer away.
namespace circles {

struct AssessmentTag {
    static constexpr std::string_view kind = "assessment";
};
using AssessmentId = base::Id<AssessmentTag>;

struct Dimension {
    base::Line name;
    std::vector<base::Line> statements;
};
BOOST_DESCRIBE_STRUCT(Dimension, (), (name, statements))

struct Assessment {
    base::Line title;
    std::optional<base::Text<0, 2000>> about;
    std::vector<Dimension> dimensions;
};
BOOST_DESCRIBE_STRUCT(Assessment, (), (title, about, dimensions))
void check(const Assessment& assessment, json::Errors& errors);

// One to five for each statement, in the order of the dimensions.
struct SelfScores {
    std::vector<base::Whole<1, 5>> scores;
};
BOOST_DESCRIBE_STRUCT(SelfScores, (), (scores))
void check(const SelfScores& given, const Assessment& assessment, json::Errors& errors);

// How one person stood on one day: the mean of each dimension beside what they said.
struct SelfAnswer {
    base::Date given_on;
    std::vector<std::int64_t> scores;
    std::vector<double> means;
};
BOOST_DESCRIBE_STRUCT(SelfAnswer, (), (given_on, scores, means))

// How those stood who answered in a month, each as they did last. Of fewer than fewest_in_mean nothing is said, not even how many.
struct MonthOfMany {
    base::Date first;
    std::optional<std::int64_t> people;
    std::vector<double> means;
};
BOOST_DESCRIBE_STRUCT(MonthOfMany, (), (first, people, means))

struct PersonAnswer : SelfAnswer {
    base::PersonId person;
};

std::vector<double> dimension_means(const Assessment& assessment, const std::vector<std::int64_t>& scores);
// Of months that are over before `today`: while one is open, two looks at it would tell what the person between them said. Those in
// `closed` stand as they were told.
std::vector<MonthOfMany> months_of_many(const std::vector<PersonAnswer>& answers, base::Date today,
                                        const std::vector<MonthOfMany>& closed = {});

struct AssessmentReply {
    records::Envelope record;
    records::Rights rights;
    std::string asker;  // the circle or the organisation that asks
    std::string asker_address;
    Assessment content;
    bool answered{};                  // by anybody: then its dimensions stay as they are
    std::vector<SelfAnswer> mine;     // the oldest first
    std::vector<MonthOfMany> months;  // for who edits
};
BOOST_DESCRIBE_STRUCT(AssessmentReply, (), (record, rights, asker, asker_address, content, answered, mine, months))
AssessmentReply assessment_reply(db::Session& db, const http::Viewer& viewer, const records::Found& record, base::Date today);

struct AssessmentCard {
    AssessmentId id;
    std::int64_t number{};
    std::string title;
    std::string address;
    std::optional<base::Date> answered_on;  // by the viewer, the last time
};
BOOST_DESCRIBE_STRUCT(AssessmentCard, (), (id, number, title, address, answered_on))

// ---- queries ----

void insert_assessment(db::Tx& tx, AssessmentId id, const Assessment& content);
void update_assessment(db::Tx& tx, AssessmentId id, const Assessment& content);
Assessment get_assessment(db::Session& db, AssessmentId id);
bool has_answers(db::Session& db, AssessmentId id);
std::vector<AssessmentCard> list_assessments(db::Session& db, const http::Viewer& viewer, CircleId circle);
std::vector<AssessmentCard> list_own_assessments(db::Session& db, const http::Viewer& viewer, records::RecordId organisation);
// The oldest first; of one person, or of all.
std::vector<PersonAnswer> list_answers(db::Session& db, AssessmentId id, const Assessment& content, std::optional<base::PersonId> person);
void put_answer(db::Tx& tx, AssessmentId id, base::PersonId person, base::Date day, const SelfScores& given);
std::vector<MonthOfMany> list_closed_months(db::Session& db, AssessmentId id);
// Keeps what is told of the months that are over, for answers are about to go.
void close_months(db::Tx& tx, AssessmentId id, base::Date today);
// False when there was none.
bool delete_answer(db::Tx& tx, AssessmentId id, base::PersonId person, base::Date day);

}  // namespace circles
