#pragma once

#include "circles/session/agreements.hpp"
#include "http/viewer.hpp"
#include "records/records.hpp"

// Whose an agreement is: a person or an organisation, or a name alone where they are not in Lomwong.
namespace circles {

struct OwnerChoice {
    records::RecordId id;
    std::string kind;  // person, organisation
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OwnerChoice, (), (id, kind, name))

// Whom an agreement of this session is likely to be of, the nearest first: who is there, who has taken something on in this circle, its
// hosts and its organiser, who keeps it, who came before.
std::vector<OwnerChoice> list_owner_choices(db::Session& db, const http::Viewer& viewer, const records::Envelope& session);

// As it is written down: somebody who is known goes by the name that they have here. Whose it was before may stay, also where the writer
// may no longer read their record. Throws Problem 422 `unknown_owner`.
AgreementForm with_owner(db::Session& db, const http::Viewer& viewer, CircleId circle, AgreementForm form, const Agreement& stands = {});

}  // namespace circles
