#pragma once

#include "goals/proposal/proposals.hpp"

// What an accepted proposal makes of its goal or set; steps of a transaction.
namespace goals {

// Throws Problem 422 at "/indicator" where the goal or set measures by it already.
void require_not_measured(db::Session& db, const records::Envelope& aim, IndicatorId indicator);
// Makes the indicator unless there is one, with a definition from that year (CE), and gives it to the goal or set.
void adopt(db::Tx& tx, base::PersonId actor, const Proposal& proposal, const Adoption& adoption, int year);
// The goal or set has it no longer where adopt() gave it; of a goal that aims at numbers of it, it stays the measure.
void give_up(db::Tx& tx, base::PersonId actor, const Proposal& proposal);

}  // namespace goals
