#pragma once

#include "db/db.hpp"
#include "goals/proposal/proposal.hpp"
#include "goals/vote/decision.hpp"
#include "goals/vote/vote.hpp"

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
    bool brought{};  // accepting it changed the goal or set
};
BOOST_DESCRIBE_STRUCT(ProposalRow, (), (id, aim_id, indicator_id, joined_into, decision, decided_on, meeting, reason, decided_by, brought))

struct Proposal : ProposalRow {
    ProposalContent content;
};
Proposal get_proposal(db::Session& db, ProposalId id);
// Published ones of a goal or set, in the order in which they were proposed.
std::vector<Proposal> list_proposals(db::Session& db, base::PersonId viewer, records::RecordId aim);

// One as lists show it: beside its words what people did with it.
struct ProposalLine : Proposal {
    std::int64_t number{};
    std::string title;
    std::string address;
    std::int64_t supports{};
    bool mine{};  // the viewer supports it
    VoteSum votes;
};
std::vector<ProposalLine> list_proposal_lines(db::Session& db, base::PersonId viewer, records::RecordId aim);
// Whatever its state.
std::optional<ProposalLine> find_proposal_line(db::Session& db, base::PersonId viewer, ProposalId id);

// Published ones of a goal or set that nobody has decided or joined yet.
struct Undecided {
    std::int64_t together{};
    std::int64_t own{};  // that this person proposed
};
BOOST_DESCRIBE_STRUCT(Undecided, (), (together, own))
Undecided count_undecided(db::Session& db, records::RecordId aim, base::PersonId person);

void insert_proposal(db::Tx& tx, ProposalId id, records::RecordId aim, IndicatorId indicator, const ProposalContent& content);
void update_content(db::Tx& tx, ProposalId id, IndicatorId indicator, const ProposalContent& content);
void set_indicator(db::Tx& tx, ProposalId id, IndicatorId indicator);
void set_joined(db::Tx& tx, ProposalId id, ProposalId into);
void set_brought(db::Tx& tx, ProposalId id, bool brought);

struct Verdict {
    Decided decided{};
    std::string reason{};
};
void set_verdict(db::Tx& tx, ProposalId id, const Verdict& verdict, base::PersonId actor);

}  // namespace goals
