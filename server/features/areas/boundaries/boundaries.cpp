#include "areas/boundaries/boundaries.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <unordered_map>

#include "areas/area_queries.hpp"
#include "areas/boundaries/boundary_queries.hpp"
#include "areas/geometry/simplify.hpp"
#include "base/json/json.hpp"
#include "journal/journal.hpp"

namespace areas {

namespace {

constexpr std::size_t most_shown = 1'000;  // wrong features

// Borders of one level are simplified together, so that they stay shared.
void make_lighter(std::vector<Boundary>& boundaries) {
    std::map<Level, std::vector<std::size_t>> by_level;
    for (std::size_t i = 0; i < boundaries.size(); ++i) by_level[level_of(boundaries[i].area)].push_back(i);
    for (const auto& [level, places] : by_level) {
        std::vector<Shape> shapes;
        for (const auto place : places) shapes.push_back(std::move(boundaries[place].shape));
        const auto topology = simplified(topology_of(shapes), weight_of(level));
        for (std::size_t i = 0; i < places.size(); ++i) boundaries[places[i]].shape = tidied(shape_of(topology, topology.shapes[i]));
    }
}

std::vector<LevelCount> count_levels(db::Session& db, const std::vector<Boundary>& boundaries) {
    const auto bounded = list_bounded(db);
    std::map<Level, LevelCount> levels;
    for (const auto& boundary : boundaries) {
        auto& count = levels[level_of(boundary.area)];
        count.level = level_of(boundary.area);
        ++count.areas;
        if (std::ranges::binary_search(bounded, boundary.area)) ++count.replaced;
    }
    std::vector<LevelCount> counts;
    counts.reserve(levels.size());
    for (const auto& [level, count] : levels) counts.push_back(count);
    return counts;
}

}  // namespace

std::variant<ReadyBoundaries, FileFault> prepare_boundaries(db::Session& db, std::string_view bytes) {
    std::unordered_map<std::string, AreaId> known;
    for (auto& [code, id] : list_codes(db)) known.emplace(std::move(code), id);
    const auto find = [&](std::string_view code) {
        const auto found = known.find(std::string(code));
        return found == known.end() ? std::nullopt : std::optional(found->second);
    };
    auto read = read_boundaries(bytes, find);
    if (auto* fault = std::get_if<FileFault>(&read)) return std::move(*fault);
    auto& file = std::get<BoundaryFile>(read);
    ReadyBoundaries ready;
    ready.boundaries = std::move(file.boundaries);
    make_lighter(ready.boundaries);
    auto& report = ready.report;
    report.encoding = file.encoding;
    report.property = file.property;
    report.features = file.features;
    report.points = file.points;
    for (const auto& boundary : ready.boundaries) report.kept_points += static_cast<std::int64_t>(count_spots(boundary.shape));
    report.levels = count_levels(db, ready.boundaries);
    report.wrong = std::ssize(file.wrong);
    report.wrong_rows = std::move(file.wrong);
    if (report.wrong_rows.size() > most_shown) report.wrong_rows.resize(most_shown);
    return ready;
}

BoundaryLoadId store_boundaries(db::Tx& tx, const BoundaryOrder& order, const ReadyBoundaries& ready) {
    const BoundaryLoad load{.id = tx.new_id<BoundaryLoadId>(),
                            .loaded_at = tx.now(),
                            .file_name = order.file_name,
                            .source = order.words.source.value,
                            .licence = order.words.licence.value,
                            .attribution = order.words.attribution.value,
                            .brought = std::ssize(ready.boundaries),
                            .drawn = std::ssize(ready.boundaries)};
    insert_load(tx, load, order);
    for (const auto& boundary : ready.boundaries) put_boundary(tx, load.id, boundary);
    journal::record(tx, order.by, "areas.boundaries_loaded", {load.id, 1, json::write(load)});
    return load.id;
}

std::int64_t take_away_boundaries(db::Tx& tx, base::PersonId by, BoundaryLoadId load) {
    const auto gone = delete_boundaries(tx, load);
    journal::record(tx, by, "areas.boundaries_taken_away", {load, 2});
    return gone;
}

namespace {

class Drawing {
  public:
    Drawing(db::Session& db, base::Language language) : db_(db), language_(language) {}

    void read(AreaId inside, Level level) {
        for (auto& row : list_boundaries(db_, inside, level)) {
            auto shape = unpacked(row.shape.bytes);
            if (!shape) throw std::runtime_error("areas_boundaries: a shape cannot be read");
            shapes_.emplace(row.area_id, *std::move(shape));
            loads_.insert(row.load_id);
        }
    }
    DrawnArea of(const Area& area) {
        DrawnArea drawn{.code = area.code, .title = title(area, language_), .level = area.level, .middle = {}, .shape = {}};
        if (area.latitude && area.longitude) drawn.middle = Point{*area.latitude, *area.longitude};
        if (const auto shape = shapes_.find(area.id); shape != shapes_.end()) drawn.shape = std::move(shape->second);
        return drawn;
    }
    std::vector<BoundarySource> sources() {
        std::vector<BoundarySource> sources;
        for (const auto id : loads_)
            if (const auto load = find_load(db_, id)) sources.push_back({load->source, load->licence, load->attribution});
        return sources;
    }
    [[nodiscard]] bool has_shapes() const { return !shapes_.empty(); }

  private:
    db::Session& db_;
    base::Language language_;
    std::unordered_map<AreaId, Shape> shapes_;
    std::set<BoundaryLoadId> loads_;
};

}  // namespace

AreaMap draw_inside(db::Session& db, const Area& around, Level level, base::Language language) {
    Drawing drawing(db, language);
    drawing.read(around.id, level);
    const bool has_borders = drawing.has_shapes();
    if (!has_borders) drawing.read(around.id, around.level);
    std::vector<DrawnArea> drawn;
    for (const auto& area : list_within(db, around.id, level)) drawn.push_back(drawing.of(area));
    std::optional<DrawnArea> behind;
    if (!has_borders && drawing.has_shapes()) behind = drawing.of(around);
    auto map = draw(drawn, behind);
    map.sources = drawing.sources();
    return map;
}

}  // namespace areas
