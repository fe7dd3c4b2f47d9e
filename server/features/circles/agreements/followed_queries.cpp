#include "circles/agreements/followed.hpp"

namespace circles {

struct AgreementOfSession : Agreement {
    std::string session;
    std::string session_address;
    base::Date agreed_on;
};
BOOST_DESCRIBE_STRUCT(AgreementOfSession, (Agreement), (session, session_address, agreed_on))

// More than a circle comes to in decades.
static constexpr std::int64_t most_agreements = 1000;

std::vector<FollowedAgreement> list_followed(db::Session& db, const http::Viewer& viewer, CircleId circle) {
    std::vector<FollowedAgreement> agreements;
    for (auto& row : db.all<AgreementOfSession>(
             "SELECT a.id, a.body, a.owner_id, a.owner, a.due_on, a.state, a.done_on, a.note, a.version, a.point_id, r.title AS session,"
             " r.address AS session_address, s.date AS agreed_on FROM circles_agreements a JOIN circles_sessions s ON s.id = a.session_id"
             " JOIN records_v_records r ON r.id = s.id WHERE s.circle_id = $2 AND r.state = 'published' AND " RECORDS_MAY_READ
             " ORDER BY s.date DESC, a.id DESC LIMIT $3",
             viewer.person, circle, most_agreements)) {
        FollowedAgreement followed{row, std::move(row.session), std::move(row.session_address), row.agreed_on, {}, false, false};
        agreements.push_back(std::move(followed));
    }
    return agreements;
}

}  // namespace circles
