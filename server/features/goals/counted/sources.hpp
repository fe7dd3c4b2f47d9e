#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/decimal.hpp"
#include "base/period.hpp"
#include "db/db.hpp"
#include "goals/counted/counter.hpp"
#include "records/records.hpp"

// Who counts. Goals reads no tables of other features: each hands over how it counts what it records, and the app brings them together.
namespace goals {

// Where a record stands that may be counted.
struct CountedPlace {
    records::RecordId record;
    base::AreaId area;
    base::Date day;

    friend bool operator==(const CountedPlace&, const CountedPlace&) = default;
};
BOOST_DESCRIBE_STRUCT(CountedPlace, (), (record, area, day))

// What is recorded at areas from `first` to `last` within the days: at one area itself, or at it and in all that lies in it.
struct CountedSpan {
    base::AreaId first;
    base::AreaId last;
    base::Period days;
};

struct CountedAmount {
    base::Decimal numerator;
    std::optional<base::Decimal> denominator{};
};

// Of what anybody may read, and of nothing else: a number that a private circle is in would tell of it to whoever compares.
struct Source {
    std::vector<Counter> counters;
    // What `record` is and what lies in it, whoever may read it.
    std::function<std::vector<CountedPlace>(db::Session&, records::RecordId)> places;
    // None where nothing was recorded: that is missing, never zero.
    std::function<std::optional<CountedAmount>(db::Session&, Counter, const CountedSpan&)> count;
    // The records that are in the number, the newest first.
    std::function<std::vector<records::RecordId>(db::Session&, Counter, const CountedSpan&, int limit)> list;
};

class Sources {
  public:
    void add(Source source) { sources_.push_back(std::move(source)); }
    // None of a counter whose feature this installation lacks.
    [[nodiscard]] const Source* find(Counter counter) const;
    [[nodiscard]] const std::vector<Source>& list() const { return sources_; }

  private:
    std::vector<Source> sources_;
};

}  // namespace goals
