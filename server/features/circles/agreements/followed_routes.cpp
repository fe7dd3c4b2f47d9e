#include "circles/agreements/followed.hpp"
#include "circles/agreements/owner.hpp"
#include "circles/room/room_queries.hpp"
#include "circles/session/session_reply.hpp"
#include "circles/sight.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

static AgreementsReply show_agreements(http::Call& call, const records::Readable<CircleId>& circle) {
    return agreements_reply(call.read(), call.viewer(), circle.found, base::bangkok_date(call.now()));
}

static std::vector<OwnerChoice> offer_owners(http::Call& call, const records::Writable<SessionId>& session) {
    return list_owner_choices(call.read(), call.viewer(), session.found.envelope);
}

static Agreement tell_how_it_stands(http::Call& call, const records::Readable<SessionId>& session, AgreementId id, const StandsForm& form) {
    const auto agreement = get_agreement(call.read(), session.id, id);
    const bool edits = sight(session.found) == Sight::editor;
    const bool hands_on = form.owner_id || form.owner;
    if (!edits && (hands_on || !is_whose(call.read(), call.person(), agreement))) throw http::not_allowed();
    const CircleId circle{session->within_id.value};
    const auto told = with_owner(call.read(), call.viewer(), circle, as_told(agreement, form, base::bangkok_date(call.now())), agreement);
    return call.write([&](db::Tx& tx) {
        update_agreement(tx, session.id, id, told);
        refresh_text(tx, session.id);
        stir(tx, session.id);  // who writes notes in its room sees it at once
        journal::record(tx, call.person(), "circles.agreement_edited", {session.id, 0, json::write(told)});
        return get_agreement(tx, session.id, id);
    });
}

void add_agreement_routes(http::Router& router) {
    router.get("/api/circles/{circle}/agreements", show_agreements, access::may_read);
    router.get("/api/sessions/{session}/agreements/owners", offer_owners, access::may_edit);
    router.put("/api/sessions/{session}/agreements/{agreement}/stands", tell_how_it_stands, access::signed_in, http::WriteKind::proposal);
}

}  // namespace circles
