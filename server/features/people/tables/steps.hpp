#pragma once

#include <vector>

#include "people/tables/imports.hpp"

// What taking back an import reads and writes.
namespace people {

std::vector<ImportStep> list_last_steps(db::Session& db, ImportId import, std::int64_t limit);  // the last first
void delete_steps_from(db::Tx& tx, ImportId import, std::int64_t step);
void set_undone(db::Tx& tx, ImportId import);

// Whether others belong to it, lie in it, were written by it or are invited as it.
bool is_stood_on(db::Session& db, records::RecordId id);
// An official code names one organisation: one that is gone does not keep it.
void free_code(db::Tx& tx, records::RecordId id);

}  // namespace people
