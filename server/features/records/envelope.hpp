#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/area.hpp"
#include "base/ids.hpp"
#include "base/language.hpp"
#include "base/person.hpp"
#include "base/time.hpp"
#include "records/access.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db
namespace http {
struct Viewer;
}

// The envelope that every record of every feature has: writing it, its roles, and finding it again.
namespace records {

// Any record, whatever its kind; a circle's CircleId and its RecordId hold the same value.
struct RecordTag {
    static constexpr std::string_view kind = "record";
};
using RecordId = base::Id<RecordTag>;

template <class Tag>
constexpr RecordId record_id(base::Id<Tag> id) {
    return {id.value};
}

// The envelope as it is stored. 0 is "none" for owner, within and persons, and the whole country for the area.
struct Envelope {
    RecordId id;
    std::string kind;
    std::int64_t number{};
    std::string title;
    std::string title_en;
    std::string summary;
    std::string address;  // "/circles/12"
    Visibility visibility{};
    State state{};
    RecordId owner_id;   // the organisation (or network) whose record it is
    RecordId within_id;  // the record that it lies in: a session's circle
    base::AreaId area_id;
    base::Language language{};
    base::Date happened_on;  // the day it tells of; the day of writing if it tells of none
    base::PersonId created_by;
    base::Instant created_at;
    base::PersonId edited_by;
    base::Instant edited_at;
    std::optional<base::Instant> published_at;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(Envelope, (),
                      (id, kind, number, title, title_en, summary, address, visibility, state, owner_id, within_id, area_id, language,
                       happened_on, created_by, created_at, edited_by, edited_at, published_at, version))

// What an editor may change in one go.
struct Description {
    std::string title{};
    std::string title_en{};
    std::string summary{};  // first lines for lists, feeds and link previews; plain text
    base::AreaId area_id{};
    base::Language language = base::Language::th;
    std::optional<base::Date> happened_on{};
};

// Who may read: partners are organisations named on the record, persons are named persons.
struct Audience {
    Visibility visibility = Visibility::members;
    std::vector<RecordId> partners{};
    std::vector<base::PersonId> persons{};

    friend bool operator==(const Audience&, const Audience&) = default;
};
BOOST_DESCRIBE_STRUCT(Audience, (), (visibility, partners, persons))

struct NewRecord {
    std::string kind{};        // "circle"
    std::string collection{};  // "circles": the first segment of its address
    std::string address{};     // in place of /<collection>/<number>, where another's page shows it: "/areas/800121"
    RecordId owner_id{};
    RecordId within_id{};
    bool within_itself = false;  // organisations and circles lie in themselves: who has a role in one works on it, whoever entered it
    State state = State::draft;
    Description description{};
    Audience audience{};
};

// Writing. Each of these is one step of a feature's transaction: the feature writes its own rows beside it and ends with journal::record.

// Gives the record its id and its kind's next number.
Envelope insert(db::Tx& tx, base::PersonId actor, const NewRecord& record);
// Throws Problem 412 `edited_elsewhere`, with the version that stands now, if `version` is no longer the newest.
Envelope revise(db::Tx& tx, base::PersonId actor, RecordId id, std::int64_t version, const Description& description);
// The same check and the next version, where only the feature's own rows change.
Envelope touch(db::Tx& tx, base::PersonId actor, RecordId id, std::int64_t version);
// Publishing keeps the first published_at. Deleting remembers the state, restoring goes back to it.
Envelope move(db::Tx& tx, base::PersonId actor, RecordId id, State to);
Envelope restore(db::Tx& tx, base::PersonId actor, RecordId id);
void set_audience(db::Tx& tx, RecordId id, const Audience& audience);
Audience audience(db::Session& db, RecordId id);
// The plain text that search reads. What must stay nameless is already nameless here.
void set_text(db::Tx& tx, RecordId id, const std::string& body);

// Throws Problem 412 `edited_elsewhere` unless they are the same; for things with a version of their own inside a record.
void require_version(std::int64_t stands, std::int64_t expected);

// Roles. Written by people and circles; Role::none takes the role away.
void set_scope(db::Tx& tx, base::PersonId person, RecordId scope, Role role);
// What account providers say of somebody; the higher of the two is the person's role.
void set_role_by_provider(db::Tx& tx, base::PersonId person, RecordId scope, Role role);
Role role_in(db::Session& db, base::PersonId person, RecordId scope);
struct RoleHolder {
    base::PersonId person_id;
    std::string name;  // as the person's own record has it
    Role role{};
    Role by_provider{};  // below this nobody here can set it
};
BOOST_DESCRIBE_STRUCT(RoleHolder, (), (person_id, name, role, by_provider))
std::vector<RoleHolder> list_holders(db::Session& db, RecordId scope);
// Throws Problem 403 `not_a_contributor` unless the viewer may write for this organisation, network or circle.
void require_contributor(db::Session& db, const http::Viewer& viewer, RecordId scope);

// Reading.
std::optional<Envelope> find(db::Session& db, RecordId id);
Guard guard(const Envelope& envelope);

// A record and what ties the viewer to it.
struct Found {
    Envelope envelope;
    Ties ties;
};
std::optional<Found> find(db::Session& db, const http::Viewer& viewer, RecordId id);
std::optional<Found> find(db::Session& db, const http::Viewer& viewer, std::string_view kind, std::int64_t number);

// What the viewer may do with a record that they may read; pages show their buttons by it.
struct Rights {
    bool edit{};
    bool publish{};
    bool moderate{};
};
BOOST_DESCRIBE_STRUCT(Rights, (), (edit, publish, moderate))
Rights rights(const Found& found);

// A record as lists show it.
struct Card {
    RecordId id;
    std::string kind;
    std::int64_t number{};
    std::string title;
    std::string title_en;
    std::string summary;
    std::string address;
    Visibility visibility{};
    State state{};
    base::AreaId area_id;
    base::Date happened_on;
    base::Instant edited_at;
    RecordId owner_id;
    std::string owner_title;  // empty where the owner is not for everybody to see
    std::string owner_address;
};
BOOST_DESCRIBE_STRUCT(Card, (),
                      (id, kind, number, title, title_en, summary, address, visibility, state, area_id, happened_on, edited_at, owner_id,
                       owner_title, owner_address))

// The cards of those among `ids` that the viewer may read, in the order of `ids`.
std::vector<Card> cards(db::Session& db, const http::Viewer& viewer, const std::vector<RecordId>& ids);

}  // namespace records
