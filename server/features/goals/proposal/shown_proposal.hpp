#pragma once

#include "goals/goal/shown_goal.hpp"
#include "goals/proposal/proposal_queries.hpp"

// A proposed indicator as lists, its page and its API route show it.
namespace goals {

struct ProposalCard {
    records::RecordId id;
    std::int64_t number{};
    std::string title;
    std::string address;
    ProposalContent content;
    Traits traits;  // of the indicator; while there is none, of the one that it would be
    GoalState standing{};
    std::int64_t supports{};
    bool mine{};  // the viewer supports it
    VoteSum votes;
    std::optional<base::Date> decided_on;
    std::string reason;                        // why it was refused
    std::optional<records::Card> indicator;    // here already, or made of it; none where the viewer may not read it
    std::string code;                          // of that indicator
    std::optional<LatestFigure> latest;        // of an accepted one, in the goal's area
    std::string area;                          // the code of that area
    bool joined{};                             // another proposal goes on for both
    std::optional<records::Card> joined_into;  // that one; none where the viewer may not read it any more
};
BOOST_DESCRIBE_STRUCT(ProposalCard, (),
                      (id, number, title, address, content, traits, standing, supports, mine, votes, decided_on, reason, indicator, code,
                       latest, area, joined, joined_into))
GoalState standing_of(const ProposalLine& proposal);
// Of a goal or set: accepted ones first, then those that most people support, then the refused and joined ones.
std::vector<ProposalLine> list_in_order(db::Session& db, base::PersonId viewer, records::RecordId aim);
std::vector<ProposalCard> show_proposals(db::Session& db, const GoalView& view, const records::Envelope& aim);

struct ShownProposal {
    records::Envelope record;
    records::Rights rights;
    records::Card aim;  // the goal or the set
    bool may_decide{};  // who may edit that
    bool may_reword{};  // also who proposed it, until somebody has voted
    ProposalCard proposal;
    std::string proposed_by;  // empty for somebody whom the viewer may not know
    std::optional<SetPlace> area;
    Votes votes;
    ShownDecision decision;
    std::vector<std::string> groups;    // of a set: the groups into which it could come; "" for one without a name
    std::vector<records::Card> others;  // into which it could be joined
};
BOOST_DESCRIBE_STRUCT(ShownProposal, (),
                      (record, rights, aim, may_decide, may_reword, proposal, proposed_by, area, votes, decision, groups, others))
ShownProposal show_proposal(db::Session& db, const GoalView& view, const records::Found& found);

// Who may edit the goal or set in which a proposal lies.
bool may_decide(db::Session& db, const http::Viewer& viewer, records::RecordId aim);
bool may_reword(const http::Viewer& viewer, const records::Found& proposal);

// Readable before any script runs.
http::Page proposal_page(const ShownProposal& proposal, base::Language language);
http::html::Html proposal_lines(const std::vector<ProposalLine>& proposals, base::Language language);

}  // namespace goals
