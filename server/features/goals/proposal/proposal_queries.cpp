#include "goals/proposal/proposal_queries.hpp"

#include "base/json/json.hpp"

namespace goals {

#define PROPOSAL \
    "p.id, p.aim_id, p.indicator_id, p.joined_into, p.decision, p.decided_on, p.meeting, p.reason, p.decided_by, p.brought, p.content"

struct StoredProposal : ProposalRow {
    std::string content;
};
BOOST_DESCRIBE_STRUCT(StoredProposal, (ProposalRow), (content))

static Proposal read(const StoredProposal& stored) {
    return {stored, json::read_own<ProposalContent>(stored.content)};
}

Proposal get_proposal(db::Session& db, ProposalId id) {
    return read(db.one<StoredProposal>("SELECT " PROPOSAL " FROM goals_proposals p WHERE p.id = $1", id));
}

std::vector<Proposal> list_proposals(db::Session& db, base::PersonId viewer, records::RecordId aim) {
    std::vector<Proposal> proposals;
    const auto take = [&](const StoredProposal& stored) { proposals.push_back(read(stored)); };
    db.each<StoredProposal>("SELECT " PROPOSAL
                            " FROM goals_proposals p JOIN records_v_records r ON r.id = p.id WHERE r.state = 'published'"
                            " AND " RECORDS_MAY_READ " AND p.aim_id = $2 ORDER BY p.id",
                            take, viewer, aim);
    return proposals;
}

struct StoredLine : StoredProposal {
    std::int64_t number{};
    std::string title;
    std::string address;
    std::int64_t supports{};
    bool mine{};
    std::int64_t places{};
    std::int64_t yes{};
    std::int64_t no{};
    std::int64_t abstain{};
};
BOOST_DESCRIBE_STRUCT(StoredLine, (StoredProposal), (number, title, address, supports, mine, places, yes, no, abstain))

static ProposalLine read(const StoredLine& stored) {
    const VoteSum votes{stored.places, stored.yes, stored.no, stored.abstain};
    return {
        read(static_cast<const StoredProposal&>(stored)), stored.number, stored.title, stored.address, stored.supports, stored.mine, votes};
}

// Those of which a column of goals_proposals is $2. Of the votes of a place the newest count stands.
#define PROPOSAL_LINES(column)                                                                                                \
    "SELECT " PROPOSAL                                                                                                        \
    ", r.number, r.title, r.address,"                                                                                         \
    " (SELECT count(*) FROM goals_supports s WHERE s.record_id = p.id) AS supports,"                                          \
    " EXISTS (SELECT 1 FROM goals_supports s WHERE s.record_id = p.id AND s.person_id = $1) AS mine,"                         \
    " coalesce(v.places, 0) AS places, coalesce(v.yes, 0) AS yes, coalesce(v.no, 0) AS no, coalesce(v.abstain, 0) AS abstain" \
    " FROM goals_proposals p JOIN records_v_records r ON r.id = p.id"                                                         \
    " LEFT JOIN (SELECT c.record_id, count(*) AS places, CAST(sum(c.yes) AS BIGINT) AS yes, CAST(sum(c.no) AS BIGINT) AS no," \
    " CAST(sum(c.abstain) AS BIGINT) AS abstain FROM goals_votes c"                                                           \
    " WHERE c.record_id IN (SELECT id FROM goals_proposals WHERE " column                                                     \
    " = $2)"                                                                                                                  \
    " AND c.nth = (SELECT max(w.nth) FROM goals_votes w WHERE w.record_id = c.record_id AND w.area_id = c.area_id)"           \
    " GROUP BY c.record_id) v ON v.record_id = p.id WHERE " RECORDS_MAY_READ " AND p." column " = $2"

std::vector<ProposalLine> list_proposal_lines(db::Session& db, base::PersonId viewer, records::RecordId aim) {
    std::vector<ProposalLine> lines;
    const auto take = [&](const StoredLine& stored) { lines.push_back(read(stored)); };
    db.each<StoredLine>(PROPOSAL_LINES("aim_id") " AND r.state = 'published' ORDER BY p.id", take, viewer, aim);
    return lines;
}

std::optional<ProposalLine> find_proposal_line(db::Session& db, base::PersonId viewer, ProposalId id) {
    const auto stored = db.find<StoredLine>(PROPOSAL_LINES("id"), viewer, id);
    return stored ? std::optional(read(*stored)) : std::nullopt;
}

Undecided count_undecided(db::Session& db, records::RecordId aim, base::PersonId person) {
    return db.one<Undecided>(
        "SELECT count(*) AS together, count(CASE WHEN r.created_by = $2 THEN 1 END) AS own FROM goals_proposals p"
        " JOIN records_v_records r ON r.id = p.id"
        " WHERE p.aim_id = $1 AND p.decision = 'open' AND p.joined_into = 0 AND r.state = 'published'",
        aim, person);
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

void set_brought(db::Tx& tx, ProposalId id, bool brought) {
    tx.run("UPDATE goals_proposals SET brought = $2 WHERE id = $1", id, brought);
}

void set_verdict(db::Tx& tx, ProposalId id, const Verdict& verdict, base::PersonId actor) {
    tx.run("UPDATE goals_proposals SET decision = $2, decided_on = $3, meeting = $4, reason = $5, decided_by = $6 WHERE id = $1", id,
           verdict.decided.decision, verdict.decided.on, verdict.decided.meeting, verdict.reason, actor);
}

}  // namespace goals
