#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/reporting_period.hpp"
#include "db/db.hpp"
#include "goals/indicator/indicator.hpp"
#include "goals/rollup/summary.hpp"

// Reading figures. What counts so few people that one of them could be known is hidden, and what would give it away (discretion/).
namespace goals {

// What the area reported itself, whether or not finer numbers stand in its place.
struct Entered {
    State state{};
    std::optional<base::Decimal> value;
};
BOOST_DESCRIBE_STRUCT(Entered, (), (state, value))

// Made of the figures of other indicators.
struct Computed {
    std::int64_t parts{};
    std::vector<std::string> missing;  // codes of those without a number
};
BOOST_DESCRIBE_STRUCT(Computed, (), (parts, missing))

// One number and what it rests on.
struct Figure {
    bool hidden{};                             // there is a number, which is not told
    std::optional<base::Decimal> value;        // nothing reported, hidden, or a denominator of zero: none
    std::optional<base::Decimal> numerator;    // sums, of an indicator that is calculated from them
    std::optional<base::Decimal> denominator;  // of a ratio or a score
    std::optional<base::Decimal> groups;       // numerator of its groups, where they should be the total and are not
    std::int64_t reported{};                   // areas of the level that is asked
    std::optional<std::int64_t> expected;      // such areas there are, without those not asked or not applicable; none under finer areas
    std::int64_t not_asked{};
    std::int64_t not_applicable{};
    std::optional<Entered> entered;
    // Put together from shorter periods: of what kind, how many have a number, and how many there are. Reports are then counted once a
    // period.
    std::optional<base::PeriodKind> over;
    std::int64_t periods_there{};
    std::int64_t periods{};
    std::optional<Computed> computed{};  // reports and areas are then those of the part that covers least
};
BOOST_DESCRIBE_STRUCT(Figure, (),
                      (hidden, value, numerator, denominator, groups, reported, expected, not_asked, not_applicable, entered, over,
                       periods_there, periods, computed))

// Who reads: the system is told what is hidden from people.
enum class Reader : std::uint8_t { person, system };

Figure get_figure(db::Session& db, const Indicator& indicator, base::AreaId area, const base::ReportingPeriod& period,
                  std::string_view breakdown = {});

// Of several areas of one depth in tree order, as the children of one are.
std::vector<Figure> list_figures(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                 const base::ReportingPeriod& period, std::string_view breakdown = {});

// The same in several groups, in their order ("": in total): what is hidden of them is looked up once.
std::vector<std::vector<Figure>> list_figures_of_groups(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                                        const base::ReportingPeriod& period, std::span<const std::string> groups);

// Of one area as the sum of those that it was (areas::trace_origins): hidden where one of theirs is.
Figure get_carried_figure(db::Session& db, const Indicator& indicator, base::AreaId area, std::span<const base::AreaId> origins,
                          const base::ReportingPeriod& period);

// With what is hidden: for the system, which adds up and compares, never for what somebody is shown.
Figure get_whole_figure(db::Session& db, const Indicator& indicator, base::AreaId area, const base::ReportingPeriod& period,
                        std::string_view breakdown = {});
std::vector<Figure> list_whole_figures(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                       const base::ReportingPeriod& period, std::string_view breakdown = {});

}  // namespace goals
