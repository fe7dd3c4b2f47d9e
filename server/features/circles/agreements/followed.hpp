#pragma once

#include "circles/session/agreements.hpp"
#include "http/viewer.hpp"
#include "records/records.hpp"

namespace http {
class Router;
}

// What the sessions of a circle agreed on, followed until it is done. Partners cannot be ordered (words of the product: docs/words.md):
// whose it is says how it stands, a day that has passed is told to those it concerns only, and to nobody in red.
namespace circles {

struct FollowedAgreement {
    Agreement agreement;
    std::string session;
    std::string session_address;
    base::Date agreed_on;
    std::optional<std::int64_t> days_past;  // since the day that was meant; for insiders and whose it is
    bool may_tell{};                        // the viewer says how it stands
    bool may_hand_on{};                     // and whose it is
};
BOOST_DESCRIBE_STRUCT(FollowedAgreement, (), (agreement, session, session_address, agreed_on, days_past, may_tell, may_hand_on))

struct AgreementsReply {
    records::Envelope record;
    bool wanted{};                              // the circle writes agreements down
    std::vector<FollowedAgreement> agreements;  // open ones by their day, those without one after them; then the others, the newest first
};
BOOST_DESCRIBE_STRUCT(AgreementsReply, (), (record, wanted, agreements))
AgreementsReply agreements_reply(db::Session& db, const http::Viewer& viewer, const records::Found& circle, base::Date today);

// How it stands, by whose it is or by who edits the session. Whose it is from now on says only who edits.
struct StandsForm {
    AgreementState state{};
    std::optional<records::RecordId> owner_id;  // without these two it stays whose it is
    std::optional<base::Text<0, 300>> owner;
    std::optional<base::Date> due_on;  // another day that is meant; without one, none is set
    std::optional<base::Text<0, 2000>> note;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(StandsForm, (), (state, owner_id, owner, due_on, note, version))
// Whose it is: that person, and who writes for that organisation.
bool is_whose(db::Session& db, base::PersonId viewer, const Agreement& agreement);
// As it is written down from then on; done today where it is done.
AgreementForm as_told(const Agreement& agreement, const StandsForm& form, base::Date today);

std::vector<FollowedAgreement> list_followed(db::Session& db, const http::Viewer& viewer, CircleId circle);

void add_agreement_routes(http::Router& router);

}  // namespace circles
