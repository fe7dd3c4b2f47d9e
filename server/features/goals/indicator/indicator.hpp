#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "areas/areas.hpp"
#include "base/bounded.hpp"
#include "base/json/errors.hpp"

// What is measured, as far as computing needs to know it. Pure.
namespace goals {

struct IndicatorTag {
    static constexpr std::string_view kind = "indicator";
};
using IndicatorId = base::Id<IndicatorTag>;

// What is counted: above the line of a ratio, and below it.
enum class Unit : std::uint8_t { person, household, village, community, organisation, event, thing, baht, hour, rai, kilogram, other };
BOOST_DESCRIBE_ENUM(Unit, person, household, village, community, organisation, event, thing, baht, hour, rai, kilogram, other)

// Which way is better; a band is best inside its two ends.
enum class Direction : std::uint8_t { up, down, band };
BOOST_DESCRIBE_ENUM(Direction, up, down, band)

// plain: a number as it is. ratio: factor times numerator over denominator. score: a mean of steps 1 to 5, the numerator their sum and the
// denominator how many gave one.
enum class Calculation : std::uint8_t { plain, ratio, score };
BOOST_DESCRIBE_ENUM(Calculation, plain, ratio, score)

// How the values of the areas below become one, and how those of the periods inside become one. A ratio and a score are always put together
// from their numerators and denominators, whatever stands here for areas: that is the average weighted by whom it is about.
enum class OverAreas : std::uint8_t { sum, average, min, max, count, none };
BOOST_DESCRIBE_ENUM(OverAreas, sum, average, min, max, count, none)
enum class OverTime : std::uint8_t { sum, average, first, last, min, max, count, none };
BOOST_DESCRIBE_ENUM(OverTime, sum, average, first, last, min, max, count, none)

// The name that DHIS2 has for the two together: "AVERAGE_SUM_ORG_UNIT" sums over areas and averages over time; "CUSTOM" where it has none.
std::string_view aggregation_type(OverAreas areas, OverTime time);

// What holds for all years of an indicator.
struct Traits {
    areas::Level level = areas::Level::village;  // of the areas that report it
    Unit unit{};
    base::Text<0, 60> unit_name;  // where the unit is `other`
    Direction direction{};
    Calculation calculation{};
    base::Whole<1, 1'000'000> factor;  // of a ratio: 100 makes it a percentage
    OverAreas over_areas{};
    OverTime over_time{};
    base::Whole<0, 6> decimals;  // as it is shown
};
BOOST_DESCRIBE_STRUCT(Traits, (), (level, unit, unit_name, direction, calculation, factor, over_areas, over_time, decimals))
void check(const Traits& traits, json::Errors& errors);

struct Indicator : Traits {
    IndicatorId id;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(Indicator, (Traits), (id, code))

// A code as it is kept: trimmed, Latin letters small; nothing where the text is none (small letters, Thai letters and their marks, digits,
// "_",
// ".", "-"; at most 64 characters).
std::optional<std::string> read_code(std::string_view text);
// Latin letters small, all else as it is: as codes are kept, and as SQL's lower() does on both engines to what is not Thai.
std::string small_letters(std::string_view text);

// "/indicators/bmn_01".
std::string indicator_address(std::string_view code);

}  // namespace goals
