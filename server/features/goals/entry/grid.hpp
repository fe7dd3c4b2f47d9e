#pragma once

#include <optional>
#include <string>
#include <vector>

#include "goals/counted/counter.hpp"
#include "goals/entry/asked.hpp"
#include "goals/entry/shown_value.hpp"

// A table to type into: areas that report beside each other, and indicators of one level.
namespace goals {

struct GridWish {
    std::string area;
    std::string period;
    std::optional<std::string> set;         // its key: its indicators as they hold in the period
    std::optional<std::string> indicators;  // or codes, with commas between
    std::optional<areas::Level> level;      // of the areas that report; that of the first indicator
    std::optional<std::string> group;
};
BOOST_DESCRIBE_STRUCT(GridWish, (), (area, period, set, indicators, level, group))

struct KeeperCard {
    std::string title;
    std::string title_en;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(KeeperCard, (), (title, title_en, address))

struct GridColumn {
    std::string code;
    std::string title;
    std::string title_en;
    std::string address;
    Traits traits;
    std::optional<Counter> counter;  // Lomwong counts it: nobody types
    Rule rule;
    std::vector<ShownValue> values;  // missing: none
};
BOOST_DESCRIBE_STRUCT(GridColumn, (), (code, title, title_en, address, traits, counter, rule, values))

struct GridRow {
    std::string code;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(GridRow, (), (code, title))

struct Grid {
    EntryPlace area;
    std::string period;
    std::string period_title;
    std::string group;
    areas::Level level{};
    std::vector<areas::Level> other_levels;  // at which other indicators of the choice are reported
    EntryRights rights;
    std::vector<KeeperCard> keepers;  // the nearest first
    std::vector<GridColumn> columns;
    std::vector<GridRow> rows;
};
BOOST_DESCRIBE_STRUCT(Grid, (), (area, period, period_title, group, level, other_levels, rights, keepers, columns, rows))

// Throws http::Problem 422 that names what is wrong with the wish, and 403 `not_a_keeper`.
Grid read_grid(db::Session& db, const http::Viewer& viewer, const GridWish& wish, base::Language language);

}  // namespace goals
