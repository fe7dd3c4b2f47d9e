#pragma once

#include "goals/goal/goal_queries.hpp"

// Making and changing goals: envelope, rows, search text and journal in one transaction.
namespace goals {

struct NewGoal {
    GoalContent content{};
    IndicatorId indicator{};    // that of the content's code
    records::RecordId owner{};  // none: of the system
    records::RecordId from{};   // what led to it: a session, a circle; none: nothing that is kept
    base::Language language = base::Language::th;
};
// Published, for everybody.
records::Envelope insert_goal(db::Tx& tx, base::PersonId actor, const NewGoal& goal);

// Throws Problem 412 `edited_elsewhere` if `version` is no longer the newest.
records::Envelope change_goal(db::Tx& tx, base::PersonId actor, const records::Envelope& before, std::int64_t version,
                              const GoalWords& words);
// The same of what was decided.
records::Envelope decide(db::Tx& tx, base::PersonId actor, const records::Envelope& goal, std::int64_t version, const Decided& decided);

}  // namespace goals
