#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/json/errors.hpp"
#include "circles/session/session_card.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"
#include "records/records.hpp"

// Who leads circles for an organisation: what each has led, how the load is shared, and who is free.
namespace circles {

struct FacilitatorForm {
    base::PersonId person;
    std::optional<base::Text<0, 300>> unit;     // the division they come from
    std::optional<base::Text<0, 1000>> skills;  // methods they can lead
};
BOOST_DESCRIBE_STRUCT(FacilitatorForm, (), (person, unit, skills))

struct AwayForm {
    base::PersonId person;
    base::Date from;
    base::Date to;
    std::optional<base::Text<0, 300>> reason;
};
BOOST_DESCRIBE_STRUCT(AwayForm, (), (person, from, to, reason))
void check(const AwayForm& form, json::Errors& errors);

struct AwayTag {};
using AwayId = base::Id<AwayTag>;

struct Away {
    AwayId id;
    base::PersonId person_id;
    base::Date from;
    base::Date to;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Away, (), (id, person_id, from, to, reason))

// A session that somebody led, or leads. Without both its times nobody knows how long it took.
struct LedSession {
    base::PersonId person_id;
    std::string name;
    SessionId session_id;
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
};
BOOST_DESCRIBE_STRUCT(LedSession, (), (person_id, name, session_id, date, starts, ends))

// A practice circle, led by a trainee with a mentor beside: told by name, with the hours that the method asks for.
struct PracticeSession {
    std::string trainee;
    SessionId session_id;
    base::Date date;
    std::optional<double> hours;
};

// Of one person. Hours are of those sessions whose times are known; `untimed` says how many are not.
struct Load {
    std::int64_t sessions{};
    double hours{};
    std::int64_t untimed{};
    std::int64_t practices{};
    double practice_hours{};
    std::int64_t sessions_of_year{};  // of the twelve months up to today
    double hours_of_year{};           // with those of practice
    std::optional<base::Date> last;
};
BOOST_DESCRIBE_STRUCT(Load, (), (sessions, hours, untimed, practices, practice_hours, sessions_of_year, hours_of_year, last))

void add_led(Load& load, const LedSession& led, base::Date today);
// A practice that stands on the session's list of facilitators too counts once, as led.
void add_practice(Load& load, const PracticeSession& practice, base::Date today);

struct Facilitator {
    base::PersonId person_id;
    std::string name;
    std::string address;  // empty where the viewer may not read it
    std::string unit;
    std::string skills;
    bool in_pool{};  // no: led here without being in it
    Load load;
    std::optional<double> useful;  // of what those who came said, from fewest_in_mean answers on
};
BOOST_DESCRIBE_STRUCT(Facilitator, (), (person_id, name, address, unit, skills, in_pool, load, useful))

// Days on which somebody of the pool leads already, here or elsewhere.
struct Engaged {
    base::PersonId person_id;
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
};
BOOST_DESCRIBE_STRUCT(Engaged, (), (person_id, date, starts, ends))

struct ComingSession {
    SessionCard session;
    std::vector<base::PersonId> facilitators;
};
BOOST_DESCRIBE_STRUCT(ComingSession, (), (session, facilitators))

struct FacilitatorsReply {
    records::Envelope record;
    std::vector<Facilitator> people;  // who leads least in the year first
    std::vector<Away> away;           // of today and later
    std::vector<Engaged> engaged;
    std::vector<ComingSession> coming;
};
BOOST_DESCRIBE_STRUCT(FacilitatorsReply, (), (record, people, away, engaged, coming))
FacilitatorsReply facilitators_reply(db::Session& db, const http::Viewer& viewer, const records::Envelope& organisation, base::Date today);

// ---- queries ----

struct PoolRow {
    base::PersonId person_id;
    std::string unit;
    std::string skills;
};
BOOST_DESCRIBE_STRUCT(PoolRow, (), (person_id, unit, skills))
struct FeedbackSum {
    base::PersonId person_id;
    std::int64_t answers{};
    std::int64_t useful{};  // summed
};
BOOST_DESCRIBE_STRUCT(FeedbackSum, (), (person_id, answers, useful))

void put_facilitator(db::Tx& tx, base::PersonId actor, records::RecordId organisation, const FacilitatorForm& form);
// False if they were not in it.
bool remove_facilitator(db::Tx& tx, records::RecordId organisation, base::PersonId person);
std::vector<PoolRow> list_pool(db::Session& db, records::RecordId organisation);
void insert_away(db::Tx& tx, records::RecordId organisation, const AwayForm& form);
bool remove_away(db::Tx& tx, records::RecordId organisation, AwayId id);
std::vector<Away> list_away(db::Session& db, records::RecordId organisation, base::Date from);
// Held: of this organisation by anybody, and of every other by its pool; as far as the viewer may read them.
std::vector<LedSession> list_led(db::Session& db, const http::Viewer& viewer, records::RecordId organisation);
// Held and of this organisation.
std::vector<PracticeSession> list_practices(db::Session& db, const http::Viewer& viewer, records::RecordId organisation);
// Whoever may read them: that somebody is not free tells nothing else.
std::vector<Engaged> list_engaged(db::Session& db, records::RecordId organisation, base::Date from);
std::vector<FeedbackSum> list_heard(db::Session& db, records::RecordId organisation);
std::vector<base::PersonId> list_facilitators_of(db::Session& db, SessionId session);

}  // namespace circles
