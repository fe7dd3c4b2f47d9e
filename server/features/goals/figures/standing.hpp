#pragma once

#include <map>
#include <optional>
#include <utility>

#include "goals/figures/amount.hpp"
#include "goals/figures/figure_queries.hpp"

// What stands in the tables that a figure is read from.
namespace goals {

// One area in one series.
struct AreaReports {
    Summary summary;
    std::optional<Report> own;
};

// Shorter periods inside another one.
struct Parts {
    base::PeriodKind kind{};
    std::vector<Part> parts;
};

// All that stands of some areas within a period.
class Standings {
  public:
    // Of areas of one depth.
    Standings(db::Session& db, const Wanted& wanted, std::span<const base::AreaId> areas);
    // Of what lies right under an area; of places only what they reported.
    Standings(db::Session& db, const Wanted& wanted, base::AreaId above);

    // Of one area, out of what stands of those that it was.
    Standings(db::Session& db, const Wanted& wanted, base::AreaId area, std::span<const base::AreaId> origins);

    // As if only these days had been asked for.
    [[nodiscard]] Standings within(base::Period days) const;

    [[nodiscard]] const std::vector<SeriesRow>& series() const { return series_; }
    [[nodiscard]] AreaReports of(const SeriesRow& series, base::AreaId area) const;
    // In order, each once.
    [[nodiscard]] std::vector<base::AreaId> areas() const;
    // Of periods of several kinds those that fill most of the time, and of two that fill as much the longer ones; only those with a number.
    [[nodiscard]] std::optional<Parts> fullest(base::AreaId area) const;

  private:
    AreaReports& standing(SeriesId series, base::AreaId area) { return standings_[{series, area}]; }
    void summarise_places();

    std::vector<SeriesRow> series_;
    std::map<std::pair<SeriesId, base::AreaId>, AreaReports> standings_;
};

}  // namespace goals
