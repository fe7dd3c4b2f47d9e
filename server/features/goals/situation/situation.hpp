#pragma once

#include "goals/set/shown_set.hpp"
#include "goals/view/standing.hpp"

// "รู้ตัวตน": what an area knows of itself by the indicators that it looks at.
namespace goals {

struct Viewing {
    const http::Viewer& viewer;
    base::Language language{};
};

struct PlaceName {
    std::string code;
    areas::Level level{};
    std::string title;
};
BOOST_DESCRIBE_STRUCT(PlaceName, (), (code, level, title))
PlaceName name_of_place(const areas::Area& area, base::Language language);

// A period of the indicator and what was found in it.
struct Point {
    std::string period;  // as it is written
    std::string title;
    std::optional<base::Decimal> value;
};
BOOST_DESCRIBE_STRUCT(Point, (), (period, title, value))

// The areas beside it, under the same parent, as far as they have a number of the same period.
struct Beside {
    std::int64_t areas{};  // itself among them
    base::Decimal median;
    Turn turn{};                    // against the median
    std::optional<PlaceName> best;  // none where all are the same
    std::optional<base::Decimal> best_value;
};
BOOST_DESCRIBE_STRUCT(Beside, (), (areas, median, turn, best, best_value))

struct AimedAt : Aim {
    base::Decimal gap;
    std::string title;  // of the goal that the area adopted; empty: the indicator's usual target
    std::string title_en;
    std::string address;
    std::string period_title;  // of the target
};
BOOST_DESCRIBE_STRUCT(AimedAt, (Aim), (gap, title, title_en, address, period_title))

// One indicator here.
struct Finding {
    std::string code;
    std::string title;  // what it is called here
    std::string title_en;
    Traits traits;
    bool counted{};               // by Lomwong of what it records: no area reports it, and none is missing
    std::optional<Point> newest;  // none: never any figure here
    Figure figure{};
    Found found{};
    std::vector<Point> trend;  // periods like the newest with a number, the oldest first, itself the last
    std::optional<Turn> turn;  // against the one before
    std::optional<AimedAt> aim;
    std::optional<Beside> beside;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (code, title, title_en, traits, counted, newest, figure, found, trend, turn, aim, beside))

struct FindingGroup {
    std::string name;  // empty: what no set of the area names
    std::string name_en;
    std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(FindingGroup, (), (name, name_en, findings))

struct SetName {
    std::string title;
    std::string title_en;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(SetName, (), (title, title_en, address))

struct Situation {
    PlaceName area;
    std::string path;
    std::vector<PlaceName> around;  // from the country down, without itself
    std::vector<SetName> sets;      // that it uses: its own, or the nearest above it
    std::vector<FindingGroup> groups;
    std::vector<records::Card> stories;  // of the area: first what is linked with these indicators
};
BOOST_DESCRIBE_STRUCT(Situation, (), (area, path, around, sets, groups, stories))

Situation show_situation(db::Session& db, const Viewing& viewing, const areas::Area& area);

// An indicator that an area looks at, under the name that it has there.
struct LookedAt {
    Indicator indicator;
    std::string title;
    std::string title_en;
    std::size_t group{};                         // of Looking::groups
    std::vector<base::ReportingPeriod> periods;  // for which the area knows something of it, the newest first
};
struct Looking {
    std::vector<SetName> sets;
    std::vector<std::pair<std::string, std::string>> groups;  // names, Thai and English
    std::vector<LookedAt> indicators;
};
// Of the sets of the area, or of the nearest above it that has any, and then everything else that has figures there.
Looking look_at(db::Session& db, const Viewing& viewing, const areas::Area& area);

// What the area's own goal aims at, or else what is usually aimed at, by the definition that holds in the year; without its gap.
struct AimWish {
    const Indicator& indicator;
    base::AreaId area;
    const base::ReportingPeriod& period;
    base::Language language{};
};
std::optional<AimedAt> find_aim(db::Session& db, const AimWish& wish);
// Whichever area it is.
std::optional<AimedAt> find_usual_aim(db::Session& db, IndicatorId indicator, const base::ReportingPeriod& period);

}  // namespace goals
