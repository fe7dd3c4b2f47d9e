#pragma once

#include "db/db.hpp"
#include "goals/proposal/proposal.hpp"
#include "goals/vote/decision.hpp"

namespace goals {

struct ProposalRow {
    ProposalId id;
    records::RecordId aim_id;  // the goal or the set
    IndicatorId indicator_id;  // here already, or made of it; 0: none yet
    ProposalId joined_into;    // 0: it goes on itself
    Decision decision{};
    std::optional<base::Date> decided_on;
    std::string meeting;
    std::string reason;
    base::PersonId decided_by;
};
BOOST_DESCRIBE_STRUCT(ProposalRow, (), (id, aim_id, indicator_id, joined_into, decision, decided_on, meeting, reason, decided_by))

struct Proposal : ProposalRow {
    ProposalContent content;
};
Proposal get_proposal(db::Session& db, ProposalId id);
// Published ones of a goal or set, in the order in which they were proposed.
std::vector<Proposal> list_proposals(db::Session& db, base::PersonId viewer, records::RecordId aim);
std::int64_t count_supports(db::Session& db, ProposalId id);

void insert_proposal(db::Tx& tx, ProposalId id, records::RecordId aim, IndicatorId indicator, const ProposalContent& content);
void update_content(db::Tx& tx, ProposalId id, IndicatorId indicator, const ProposalContent& content);
void set_indicator(db::Tx& tx, ProposalId id, IndicatorId indicator);
void set_joined(db::Tx& tx, ProposalId id, ProposalId into);

struct Verdict {
    Decided decided{};
    std::string reason{};
};
void set_verdict(db::Tx& tx, ProposalId id, const Verdict& verdict, base::PersonId actor);

}  // namespace goals
