#pragma once

#include "db/db.hpp"
#include "goals/counted/counter.hpp"
#include "goals/indicator/definition.hpp"

// Making and changing indicators: envelope, rows, search text and journal in one transaction.
namespace goals {

struct NewIndicator {
    std::string code{};  // as read_code gives it; empty: made from the record's number
    Traits traits{};
    Definition definition{};
    int from_year{};            // CE
    records::RecordId owner{};  // none: what is shipped, and what imports made
    base::Language language = base::Language::th;
    std::optional<Counter> counter{};  // Lomwong counts its values itself
};
// Published, for everybody. Throws db::Conflict when the code is taken.
records::Envelope insert_indicator(db::Tx& tx, base::PersonId actor, const NewIndicator& indicator);

// A definition in the place of the one of its year, or as a new one beside the others.
struct Redefinition {
    Indicator indicator{};  // with its new traits
    Definition definition{};
    int from_year{};        // CE
    std::string changed{};  // what is new, and why
};
// Throws Problem 412 `edited_elsewhere` if `version` is no longer the newest.
records::Envelope redefine(db::Tx& tx, base::PersonId actor, const records::Envelope& before, std::int64_t version,
                           const Redefinition& redefinition);

}  // namespace goals
