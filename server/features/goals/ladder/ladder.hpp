#pragma once

#include "goals/goal/goal_queries.hpp"
#include "goals/goal/progress.hpp"
#include "goals/indicator/shown_indicator.hpp"

// From where a goal began to where it is to come, with where it is.
namespace goals {

struct ShownMark {
    std::string period;        // as it is written: base::code_of
    std::string period_title;  // as it is said
    base::Decimal value;
    std::optional<base::Decimal> value_to;  // of a band: its upper end
};
BOOST_DESCRIBE_STRUCT(ShownMark, (), (period, period_title, value, value_to))

struct Ladder {
    Traits traits;
    std::optional<ShownMark> baseline;
    std::vector<ShownMark> targets;      // in the order of time
    std::optional<LatestFigure> latest;  // the newest since the baseline
    Progress progress{};                 // towards the last target
};
BOOST_DESCRIBE_STRUCT(Ladder, (), (traits, baseline, targets, latest, progress))
Ladder ladder_of(db::Session& db, const Indicator& indicator, base::AreaId area, const Marks& marks, base::Language language);

// What an area measured, the newest first: by periods of a kind, or as it was reported.
struct MeasuredWish {
    const Indicator& indicator;
    base::AreaId area;
    std::optional<base::PeriodKind> kind{};
    std::size_t limit = 8;
};
struct Measured {
    base::ReportingPeriod period;
    Figure figure;
};
std::vector<Measured> list_figures(db::Session& db, const MeasuredWish& wish);
LatestFigure shown(const Measured& measured, base::Language language);

}  // namespace goals
