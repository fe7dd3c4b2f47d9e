#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/person.hpp"
#include "base/reporting_period.hpp"
#include "db/db.hpp"
#include "goals/indicator/indicator.hpp"
#include "goals/rollup/summary.hpp"

// Writing values. All of it keeps the figures above what it writes true, in the same transaction.
namespace goals {

// An indicator in one period, in total ("") or for one group.
struct SeriesTag {};
using SeriesId = base::Id<SeriesTag>;

// One bringing in of values.
struct EntryTag {};
using EntryId = base::Id<EntryTag>;

// Made when new.
SeriesId get_series(db::Tx& tx, IndicatorId indicator, const base::ReportingPeriod& period, std::string_view breakdown);

struct NewEntry {
    base::PersonId by;        // 0: the system
    std::string source;       // in words: "สำรวจ จปฐ. 2564", the name of a file
    std::string file_hash{};  // of the whole file, where there is one
};
EntryId insert_entry(db::Tx& tx, const NewEntry& entry);

struct NewValue {
    SeriesId series;
    base::AreaId area;
    State state{};
    base::Decimal numerator;
    std::optional<base::Decimal> denominator{};
};

struct Stored {
    std::int64_t written{};           // new or changed
    std::int64_t unchanged{};         // stood there already; they keep the entry that brought them
    std::vector<std::size_t> locked;  // places in `values` that were not written, because what stands there is locked and differs
};
// Writes the values and every figure above them; sorted by series and area, each area once a series. Whether the areas exist is the
// caller's to know. Throws http::Problem 422 `sum_too_large`.
Stored store(db::Tx& tx, EntryId entry, Stage stage, std::span<const NewValue> values);

// For whoever stores chunk after chunk, between two of them. On PostgreSQL a writer that waited for the turn has to begin anew and would
// find it taken again; so whoever has had it rests for some milliseconds. SQLite queues by itself.
void let_others_in(const db::Database& database);

// Takes away what these areas reported; locked values stay. Returns how many went.
std::int64_t remove(db::Tx& tx, SeriesId series, std::span<const base::AreaId> areas);

// Moves what was reported in and under an area to another stage; a locked value too. Returns how many moved.
std::int64_t set_stage(db::Tx& tx, SeriesId series, base::AreaId inside, Stage stage);
// The same for what these areas themselves reported, in tree order.
std::int64_t set_stage(db::Tx& tx, SeriesId series, std::span<const base::AreaId> areas, Stage stage);

}  // namespace goals
