#pragma once

#include "goals/vote/vote.hpp"

namespace goals {

// All that was ever counted, place by place, the newest of a place first.
std::vector<VoteRow> list_votes(db::Session& db, records::RecordId record);
void insert_vote(db::Tx& tx, records::RecordId record, base::AreaId area, const VoteForm& form, base::PersonId actor);
VoteSum sum_votes(db::Session& db, records::RecordId record);

void insert_support(db::Tx& tx, records::RecordId record, base::PersonId person);
void delete_support(db::Tx& tx, records::RecordId record, base::PersonId person);
// Who supports the one supports the other too.
void copy_supports(db::Tx& tx, records::RecordId from, records::RecordId to);
bool supports(db::Session& db, records::RecordId record, base::PersonId person);

}  // namespace goals
