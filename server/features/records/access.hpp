#pragma once

#include <boost/describe.hpp>
#include <cstdint>

// The one place that decides who may see and change a record: may_read() for one that is at hand, RECORDS_MAY_READ for lists in SQL.
// access_test.cpp proves that the two agree.
namespace records {

enum class Visibility : std::uint8_t { public_, partners, members, private_ };
enum class State : std::uint8_t { draft, review, published, withdrawn, deleted };
enum class Role : std::uint8_t { none, member, contributor, editor, steward };
BOOST_DESCRIBE_ENUM(Visibility, public_, partners, members, private_)
BOOST_DESCRIBE_ENUM(State, draft, review, published, withdrawn, deleted)
BOOST_DESCRIBE_ENUM(Role, none, member, contributor, editor, steward)

// What the rule asks of a record …
struct Guard {
    Visibility visibility{};
    State state{};
    bool owned{};  // belongs to an organisation, network or circle, not to its maker alone
};

// … and of what ties the viewer to it.
struct Ties {
    bool administrator{};
    bool maker{};    // wrote it first
    bool named{};    // stands on it by name
    bool partner{};  // has a role in an organisation named on it
    Role in_owner = Role::none;
    Role in_within = Role::none;  // in the circle or network that it lies in
};

bool may_read(const Guard& guard, const Ties& ties);
bool may_edit(const Guard& guard, const Ties& ties);
bool may_publish(const Guard& guard, const Ties& ties);   // approve, publish, withdraw
bool may_moderate(const Guard& guard, const Ties& ties);  // hide a comment, set the audience
bool may_restore(const Guard& guard, const Ties& ties);   // take back a deletion

}  // namespace records

// may_read() in SQL, over alias r of records_records; $1 is the viewer's person id, 0 for a guest.
// A guest's 0 meets no row: makers, named persons and holders of roles are never 0 here.
#define RECORDS_MAY_READ                                                                                                    \
    "((r.state = 'published' AND r.visibility = 'public') OR (r.state <> 'deleted' AND ("                                   \
    "(r.created_by = $1 AND r.created_by <> 0)"                                                                             \
    " OR EXISTS (SELECT 1 FROM records_grants g WHERE g.record_id = r.id AND g.person_id = $1 AND g.person_id <> 0)"        \
    " OR (r.visibility <> 'private' AND ("                                                                                  \
    "EXISTS (SELECT 1 FROM records_scopes s WHERE s.person_id = $1 AND s.scope_id = r.owner_id"                             \
    " AND (r.state = 'published' OR s.role IN ('editor', 'steward')))"                                                      \
    " OR EXISTS (SELECT 1 FROM records_scopes s WHERE s.person_id = $1 AND s.scope_id = r.within_id"                        \
    " AND (r.state = 'published' OR s.role <> 'member'))"                                                                   \
    " OR (r.state = 'published' AND r.visibility = 'partners' AND EXISTS (SELECT 1 FROM records_grants g"                   \
    " JOIN records_scopes s ON s.scope_id = g.scope_id WHERE g.record_id = r.id AND g.scope_id <> 0 AND s.person_id = $1))" \
    "))))"                                                                                                                  \
    ")"
