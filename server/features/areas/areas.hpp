#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/area.hpp"
#include "base/language.hpp"
#include "base/period.hpp"
#include "base/time.hpp"
#include "imports/imports.hpp"

// The tree of places: country, six regions, provinces, districts, subdistricts, and in them villages and municipal communities.
namespace areas {

using base::AreaId;

// A municipal community (ชุมชน) is not a village: it has officers of its own and lies beside the villages of its subdistrict.
enum class Level : std::uint8_t { country, region, province, district, subdistrict, village, community };
BOOST_DESCRIBE_ENUM(Level, country, region, province, district, subdistrict, village, community)

// Where a position comes from: a point of the area itself, the middle of the points around it, or nowhere.
enum class Position : std::uint8_t { point, derived, none };
BOOST_DESCRIBE_ENUM(Position, point, derived, none)

struct Area {
    AreaId id;
    AreaId last_id;    // everything under it: BETWEEN id AND last_id
    std::string code;  // official: "80", "8001", "800121", "80012101"; "th", "south" for what has none; "c6800121101" for a community
    Level level{};
    std::string name;     // "ท่าซัก", without the word for its level
    std::string name_en;  // "Tha Sak"
    std::optional<double> latitude;
    std::optional<double> longitude;
    Position position{};
    std::optional<base::Date> begins_on;  // since when there is such an area, where that is known
    base::Date valid_from;                // the first day for which our source speaks
    std::optional<base::Date> valid_to;   // the last day, of an area that is no more
};
BOOST_DESCRIBE_STRUCT(Area, (), (id, last_id, code, level, name, name_en, latitude, longitude, position, begins_on, valid_from, valid_to))

// "ตำบลท่าซัก", "Tha Sak Subdistrict"; Bangkok's แขวง and เขต are named so; "หมู่ 1 บ้านวัดโบสถ์".
std::string title(const Area& area, base::Language language);

// By official code; an area that is no more is found as well.
std::optional<Area> find(db::Session& db, std::string_view code);
std::optional<Area> find(db::Session& db, AreaId id);

// From the country down to the area itself.
std::vector<Area> lineage(db::Session& db, AreaId id);
// "ต.ท่าซัก อ.เมืองนครศรีธรรมราช จ.นครศรีธรรมราช"; "Tha Sak, Mueang Nakhon Si Thammarat, Nakhon Si Thammarat". Empty for none.
std::string path(db::Session& db, AreaId id, base::Language language);

// When an area was there, as far as anybody has told us: one without a first day may be as old as the hills.
struct Life {
    AreaId id;
    std::optional<base::Date> begins_on;
    std::optional<base::Date> ends_on;
};
// By official code; all that there are and were.
std::unordered_map<std::string, Life> list_lives(db::Session& db);
// Whether it was there on any of these days.
bool stood_within(const Life& life, base::Date first, base::Date last);

// By the number alone; base::last_of(id) is the end of what lies under it, for SQL: area_id BETWEEN id AND last.
Level level_of(AreaId id);
// 0, the country, has no parent.
std::optional<AreaId> parent_of(AreaId id);

// What lies directly under an area, in Thai order; villages and communities in the order of their numbers.
std::vector<Area> list_inside(db::Session& db, AreaId id);
// What lay directly under it on any of these days.
std::vector<Area> list_inside(db::Session& db, AreaId id, base::Period days);

// How well it can be said which areas today's area was.
enum class Certainty : std::uint8_t {
    known,
    divided,         // a part came from elsewhere or went away, and those inside do not tell either
    changed_within,  // it changed in the middle of these days
};
BOOST_DESCRIBE_ENUM(Certainty, known, divided, changed_within)

// The areas that today's area was in a period, each of them whole; itself where it is what it was. One that is no more is itself.
struct Origins {
    Certainty certainty{};
    std::vector<AreaId> areas;  // sorted; none unless known
};
// `finest` is the level that is asked about: only who asks about villages knows a subdistrict by its villages.
Origins trace_origins(db::Session& db, const Area& area, base::Period days, Level finest);

// How many areas of a level were there within an area, itself included, on any of these days: those that stood_within() them.
struct StandingCount {
    AreaId inside;
    Level level{};
    base::Period days;
};
std::int64_t count_standing(db::Session& db, const StandingCount& count);

struct Suggestion {
    AreaId id;
    std::string code;
    Level level{};
    std::string title;
    std::string path;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (id, code, level, title, path))

// What somebody who has typed this much may mean, best first: names that begin with it, in Thai or English, also by their consonants alone
// ("ทซก" is ท่าซัก); `near` draws forward what lies in the same province.
struct SuggestionWish {
    std::string_view text;
    AreaId near;
    std::size_t limit = 10;
    base::Language language = base::Language::th;
};
std::vector<Suggestion> suggest(db::Session& db, const SuggestionWish& wish);

struct Point {
    double latitude{};
    double longitude{};
};
// Subdistricts, villages and communities around a point, the nearest first: by where each of them is said to be, which is its middle and
// not its border. Nothing farther off than half a day's walk; nothing outside Thailand.
std::vector<Area> list_nearest(db::Session& db, const Point& point, int limit);

// Puts the tree that this program was built with into the database; quick if it is there already. Returns how many areas changed.
int plant_tree(db::Database& database, base::Date today);

// Who else keeps something of areas: goals its values. The app tells it.
struct AreaUse {
    // Values of areas from `first` to `last` for periods that end on this day or later.
    std::int64_t (*count_values)(db::Session& db, AreaId first, AreaId last, base::Date since);
};

std::span<const db::Migration> migrations();
void add_routes(http::Router& router);
// "places": tables of villages and municipal communities.
void add_subjects(imports::Subjects& subjects);

}  // namespace areas
