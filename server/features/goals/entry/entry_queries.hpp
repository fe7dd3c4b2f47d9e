#pragma once

#include <optional>
#include <string>
#include <vector>

#include "goals/rollup/value_queries.hpp"
#include "goals/table/value_reader.hpp"

// The SQL of entering and of looking through.
namespace goals {

std::optional<SeriesId> find_series(db::Session& db, const SeriesKey& key);

struct StoredSeries {
    SeriesId id;
    IndicatorId indicator_id;
    std::string breakdown;
    base::PeriodKind kind{};
    base::Date first_day;
    base::Date last_day;

    [[nodiscard]] SeriesKey key() const { return {indicator_id, {kind, first_day, last_day}, breakdown}; }
};
BOOST_DESCRIBE_STRUCT(StoredSeries, (), (id, indicator_id, breakdown, kind, first_day, last_day))
StoredSeries get_stored_series(db::Session& db, SeriesId id);

// A value with the entry that brought it.
struct EnteredRow {
    base::AreaId area_id;
    std::int64_t state{};
    std::int64_t stage{};
    base::Decimal numerator;
    std::optional<base::Decimal> denominator;
    EntryId entry_id;
    base::PersonId person_id;
    base::Instant entered_at;
    std::string source;

    [[nodiscard]] Report report() const { return {static_cast<State>(state), numerator, denominator}; }
};
BOOST_DESCRIBE_STRUCT(EnteredRow, (), (area_id, state, stage, numerator, denominator, entry_id, person_id, entered_at, source))
// Of the areas from `first` to `last`, in tree order.
std::vector<EnteredRow> list_entered(db::Session& db, SeriesId series, base::AreaId first, base::AreaId last);

// What counts of earlier periods of the same kind, the ten latest.
struct PastRow {
    base::AreaId area_id;
    base::Decimal numerator;
    std::optional<base::Decimal> denominator;

    [[nodiscard]] Report report() const { return {State::value, numerator, denominator}; }
};
BOOST_DESCRIBE_STRUCT(PastRow, (), (area_id, numerator, denominator))
std::vector<PastRow> list_past(db::Session& db, const SeriesKey& key, base::AreaId first, base::AreaId last);

// Values that wait to be looked through or approved, by series and the subdistrict in which their areas lie (or the area itself).
struct WaitingRow {
    SeriesId series_id;
    base::AreaId inside;
    std::int64_t drafts{};
    std::int64_t checked{};
    EntryId newest;
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (), (series_id, inside, drafts, checked, newest))
// Of the areas from `first` to `last`, what came in last first.
std::vector<WaitingRow> list_waiting(db::Session& db, base::AreaId first, base::AreaId last, int limit);

}  // namespace goals
