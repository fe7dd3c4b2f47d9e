#pragma once

#include "goals/counted/sources.hpp"
#include "goals/indicator/indicator.hpp"

// The SQL of counting.
namespace goals {

// None of an indicator whose values people enter.
std::optional<Counter> find_counter(db::Session& db, IndicatorId indicator);
void set_counter(db::Tx& tx, IndicatorId indicator, Counter counter);

struct CountedIndicator {
    IndicatorId id;
    std::string code;
    Counter counter{};
};
BOOST_DESCRIBE_STRUCT(CountedIndicator, (), (id, code, counter))
// Those whose values Lomwong counts.
std::vector<CountedIndicator> list_counted(db::Session& db);

// Where a record stood when it was last counted.
std::optional<CountedPlace> find_counted_place(db::Session& db, records::RecordId record);
void put_counted_place(db::Tx& tx, const CountedPlace& place);

// An area with a month in which something of it was counted.
struct CountedMonth {
    base::AreaId area;
    std::string month;  // "2026-11"

    friend auto operator<=>(const CountedMonth&, const CountedMonth&) = default;
};
BOOST_DESCRIBE_STRUCT(CountedMonth, (), (area, month))
std::vector<CountedMonth> list_counted_months(db::Session& db);

}  // namespace goals
