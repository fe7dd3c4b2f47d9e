#pragma once

#include <map>
#include <set>

#include "goals/rollup/value_queries.hpp"

namespace goals {

// The groups by which an indicator was told apart in a period, where they are everyone and nobody twice; else none.
std::vector<std::string> groups_that_add_up(db::Session& db, IndicatorId indicator, const base::ReportingPeriod& period);

// A total that stands, and what the groups come to that it was made of.
struct WrongTotal {
    base::AreaId area_id;
    base::Decimal stands_numerator, stands_denominator, numerator, denominator;
};
BOOST_DESCRIBE_STRUCT(WrongTotal, (), (area_id, stands_numerator, stands_denominator, numerator, denominator))
// Those that are not the same, by adding up in the database.
std::vector<WrongTotal> list_wrong_totals(db::Session& db, SeriesId total);

struct SeriesFacts;

// Makes the totals true again of areas whose groups have changed. A total that nobody entered is what its groups come to, once all of them
// were asked and have answered; it stands among the values, is as far approved as the least of them, and goes up like any other.
class Totals {
  public:
    // A total that was just written stands, whatever its groups come to.
    enum class After : std::uint8_t { writing, change };
    Totals(db::Tx& tx, After after) : tx_(tx), after_(after) {}

    // A value of this area was written or is gone, in total or of a group.
    void touch(SeriesId series, base::AreaId area) { touched_.emplace_back(series, area); }
    // Which totals came, changed or went.
    std::vector<std::pair<SeriesId, base::AreaId>> renew();

  private:
    struct Sought;
    std::map<SeriesId, Sought> seek();
    void learn_groups(Sought& sought, const SeriesFacts& facts);
    void renew(const Sought& sought);

    db::Tx& tx_;
    After after_;
    std::vector<std::pair<SeriesId, base::AreaId>> touched_;
    std::vector<std::pair<SeriesId, base::AreaId>> changed_;
};

}  // namespace goals
