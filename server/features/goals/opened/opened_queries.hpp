#pragma once

#include "goals/figures/figure_queries.hpp"

// What opening a number asks of the database.
namespace goals {

struct BroughtRow {
    base::PersonId person_id;
    base::Instant entered_at;
    std::string source;
    std::int64_t brought{};
};
BOOST_DESCRIBE_STRUCT(BroughtRow, (), (person_id, entered_at, source, brought))
// Of what counts in and under an area, the newest first.
std::vector<BroughtRow> list_brought(db::Session& db, const Range& range, int limit);

// The areas of a depth that said something of the series: a number, or why there is none.
std::vector<base::AreaId> list_heard(db::Session& db, const Range& range, int depth);

}  // namespace goals
