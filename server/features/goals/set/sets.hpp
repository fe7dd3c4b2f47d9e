#pragma once

#include "goals/set/set_queries.hpp"

// Making and changing sets: envelope, rows, search text and journal in one transaction.
namespace goals {

struct NewSet {
    std::string key{};  // of one that is shipped; else its number
    SetContent content{};
    int from_year{};            // CE
    SetId base{};               // whose core it takes over
    base::AreaId area{};        // whose own it is; the country: everybody's
    records::RecordId owner{};  // none: what is shipped
    base::Language language = base::Language::th;
};
records::Envelope insert_set(db::Tx& tx, base::PersonId actor, const NewSet& set);

// Throws Problem 412 `edited_elsewhere` if `version` is no longer the newest.
records::Envelope change_set(db::Tx& tx, base::PersonId actor, const records::Envelope& before, std::int64_t version,
                             const SetVersion& changed);

}  // namespace goals
