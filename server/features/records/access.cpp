#include "records/access.hpp"

namespace records {

// A maker keeps a hand on the work while it belongs to nobody else, or while the place it belongs to still lets them contribute.
static bool own(const Guard& guard, const Ties& ties) {
    return ties.maker && (!guard.owned || ties.in_owner >= Role::contributor || ties.in_within >= Role::contributor);
}

// Private papers are for their maker and the persons named on them: no role in the house opens them.
static bool edits(const Guard& guard, const Ties& ties) {
    if (own(guard, ties)) return true;
    if (guard.visibility == Visibility::private_) return false;
    return ties.in_owner >= Role::editor || ties.in_within >= Role::contributor;
}

static bool belongs(const Guard& guard, const Ties& ties) {
    if (guard.visibility == Visibility::private_) return false;
    if (ties.in_owner > Role::none || ties.in_within > Role::none) return true;
    return guard.visibility == Visibility::partners && ties.partner;
}

bool may_read(const Guard& guard, const Ties& ties) {
    if (guard.state == State::deleted) return false;
    if (ties.maker || ties.named || edits(guard, ties)) return true;
    if (guard.state != State::published) return false;
    return guard.visibility == Visibility::public_ || belongs(guard, ties);
}

// An administrator runs the house: that opens nothing to read, but what can be read can be put right.
bool may_edit(const Guard& guard, const Ties& ties) {
    return may_read(guard, ties) && (edits(guard, ties) || ties.administrator);
}

bool may_publish(const Guard& guard, const Ties& ties) {
    if (!may_edit(guard, ties)) return false;
    return ties.administrator || !guard.owned || ties.in_owner >= Role::editor || ties.in_within >= Role::editor;
}

bool may_moderate(const Guard& guard, const Ties& ties) {
    if (!may_edit(guard, ties)) return false;
    return ties.administrator || (ties.maker && !guard.owned) || ties.in_owner == Role::steward || ties.in_within == Role::steward;
}

bool may_restore(const Guard& guard, const Ties& ties) {
    return guard.state == State::deleted && edits(guard, ties);
}

}  // namespace records
