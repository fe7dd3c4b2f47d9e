#pragma once

#include <map>
#include <set>
#include <string>

#include "goals/discretion/few.hpp"
#include "goals/figures/figure.hpp"

namespace goals {

// What is counted are people: persons, all who gave a score, and by groups households as well.
bool counts_people(const Traits& traits, std::string_view breakdown);

// Which figures of an indicator in a period are not told to people. Goes down from the country to each area that is asked for, since what
// is hidden there depends on what is told above and beside it; a few rows a depth.
class Discretion {
  public:
    Discretion(db::Session& db, const Indicator& indicator, const base::ReportingPeriod& period);

    bool hides(base::AreaId area, std::string_view breakdown);
    // What an area entered beside finer numbers.
    [[nodiscard]] bool hides(const std::optional<Entered>& entered, std::string_view breakdown) const;

  private:
    // Of an area in total and by each group.
    struct Row {
        std::vector<Cell> cells;
        bool has_few_below = true;  // it may have: else nothing under it is looked at
    };
    class Reading;

    // None where nothing is hidden.
    const Row* row_of(base::AreaId area);
    const Row& look_at_country();
    void look_under(base::AreaId area, const Row& above);
    const Row& keep(base::AreaId area, Row row);
    static Row row(const std::vector<Reading>& readings, base::AreaId area);

    db::Session& db_;
    Indicator indicator_;
    base::ReportingPeriod period_;
    std::vector<std::string> groups_;  // "" first
    std::map<base::AreaId, Row> rows_;
    std::set<base::AreaId> looked_under_;
};

}  // namespace goals
