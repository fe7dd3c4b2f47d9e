#pragma once

#include "circles/session/session.hpp"
#include "db/db.hpp"

namespace circles {

enum class AgreementState : std::uint8_t { open, done, dropped };
BOOST_DESCRIBE_ENUM(AgreementState, open, done, dropped)

// Who will do what until when.
struct AgreementForm {
    base::Text<1, 2000> body;
    std::optional<records::RecordId> owner_id;  // a person or an organisation
    std::optional<base::Text<0, 300>> owner;    // or by name
    std::optional<base::Date> due_on;
    std::optional<AgreementState> state;  // open
    std::optional<base::Date> done_on;
    std::optional<base::Text<0, 2000>> note;
    std::optional<std::int64_t> version;  // of the agreement, when it is changed
    std::optional<PointId> point_id;      // what was said that became it; stays as it is when it is changed
};
BOOST_DESCRIBE_STRUCT(AgreementForm, (), (body, owner_id, owner, due_on, state, done_on, note, version, point_id))

struct Agreement {
    AgreementId id;
    std::string body;
    records::RecordId owner_id;
    std::string owner;
    std::optional<base::Date> due_on;
    AgreementState state{};
    std::optional<base::Date> done_on;
    std::string note;
    std::int64_t version{};
    std::optional<PointId> point_id;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (id, body, owner_id, owner, due_on, state, done_on, note, version, point_id))

// Throws Problem 404 for a point that the session has not, 409 `point_is_agreed` for one that became an agreement before.
AgreementId insert_agreement(db::Tx& tx, SessionId session, const AgreementForm& form);
// Throws Problem 412 `edited_elsewhere` unless `form.version` is the newest.
void update_agreement(db::Tx& tx, SessionId session, AgreementId id, const AgreementForm& form);
void delete_agreement(db::Tx& tx, SessionId session, AgreementId id);
std::vector<Agreement> list_agreements(db::Session& db, SessionId session);
// Throws Problem 404 where the session has none of that id.
Agreement get_agreement(db::Session& db, SessionId session, AgreementId id);

}  // namespace circles
