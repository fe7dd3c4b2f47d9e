#pragma once

#include "goals/situation/situation.hpp"

// A number, opened: what it is made of and rests on, who brought it in, and what is missing.
namespace goals {

struct OpenedTile : PlaceName {
    Found found{};
    Figure figure;
};
BOOST_DESCRIBE_STRUCT(OpenedTile, (PlaceName), (found, figure))

// One bringing in of values that are in the number.
struct Brought {
    std::string who;  // empty for the system, and for somebody whom the viewer may not know
    base::Instant at;
    std::string source;
    std::int64_t values{};
};
BOOST_DESCRIBE_STRUCT(Brought, (), (who, at, source, values))

struct Opened {
    std::string code;
    std::string title;
    std::string title_en;
    Traits traits;
    std::vector<PlaceName> around;  // from the country down, without itself
    std::string path;
    std::string period;
    std::string period_title;
    OpenedTile whole;
    int from_year{};  // CE: since when the definition held that is the period's own
    Definition definition;
    std::vector<Point> trend;  // periods like this one with a number here, the oldest first
    std::optional<AimedAt> aim;
    std::optional<base::Decimal> difference;  // what the area reported itself, less what those below it come to
    std::vector<Brought> brought;             // the newest first, at most so many
    std::vector<PlaceName> missing;           // areas that are asked and said nothing, at most so many; of a district or less
    std::vector<OpenedTile> children;
};
BOOST_DESCRIBE_STRUCT(Opened, (),
                      (code, title, title_en, traits, around, path, period, period_title, whole, from_year, definition, trend, aim,
                       difference, brought, missing, children))

struct FigureKey {
    const FoundIndicator& found;
    const areas::Area& area;
    base::ReportingPeriod period;
};
Opened open_figure(db::Session& db, const Viewing& viewing, const FigureKey& key);

}  // namespace goals
