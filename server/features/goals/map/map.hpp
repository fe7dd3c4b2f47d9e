#pragma once

#include "goals/map/classes.hpp"
#include "goals/situation/situation.hpp"

// One indicator in all areas inside an area, as a map colours them: areas draws, this says which number each has.
namespace goals {

// What is left out is chosen: the country, what people there look at first, the newest time of it.
struct MapWish {
    std::optional<std::string> area;       // its official code; of a village its subdistrict is shown
    std::optional<std::string> indicator;  // its code
    std::optional<std::string> period;     // as base::read_reporting_period reads it
    std::optional<std::string> group;      // of a breakdown; none: the total
    std::optional<areas::Level> level;     // of the areas that are coloured
};
BOOST_DESCRIBE_STRUCT(MapWish, (), (area, indicator, period, group, level))

struct MapTile : PlaceName {
    Found found{};
    std::optional<base::Decimal> value;
    std::int64_t reported{};
    std::optional<std::int64_t> expected;
    std::optional<std::int64_t> in_class;  // of the classes, from 0
    std::optional<AimedAt> aim;            // with its gap, where there is a number
    bool opens{};                          // something lies inside it
};
BOOST_DESCRIBE_STRUCT(MapTile, (PlaceName), (found, value, reported, expected, in_class, aim, opens))

struct MapChoice {
    std::string code;
    std::string title;
    std::string title_en;
};
BOOST_DESCRIBE_STRUCT(MapChoice, (), (code, title, title_en))

struct MapPeriod {
    std::string period;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(MapPeriod, (), (period, title))

struct MapNumbers {
    std::string code;
    std::string title;
    std::string title_en;
    Traits traits;
    bool counted{};  // by Lomwong of what it records: no area reports it
    std::string period;
    std::string period_title;
    std::vector<MapPeriod> periods;   // for which the area knows something, the newest first
    std::string group;                // empty: the total
    std::vector<std::string> groups;  // that there are in this time
    Found found{};                    // of the area as a whole
    Figure whole;
    std::optional<AimedAt> aim;  // of the area as a whole
    Classing by{};
    std::vector<NumberClass> classes;
    std::vector<MapTile> tiles;  // in tree order
};
BOOST_DESCRIBE_STRUCT(MapNumbers, (),
                      (code, title, title_en, traits, counted, period, period_title, periods, group, groups, found, whole, aim, by, classes,
                       tiles))

struct FiguresMap {
    PlaceName area;
    std::string path;
    std::vector<PlaceName> around;        // from the country down, without itself and without regions
    std::optional<std::string> selected;  // a village that was asked for
    areas::Level level{};
    std::vector<areas::Level> levels;   // that may be asked for here
    std::vector<MapChoice> indicators;  // of which the area knows something
    std::optional<MapNumbers> numbers;  // none: nothing is known here of anything
};
BOOST_DESCRIBE_STRUCT(FiguresMap, (), (area, path, around, selected, level, levels, indicators, numbers))

// Throws http::Problem 422 that names every part of the wish that there is not; an indicator that the viewer may not see is none.
FiguresMap show_map(db::Session& db, const Viewing& viewing, const MapWish& wish);

}  // namespace goals
