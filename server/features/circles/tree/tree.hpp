#pragma once

#include "circles/circle/circle_queries.hpp"
#include "circles/tree/issue.hpp"
#include "db/db.hpp"

// Circles in a tree: each may name the one above it, as a village's circle does the tambon's.
namespace circles {

// A tree is no higher than this, so that a walk through it ends: village, tambon, district, province, region, country, and some to spare.
constexpr int most_storeys = 10;

// A circle in the tree as its page shows it.
struct TreeLine {
    CircleId id;
    std::string title;
    std::string address;
    Level level{};
    base::AreaId area_id;
    std::int64_t depth{};  // below the circle whose page it is; 0 for those above it
    std::int64_t held{};
    std::optional<base::Date> last_held;
    std::int64_t waiting{};  // issues that nobody has answered yet
};
BOOST_DESCRIBE_STRUCT(TreeLine, (), (id, title, address, level, area_id, depth, held, last_held, waiting))

struct TreeReply {
    records::Envelope record;
    std::optional<CircleId> above_id;  // also where the viewer may not read it
    std::vector<TreeLine> above;       // the highest first
    std::vector<TreeLine> below;       // each after the one above it
    std::vector<Thread> threads;       // of issues that came to this circle or went from it, the newest first
    records::Rights rights;
};
BOOST_DESCRIBE_STRUCT(TreeReply, (), (record, above_id, above, below, threads, rights))
TreeReply tree_reply(db::Session& db, const http::Viewer& viewer, const records::Found& circle);

std::optional<CircleId> find_above(db::Session& db, CircleId circle);
void set_above(db::Tx& tx, CircleId circle, std::optional<CircleId> above);
// Whether `circle` stands on the way from `from` up, or is it.
bool on_the_way_up(db::Session& db, CircleId from, CircleId circle);
// Those that the viewer may read.
std::vector<TreeLine> list_above(db::Session& db, const http::Viewer& viewer, CircleId circle);
std::vector<TreeLine> list_below(db::Session& db, const http::Viewer& viewer, CircleId circle);

}  // namespace circles
