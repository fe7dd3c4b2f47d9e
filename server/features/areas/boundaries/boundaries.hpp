#pragma once

#include "areas/boundaries/boundary_file.hpp"
#include "areas/boundaries/picture.hpp"
#include "base/bounded.hpp"
#include "base/person.hpp"

// Boundaries of areas: loaded by the office from a file, kept with where they come from, and drawn.
namespace areas {

struct BoundaryLoadTag {};
using BoundaryLoadId = base::Id<BoundaryLoadTag>;

// What is asked of whoever loads a file; the attribution stands under every map.
struct LoadWords {
    base::Line source;
    base::Line licence;
    base::Line attribution;
};
BOOST_DESCRIBE_STRUCT(LoadWords, (), (source, licence, attribution))

struct BoundaryLoad {
    BoundaryLoadId id;
    base::Instant loaded_at;
    std::string file_name;
    std::string source;
    std::string licence;
    std::string attribution;
    std::int64_t brought{};  // boundaries that came with it
    std::int64_t drawn{};    // those of them that stand: later files may have replaced some
};
BOOST_DESCRIBE_STRUCT(BoundaryLoad, (), (id, loaded_at, file_name, source, licence, attribution, brought, drawn))

struct LevelCount {
    Level level{};
    std::int64_t areas{};
    std::int64_t replaced{};  // had a boundary already
};
BOOST_DESCRIBE_STRUCT(LevelCount, (), (level, areas, replaced))

// What a file holds.
struct BoundaryReport {
    std::string encoding;
    std::string property;  // in which the codes were found
    std::int64_t features{};
    std::int64_t points{};
    std::int64_t kept_points{};  // after simplifying
    std::vector<LevelCount> levels;
    std::int64_t wrong{};
    std::vector<base::WrongRow> wrong_rows;  // the first of them, by the number of the feature
};
BOOST_DESCRIBE_STRUCT(BoundaryReport, (), (encoding, property, features, points, kept_points, levels, wrong, wrong_rows))

// A file that was read and made lighter for the maps, not yet written.
struct ReadyBoundaries {
    BoundaryReport report;
    std::vector<Boundary> boundaries;
};
std::variant<ReadyBoundaries, FileFault> prepare_boundaries(db::Session& db, std::string_view bytes);

struct BoundaryOrder {
    base::PersonId by;  // 0: the system
    std::string file_name;
    std::string file_hash;
    LoadWords words;
};
// Each area that the file names gets its boundary from it; the others keep theirs.
BoundaryLoadId store_boundaries(db::Tx& tx, const BoundaryOrder& order, const ReadyBoundaries& ready);
// Takes away what still stands of a file. Returns how many boundaries went.
std::int64_t take_away_boundaries(db::Tx& tx, base::PersonId by, BoundaryLoadId load);
// The newest first, also those of which nothing stands.
std::vector<BoundaryLoad> list_boundary_loads(db::Session& db);

// The areas of a level within an area, with the borders that they have.
AreaMap draw_inside(db::Session& db, const Area& around, Level level, base::Language language);

void add_boundary_routes(http::Router& router);

}  // namespace areas
