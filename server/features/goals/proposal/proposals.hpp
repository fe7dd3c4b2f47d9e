#pragma once

#include "goals/proposal/proposal_queries.hpp"

// What becomes of a proposed indicator: each is one step of a transaction, with its event.
namespace goals {

struct NewProposal {
    records::Envelope aim{};  // the goal or the set
    ProposalContent content{};
    IndicatorId indicator{};  // that of the content's code
    base::Language language = base::Language::th;
};
// It lies in its goal or set, is never wider, and who proposed it supports it. Throws Problem 409 `proposed_already` with the number of the
// one that says the same and is not refused; 409 `many_proposals` or `many_own_proposals` while too many wait to be decided; 409
// `aim_of_nobody` for a set that is shipped; 422 where it is measured there already.
records::Envelope propose(db::Tx& tx, base::PersonId actor, const NewProposal& proposal);
// Before anybody has voted: else 409 `vote_begun`, or `proposal_closed` where it is decided or joined. Throws 412 `edited_elsewhere` if
// `version` is no longer the newest.
records::Envelope reword(db::Tx& tx, base::PersonId actor, const records::Envelope& proposal, std::int64_t version,
                         const NewProposal& words);

// What an accepted one needs besides.
struct Adoption {
    std::string code{};  // as read_code gives it; empty: made from the record's number
    areas::Level level = areas::Level::village;
    std::optional<std::int64_t> group{};  // of a set: which group it comes into, from 0; none: the last
};
// Accepted, it becomes an indicator or the one that it names, the goal's own where that had none, and an item of the set; opened again or
// refused, the goal or set has it no longer, unless it had it before, and the indicator stays with what was measured. Throws Problem 409
// `proposal_closed` for one that was joined.
records::Envelope decide(db::Tx& tx, base::PersonId actor, const records::Envelope& proposal, std::int64_t version, const Verdict& verdict,
                         const Adoption& adoption);

// It goes on as the other one, whose supporters its own become; none: it goes on itself again. 409 `vote_begun` once its ballots were
// counted, `proposal_closed` where one of them is decided or joined; 422 at "/into" for one of another goal or set.
records::Envelope join(db::Tx& tx, base::PersonId actor, const records::Envelope& proposal, std::int64_t version, ProposalId into);

}  // namespace goals
