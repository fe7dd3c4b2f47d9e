#pragma once

#include <map>
#include <span>
#include <vector>

#include "goals/rollup/series.hpp"

// The SQL of series, values and figures, many rows at a time.
namespace goals {

struct ValueRow {
    SeriesId series_id;
    base::AreaId area_id;
    std::int64_t state{};
    std::int64_t stage{};
    base::Decimal numerator;
    std::optional<base::Decimal> denominator;
    EntryId entry_id;
    std::int64_t made{};  // 1: a total that its groups come to

    [[nodiscard]] Report report() const { return {static_cast<State>(state), numerator, denominator}; }
    [[nodiscard]] bool counts() const { return goals::counts(static_cast<Stage>(stage)); }
};
BOOST_DESCRIBE_STRUCT(ValueRow, (), (series_id, area_id, state, stage, numerator, denominator, entry_id, made))

struct FigureRow : Summary {
    SeriesId series_id;
    std::int64_t depth{};
    base::AreaId area_id;
};
BOOST_DESCRIBE_STRUCT(FigureRow, (Summary), (series_id, depth, area_id))

// Of one series the areas from `first` to `last`.
struct Range {
    SeriesId series;
    base::AreaId first;
    base::AreaId last;
};

// On PostgreSQL others that write figures wait from here on.
void take_turn(db::Tx& tx);

// The level that each of these series asks.
std::map<SeriesId, areas::Level> find_levels(db::Session& db, std::span<const SeriesId> series);

// Ranges are sorted and do not meet; so are the rows.
std::vector<ValueRow> list_values(db::Session& db, std::span<const Range> ranges);
std::vector<FigureRow> list_figure_rows(db::Session& db, int depth, std::span<const Range> ranges);

// Who said so: somebody, or nobody, since it is what the groups come to.
enum class Origin : std::uint8_t { entered, groups };
struct Writing {
    EntryId entry;
    Stage stage{};
    Origin origin{};
};
// Writes what is new or differs and is not locked. Returns how many.
std::int64_t put_values(db::Tx& tx, const Writing& writing, std::span<const NewValue> values);
std::int64_t delete_values(db::Tx& tx, SeriesId series, std::span<const base::AreaId> areas);
std::int64_t set_stage_of_values(db::Tx& tx, const Range& range, Stage stage);

// A summary of nothing is no row.
void put_figures(db::Tx& tx, std::span<const FigureRow> figures);

}  // namespace goals
