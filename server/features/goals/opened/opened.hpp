#pragma once

#include "goals/counted/sources.hpp"
#include "goals/situation/situation.hpp"

// A number, opened: what it is made of and rests on, who brought it in, and what is missing.
namespace goals {

struct OpenedTile : PlaceName {
    Found found{};
    Figure figure;
};
BOOST_DESCRIBE_STRUCT(OpenedTile, (PlaceName), (found, figure))

// A group by which it is told apart, in the same area and time.
struct OpenedGroup {
    std::string name;
    Found found{};
    Figure figure;
};
BOOST_DESCRIBE_STRUCT(OpenedGroup, (), (name, found, figure))

// The same number by the areas of today, where the area is not what it was: the sum of those that it was, or why nobody can tell.
struct Carried {
    areas::Certainty certainty{};
    std::vector<PlaceName> from;
    std::optional<OpenedTile> tile;  // none unless it is known
};
BOOST_DESCRIBE_STRUCT(Carried, (), (certainty, from, tile))

// One bringing in of values that are in the number.
struct Brought {
    std::string who;  // empty for the system, and for somebody whom the viewer may not know
    base::Instant at;
    std::string source;
    std::int64_t values{};
};
BOOST_DESCRIBE_STRUCT(Brought, (), (who, at, source, values))

// A record that is in a number which Lomwong counted itself.
struct CountedRecord {
    std::string title;
    std::string address;
    base::Date date;
};
BOOST_DESCRIBE_STRUCT(CountedRecord, (), (title, address, date))

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
    std::vector<OpenedTile> children;         // that were there then
    std::optional<Carried> carried;           // none where the area is what it was
    std::vector<OpenedGroup> groups;          // those that reported something
    std::optional<Counter> counter;           // Lomwong counted it
    std::vector<CountedRecord> counted;       // of these, as far as the viewer may read them; the newest first, at most so many
};
BOOST_DESCRIBE_STRUCT(Opened, (),
                      (code, title, title_en, traits, around, path, period, period_title, whole, from_year, definition, trend, aim,
                       difference, brought, missing, children, carried, groups, counter, counted))

struct FigureKey {
    const FoundIndicator& found;
    const areas::Area& area;
    base::ReportingPeriod period;
};
// `sources` may be null, where nobody counts.
Opened open_figure(db::Session& db, const Viewing& viewing, const FigureKey& key, const Sources* sources);

}  // namespace goals
