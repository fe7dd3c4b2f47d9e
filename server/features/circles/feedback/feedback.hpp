#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "circles/circles.hpp"
#include "circles/sight.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"
#include "records/records.hpp"

// What those who came say of a session, what they will use of it, and whether they did.
namespace circles {

struct FeedbackForm {
    base::Whole<1, 5> useful;  // to me or my work
    base::Whole<1, 5> heard;   // I could speak, and was listened to
    std::optional<base::Text<0, 2000>> good;
    std::optional<base::Text<0, 2000>> better;
};
BOOST_DESCRIBE_STRUCT(FeedbackForm, (), (useful, heard, good, better))

// In words and without a name: for who keeps the circle.
struct FeedbackWords {
    std::string good;
    std::string better;
};
BOOST_DESCRIBE_STRUCT(FeedbackWords, (), (good, better))

struct PledgeTag {};
using PledgeId = base::Id<PledgeTag>;

enum class Used : std::uint8_t { yes, partly, not_yet, no };
BOOST_DESCRIBE_ENUM(Used, yes, partly, not_yet, no)

struct PledgeForm {
    base::Text<1, 1000> body;
    std::optional<base::PersonId> person;      // whose it is, where an editor writes it down for another
    std::optional<base::Text<0, 200>> name{};  // the same, of somebody who is known by name only
};
BOOST_DESCRIBE_STRUCT(PledgeForm, (), (body, person, name))

struct UsedForm {
    base::Whole<30, 90> days;  // 30 or 90
    Used used{};
    std::optional<base::Text<0, 2000>> note;
};
BOOST_DESCRIBE_STRUCT(UsedForm, (), (days, used, note))
void check(const UsedForm& form, json::Errors& errors);

struct PledgeAnswer {
    std::int64_t days{};
    Used used{};
    std::string note;
};
BOOST_DESCRIBE_STRUCT(PledgeAnswer, (), (days, used, note))

// A time at which it is asked whether a pledge was used.
struct AskedAfter {
    std::int64_t days{};
    base::Date on;
    bool due{};  // the day is there
    std::optional<Used> used;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(AskedAfter, (), (days, on, due, used, note))

// As one viewer sees it: names are for insiders.
struct Pledge {
    PledgeId id;
    std::string name;
    std::string body;
    bool mine{};
    bool may_answer{};
    std::vector<AskedAfter> asked;
};
BOOST_DESCRIBE_STRUCT(Pledge, (), (id, name, body, mine, may_answer, asked))

// How many used what they meant to, of those who were asked after so many days and answered.
struct UsedCount {
    std::int64_t days{};
    std::int64_t yes{};
    std::int64_t partly{};
    std::int64_t not_yet{};
    std::int64_t no{};
};
BOOST_DESCRIBE_STRUCT(UsedCount, (), (days, yes, partly, not_yet, no))

struct FeedbackReply {
    std::int64_t given{};          // how many said something
    std::optional<double> useful;  // means, from fewest_in_mean answers on
    std::optional<double> heard;
    std::vector<FeedbackWords> words;  // for editors; by no order that tells who
    std::optional<FeedbackForm> mine;
    std::vector<Pledge> pledges;  // for insiders, and one's own
    std::int64_t pledged{};
    std::vector<UsedCount> used;  // after 30 and 90 days
    bool open{};                  // held, so that something can be said of it
};
BOOST_DESCRIBE_STRUCT(FeedbackReply, (), (given, useful, heard, words, mine, pledges, pledged, used, open))
FeedbackReply feedback_reply(db::Session& db, const http::Viewer& viewer, const records::Found& session, base::Date today);

// Of fewer people a mean would tell what each of them said.
constexpr std::int64_t fewest_in_mean = 5;
// After so many days it is asked whether a pledge was used.
constexpr std::int64_t asked_after[] = {30, 90};

// As it is stored.
struct PledgeRow {
    PledgeId id;
    SessionId session_id;
    base::PersonId person_id;
    std::string name;
    std::string body;
    base::PersonId written_by;
};
BOOST_DESCRIBE_STRUCT(PledgeRow, (), (id, session_id, person_id, name, body, written_by))
// Who made it, and who may edit its session.
bool may_answer(const PledgeRow& pledge, Sight sight, base::PersonId viewer);

// ---- queries ----

// One's own is replaced; from paper, each is one more.
void put_feedback(db::Tx& tx, base::PersonId person, SessionId session, const FeedbackForm& form);
PledgeId insert_pledge(db::Tx& tx, base::PersonId writer, SessionId session, const PledgeRow& pledge);
void remove_pledge(db::Tx& tx, PledgeId id);
std::optional<PledgeRow> find_pledge(db::Session& db, SessionId session, PledgeId id);
std::vector<PledgeRow> list_pledges(db::Session& db, SessionId session);
void put_pledge_answer(db::Tx& tx, PledgeId id, const UsedForm& form);
std::vector<PledgeAnswer> list_pledge_answers(db::Session& db, PledgeId id);

}  // namespace circles
