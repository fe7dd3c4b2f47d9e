#pragma once

#include "goals/situation/situation.hpp"

// What lies directly under an area, side by side by the indicators that the area looks at.
namespace goals {

struct InsideCell {
    Found found{};
    std::optional<base::Decimal> value;
    std::optional<Turn> turn;  // against the median of the row
    std::int64_t reported{};
    std::optional<std::int64_t> expected;
};
BOOST_DESCRIBE_STRUCT(InsideCell, (), (found, value, turn, reported, expected))

// Of the newest period for which the area knows something of it.
struct InsideRow {
    std::string code;
    std::string title;
    std::string title_en;
    Traits traits;
    std::string period;
    std::string period_title;
    std::optional<base::Decimal> median;  // of two areas at least
    std::vector<InsideCell> cells;        // in the order of the areas
};
BOOST_DESCRIBE_STRUCT(InsideRow, (), (code, title, title_en, traits, period, period_title, median, cells))

struct Inside {
    std::vector<PlaceName> areas;
    std::vector<InsideRow> rows;
};
BOOST_DESCRIBE_STRUCT(Inside, (), (areas, rows))

Inside show_inside(db::Session& db, const Viewing& viewing, const areas::Area& area);

}  // namespace goals
