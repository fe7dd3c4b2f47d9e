#include "goals/values/value_import_queries.hpp"

namespace goals {

void delete_entry(db::Tx& tx, EntryId id) {
    tx.run("DELETE FROM goals_entries WHERE id = $1", id);
}

}  // namespace goals
