#pragma once

#include "circles/outside/intake.hpp"
#include "circles/session/session.hpp"
#include "circles/sight.hpp"
#include "db/db.hpp"

namespace circles {

enum class PersonRole : std::uint8_t { participant, facilitator, note_taker, speaker, host };
BOOST_DESCRIBE_ENUM(PersonRole, participant, facilitator, note_taker, speaker, host)

// Somebody who came, or is expected: known (person_id) or new by name. Adding the same one again changes what is known of them.
struct AttendeeForm {
    std::optional<base::PersonId> person_id{};
    std::optional<base::Text<0, 200>> name{};
    std::optional<base::Text<0, 300>> organisation{};
    PersonRole role = PersonRole::participant;
    std::optional<AgeBand> age_band{};
    std::optional<base::Sector> sector{};
    std::optional<bool> came{};  // yes
};
BOOST_DESCRIBE_STRUCT(AttendeeForm, (), (person_id, name, organisation, role, age_band, sector, came))
void check(const AttendeeForm& form, json::Errors& errors);

struct PeopleForm {
    std::vector<AttendeeForm> people;
};
BOOST_DESCRIBE_STRUCT(PeopleForm, (), (people))

struct Attendee {
    AttendeeId id;
    base::PersonId person_id;  // none: known here by name only
    std::string name;
    std::string organisation;
    std::string address;  // of the person's own page, where everybody may see it
    PersonRole role{};
    std::optional<AgeBand> age_band;
    std::optional<base::Sector> sector;
    std::optional<AnswerWord> answer;
    bool came{};
};
BOOST_DESCRIBE_STRUCT(Attendee, (), (id, person_id, name, organisation, address, role, age_band, sector, answer, came))

struct Answers {
    std::int64_t yes{};
    std::int64_t no{};
    std::int64_t maybe{};
    std::optional<AnswerWord> mine;
};
BOOST_DESCRIBE_STRUCT(Answers, (), (yes, no, maybe, mine))

struct AnswerForm {
    AnswerWord answer{};
};
BOOST_DESCRIBE_STRUCT(AnswerForm, (), (answer))

// Names of those who only came are for insiders; who led, wrote, spoke or hosted did so in front of all.
bool may_see(const Attendee& attendee, Sight sight);

// As they are listed on the newest of its sessions that the viewer may read.
std::optional<std::string> find_name_in_circle(db::Session& db, const http::Viewer& viewer, CircleId circle, base::PersonId person);
void put_attendee(db::Tx& tx, base::PersonId actor, SessionId session, const AttendeeForm& form);
void remove_attendee(db::Tx& tx, SessionId session, AttendeeId id);
// Who answers an invitation: somebody known, or a name that an editor took in.
struct Answering {
    base::PersonId person;
    std::string name;
    base::PersonId added_by;
};
void put_answer(db::Tx& tx, SessionId session, const Answering& who, AnswerWord answer);
std::vector<Attendee> list_people(db::Session& db, SessionId session);
Answers count_answers(db::Session& db, SessionId session, base::PersonId viewer);

}  // namespace circles
