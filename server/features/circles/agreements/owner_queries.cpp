#include "circles/agreements/owner.hpp"

#include <algorithm>

#include "circles/session/people.hpp"
#include "http/problem.hpp"

namespace circles {

// More than anybody looks through.
static constexpr std::int64_t most_choices = 200;

static std::vector<records::RecordId> list_near(db::Session& db, CircleId circle, records::RecordId organiser) {
    return db.all<records::RecordId>(
        "SELECT id FROM ("
        "SELECT a.owner_id AS id, 1 AS nearness FROM circles_agreements a JOIN circles_sessions s ON s.id = a.session_id"
        " WHERE s.circle_id = $1"
        " UNION ALL SELECT h.host_id, 2 FROM circles_hosts h WHERE h.circle_id = $1 AND h.left_on IS NULL"
        " UNION ALL SELECT CAST($2 AS BIGINT), 3"
        " UNION ALL SELECT k.person_id, 4 FROM records_v_scopes k WHERE k.scope_id = $1"
        " UNION ALL SELECT p.person_id, 5 FROM circles_people p JOIN circles_sessions s ON s.id = p.session_id WHERE s.circle_id = $1"
        ") near WHERE id <> 0 GROUP BY id ORDER BY min(nearness), id LIMIT $3",
        circle, organiser, most_choices);
}

static bool can_own(std::string_view kind) {
    return kind == "person" || kind == "organisation";
}

// Those who are there stand by name on the session, whether their own record is open to the viewer or not.
static std::vector<OwnerChoice> list_there(db::Session& db, SessionId session) {
    std::vector<OwnerChoice> there;
    for (auto& attendee : list_people(db, session))
        if (attendee.person_id) there.push_back({records::record_id(attendee.person_id), "person", std::move(attendee.name)});
    return there;
}

std::vector<OwnerChoice> list_owner_choices(db::Session& db, const http::Viewer& viewer, const records::Envelope& session) {
    auto choices = list_there(db, {session.id.value});
    const auto near = list_near(db, {session.within_id.value}, session.owner_id);
    for (auto& card : records::cards(db, viewer, near)) {
        const bool is_there = std::ranges::find(choices, card.id, &OwnerChoice::id) != choices.end();
        if (can_own(card.kind) && !is_there) choices.push_back({card.id, std::move(card.kind), std::move(card.title)});
    }
    return choices;
}

// By their own record, or as they are listed on a session of this circle.
static std::optional<std::string> find_name(db::Session& db, const http::Viewer& viewer, CircleId circle, records::RecordId id) {
    const auto cards = records::cards(db, viewer, {id});
    if (!cards.empty()) return can_own(cards.front().kind) ? std::optional(cards.front().title) : std::nullopt;
    return find_name_in_circle(db, viewer, circle, {id.value});
}

AgreementForm with_owner(db::Session& db, const http::Viewer& viewer, CircleId circle, AgreementForm form, const Agreement& stands) {
    const auto owner = form.owner_id.value_or(records::RecordId{});
    if (!owner) return form;
    const auto name = owner == stands.owner_id ? std::optional(stands.owner) : find_name(db, viewer, circle, owner);
    if (!name) throw http::Problem(422, "invalid_input").at("/owner_id", "unknown_owner");
    form.owner = {{*name}};
    return form;
}

}  // namespace circles
