#include <map>
#include <set>

#include "areas/area_queries.hpp"
#include "areas/changes/change_queries.hpp"
#include "areas/tree/tree.hpp"
#include "db/db.hpp"
#include "journal/journal.hpp"

namespace areas {

// The official list that the corrections follow is of the last day of 2564.
static constexpr base::Date tree_since{2021, 12, 31};

static bool is_same(const Area& a, const Area& b) {
    return a.code == b.code && a.name == b.name && a.name_en == b.name_en && a.latitude == b.latitude && a.longitude == b.longitude &&
           a.position == b.position && a.begins_on == b.begins_on && a.valid_to == b.valid_to;
}

// What a planting does to the tables.
struct Difference {
    std::vector<AreaRow> stored;
    std::vector<AreaId> closed;
};

// What the office recorded (changes/) stands, whatever a tree says.
static Difference difference(std::vector<Area> standing_areas, const std::set<AreaId>& recorded, base::Date today) {
    std::map<AreaId, Area> standing;
    for (auto& area : standing_areas) standing.emplace(area.id, std::move(area));
    Difference difference;
    for (auto& area : read_tree(tree_text(), standing.empty() ? tree_since : today)) {
        const auto known = standing.extract(area.id);
        if (recorded.contains(area.id)) continue;
        if (!known || !is_same(known.mapped(), area)) difference.stored.emplace_back(std::move(area));
    }
    for (const auto& [id, area] : standing)
        if (!area.valid_to && !recorded.contains(id)) difference.closed.push_back(id);
    return difference;
}

int plant_tree(db::Database& database, base::Date today) {
    if (find_edition(*database.read()) == tree_edition()) return 0;
    const auto [stored, closed] = difference(list_tree(*database.read()), list_changed(*database.read()), today);
    database.write([&, &stored = stored, &closed = closed](db::Tx& tx) {
        for (const auto& row : stored) store_area(tx, row);
        for (const auto id : closed) close_area(tx, id, base::add_days(today, -1));
        store_successions(tx, read_successions(successions_text()));
        store_edition(tx, tree_edition());
        journal::record(tx, {}, "areas.tree_planted", {});
    });
    return static_cast<int>(stored.size() + closed.size());
}

}  // namespace areas
