#include "goals/proposal/proposal_queries.hpp"

#include "base/json/json.hpp"

namespace goals {

#define PROPOSAL                                                                                                                   \
    "SELECT p.id, p.aim_id, p.indicator_id, p.joined_into, p.decision, p.decided_on, p.meeting, p.reason, p.decided_by, p.content" \
    " FROM goals_proposals p"

struct StoredProposal : ProposalRow {
    std::string content;
};
BOOST_DESCRIBE_STRUCT(StoredProposal, (ProposalRow), (content))

static Proposal read(const StoredProposal& stored) {
    return {stored, json::read_own<ProposalContent>(stored.content)};
}

Proposal get_proposal(db::Session& db, ProposalId id) {
    return read(db.one<StoredProposal>(PROPOSAL " WHERE p.id = $1", id));
}

std::vector<Proposal> list_proposals(db::Session& db, base::PersonId viewer, records::RecordId aim) {
    std::vector<Proposal> proposals;
    const auto take = [&](const StoredProposal& stored) { proposals.push_back(read(stored)); };
    db.each<StoredProposal>(PROPOSAL " JOIN records_v_records r ON r.id = p.id WHERE r.state = 'published' AND " RECORDS_MAY_READ
                                     " AND p.aim_id = $2 ORDER BY p.id",
                            take, viewer, aim);
    return proposals;
}

std::int64_t count_supports(db::Session& db, ProposalId id) {
    return db.one<std::int64_t>("SELECT count(*) FROM goals_supports WHERE record_id = $1", id);
}

void insert_proposal(db::Tx& tx, ProposalId id, records::RecordId aim, IndicatorId indicator, const ProposalContent& content) {
    tx.run(
        "INSERT INTO goals_proposals (id, aim_id, indicator_id, joined_into, content, decision, decided_on, meeting, reason, decided_by)"
        " VALUES ($1, $2, $3, 0, $4, 'open', NULL, '', '', 0)",
        id, aim, indicator, json::write(content));
}

void update_content(db::Tx& tx, ProposalId id, IndicatorId indicator, const ProposalContent& content) {
    tx.run("UPDATE goals_proposals SET indicator_id = $2, content = $3 WHERE id = $1", id, indicator, json::write(content));
}

void set_indicator(db::Tx& tx, ProposalId id, IndicatorId indicator) {
    tx.run("UPDATE goals_proposals SET indicator_id = $2 WHERE id = $1", id, indicator);
}

void set_joined(db::Tx& tx, ProposalId id, ProposalId into) {
    tx.run("UPDATE goals_proposals SET joined_into = $2 WHERE id = $1", id, into);
}

void set_verdict(db::Tx& tx, ProposalId id, const Verdict& verdict, base::PersonId actor) {
    tx.run("UPDATE goals_proposals SET decision = $2, decided_on = $3, meeting = $4, reason = $5, decided_by = $6 WHERE id = $1", id,
           verdict.decided.decision, verdict.decided.on, verdict.decided.meeting, verdict.reason, actor);
}

}  // namespace goals
