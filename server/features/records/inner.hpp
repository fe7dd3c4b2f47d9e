#pragma once

#include <string_view>

#include "records/envelope.hpp"

// Records that lie in another, as sessions lie in their circle. An inner record is never wider than its outer one: it has the outer's
// audience until it is given a narrower one of its own, and it is published only while the outer is. What happens to the outer happens
// to them in the same transaction, with an event for each.
namespace records {

// The audience with which a record begins that lies in this one. Who made the outer one reads what lies in it, also in private.
Audience audience_inside(db::Session& db, RecordId outer);
// Throws Problem 409 `outer_not_published` if it lies in a record that is not published.
void require_published_outer(db::Session& db, const Envelope& record);

// A person sets the audience. Whom it would shut out of the record by their own doing stays among its readers by name. Throws Problem 422
// `wider_than_outer`.
Audience change_audience(db::Tx& tx, base::PersonId actor, RecordId id, std::int64_t version, const Audience& wanted);
// A person moves the record to another state, or takes a deletion back: the record's own event is the one that `action` names.
Envelope move_with_inner(db::Tx& tx, base::PersonId actor, RecordId id, State to, std::string_view action);
Envelope restore_with_inner(db::Tx& tx, base::PersonId actor, RecordId id);

}  // namespace records
