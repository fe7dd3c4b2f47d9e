#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/person.hpp"
#include "base/time.hpp"
#include "db/db.hpp"

// Who changed what, when: one event for every write, in the same transaction; readers follow it (journal/follower.hpp).
namespace journal {

struct EventTag;
using EventId = base::Id<EventTag>;

// What was written: a record's whole content at this version, as JSON; empty where an event has none.
struct Revision {
    std::int64_t record_id = 0;  // 0: the event is about no single record
    std::int64_t version = 0;
    std::string_view body;

    Revision() = default;
    template <class Tag>
    Revision(base::Id<Tag> record, std::int64_t version_written, std::string_view body_written = {})
        : record_id(record.value), version(version_written), body(body_written) {}
};

// Appends one event. `action` is "<feature>.<what happened>", as "circles.session_planned". The actor 0 is the system.
EventId record(db::Tx& tx, base::PersonId actor, std::string_view action, const Revision& revision);

// A sealed event, as followers see it.
struct Event {
    std::int64_t sequence = 0;  // 1, 2, 3 … in the order of commits
    EventId id;
    base::Instant at;
    base::PersonId actor_id;
    std::string action;
    std::int64_t record_id = 0;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Event, (), (sequence, id, at, actor_id, action, record_id, version))

// Sealed events after `sequence`, at most `limit`, in order.
std::vector<Event> list_after(db::Session& session, std::int64_t sequence, int limit);
std::int64_t last_sequence(db::Session& session);
// Committed and without their place in the chain yet: milliseconds' worth, unless the sealer rests.
std::int64_t count_unsealed(db::Session& session);
// The newest id of any event, sealed or not: told to Database::ids() at start. 0 if there is none.
std::int64_t last_event_id(db::Session& session);

// Which events a list shows; what is left empty does not narrow it.
struct Wanted {
    std::optional<EventId> before{};  // the last one of the page before
    base::PersonId actor{};
    std::string action{};  // or what it begins with: "circles."
    std::int64_t record_id = 0;
    int limit = 50;
};
// Who did what, newest first, sealed or not.
struct Deed {
    EventId id;
    base::Instant at;
    base::PersonId actor_id;
    std::string action;
    std::int64_t record_id = 0;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Deed, (), (id, at, actor_id, action, record_id, version))
std::vector<Deed> list_newest(db::Session& session, const Wanted& wanted);

// One step in the life of a record; the body is absent where the event has none or it was erased.
struct Change {
    EventId event_id;
    base::Instant at;
    base::PersonId actor_id;
    std::string action;
    std::int64_t version = 0;
    std::optional<std::string> body;
};
BOOST_DESCRIBE_STRUCT(Change, (), (event_id, at, actor_id, action, version, body))

// Newest first.
std::vector<Change> list_changes(db::Session& session, std::int64_t record_id, int limit);
std::optional<std::string> find_body(db::Session& session, std::int64_t record_id, std::int64_t version);

// Erases what was written about a record (all of it, or one version), because the law asks for it; the journal stays whole.
// Returns how many texts went. The erasure is itself an event.
// Its version is 0 if all texts went.
inline constexpr std::string_view erasure = "journal.erased";
std::int64_t erase(db::Tx& tx, base::PersonId actor, std::int64_t record_id, std::optional<std::int64_t> version = {});

std::span<const db::Migration> migrations();

}  // namespace journal
