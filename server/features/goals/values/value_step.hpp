#pragma once

#include <optional>
#include <string>

#include "goals/rollup/series.hpp"
#include "imports/imports.hpp"

// "values": tables of values that come in through the browser, looked at first and taken back as a whole.
namespace goals {

// What stands for an area in a series, or is to stand there.
struct Standing {
    State state{};
    base::Decimal numerator;
    std::optional<base::Decimal> denominator;
    Stage stage{};

    friend bool operator==(const Standing&, const Standing&) = default;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (state, numerator, denominator, stage))

// What one row of a table writes, and what stood there before it; taking it back needs no more.
struct ValueStep {
    IndicatorId indicator;
    std::string code;  // of the indicator
    base::PeriodKind kind{};
    base::Date first;
    base::Date last;
    std::string breakdown;
    base::AreaId area;
    Standing wanted;
    std::optional<Standing> before;
};
BOOST_DESCRIBE_STRUCT(ValueStep, (), (indicator, code, kind, first, last, breakdown, area, wanted, before))

// Whether somebody looks after the figures of any area.
bool is_keeper(db::Session& db, const http::Viewer& viewer);

// What an administrator brings counts at once; what a keeper brings for their areas is a draft (values/gate.hpp).
imports::Reading read_values(db::Session& db, const imports::Order& order, std::string_view table);
imports::Written write_value(db::Tx& tx, const imports::Order& order, const std::string& plan, const imports::Made& made);
imports::TakenBack take_back_value(db::Tx& tx, const imports::Order& order, const std::string& did);

}  // namespace goals
