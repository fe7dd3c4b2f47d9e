#include "circles/agreements/followed.hpp"

#include <algorithm>

#include "circles/circle/circle_queries.hpp"
#include "circles/sight.hpp"

namespace circles {

bool is_whose(db::Session& db, base::PersonId viewer, const Agreement& agreement) {
    if (!viewer || !agreement.owner_id) return false;
    if (records::record_id(viewer) == agreement.owner_id) return true;
    return records::role_in(db, viewer, agreement.owner_id) >= records::Role::contributor;
}

AgreementForm as_told(const Agreement& agreement, const StandsForm& form, base::Date today) {
    AgreementForm told;
    told.body = {agreement.body};
    const bool stays = !form.owner_id && !form.owner;
    told.owner_id = stays ? agreement.owner_id : form.owner_id.value_or(records::RecordId{});
    told.owner = stays ? base::Text<0, 300>{agreement.owner} : form.owner.value_or(base::Text<0, 300>{});
    told.due_on = form.due_on;
    told.state = form.state;
    if (form.state == AgreementState::done) told.done_on = agreement.done_on.value_or(today);
    told.note = form.note;
    told.version = form.version;
    return told;
}

// Open ones first: by their day, and those without one after them.
static bool stands_before(const FollowedAgreement& a, const FollowedAgreement& b) {
    const bool a_open = a.agreement.state == AgreementState::open;
    const bool b_open = b.agreement.state == AgreementState::open;
    if (a_open != b_open) return a_open;
    if (!a_open) return a.agreed_on > b.agreed_on;
    constexpr base::Date some_day{9999, 12, 31};
    return a.agreement.due_on.value_or(some_day) < b.agreement.due_on.value_or(some_day);
}

AgreementsReply agreements_reply(db::Session& db, const http::Viewer& viewer, const records::Found& circle, base::Date today) {
    const CircleId id{circle.envelope.id.value};
    const auto seen = sight(circle);
    AgreementsReply reply{circle.envelope, get_circle(db, id).agreements_wanted, list_followed(db, viewer, id)};
    for (auto& each : reply.agreements) {
        const bool whose = is_whose(db, viewer.person, each.agreement);
        const auto& due = each.agreement.due_on;
        each.may_hand_on = seen == Sight::editor;
        each.may_tell = each.may_hand_on || whose;
        if ((seen > Sight::outsider || whose) && each.agreement.state == AgreementState::open && due && *due < today)
            each.days_past = base::days_between(*due, today);
    }
    std::ranges::stable_sort(reply.agreements, stands_before);
    return reply;
}

}  // namespace circles
