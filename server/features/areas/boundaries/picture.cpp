#include "areas/boundaries/picture.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "areas/geometry/simplify.hpp"

namespace areas {

namespace {

constexpr double grid = 2'048;          // the longer side of a picture: three times what a phone shows
constexpr double least_degrees = 0.01;  // a kilometre: of a single point
constexpr double margin = 0.02;         // beside the outermost point
constexpr double picture_weight = 6;    // what is left out is a quarter of what a phone's screen can show
constexpr double half_turn = 180;

class Bounds {
  public:
    void add(double east, double north) {
        west_ = std::min(west_, east);
        east_ = std::max(east_, east);
        south_ = std::min(south_, north);
        north_ = std::max(north_, north);
    }
    void add(const DrawnArea& area) {
        for (const auto& polygon : area.shape)
            for (const auto spot : polygon.front()) add(spot.x / spots_a_degree, spot.y / spots_a_degree);
        if (area.shape.empty() && area.middle) add(area.middle->longitude, area.middle->latitude);
    }
    void widen() {
        if (east_ < west_) add(0, 0);
        const auto more = std::max({margin * (east_ - west_), margin * (north_ - south_), least_degrees / 2});
        west_ -= more;
        east_ += more;
        south_ -= more;
        north_ += more;
    }
    [[nodiscard]] double west() const { return west_; }
    [[nodiscard]] double north() const { return north_; }
    [[nodiscard]] double across() const { return east_ - west_; }
    [[nodiscard]] double down() const { return north_ - south_; }
    [[nodiscard]] double middle() const { return (north_ + south_) / 2; }

  private:
    double west_ = half_turn, east_ = -half_turn, south_ = half_turn, north_ = -half_turn;
};

// From degrees to the picture's grid.
class Grid {
  public:
    explicit Grid(Bounds bounds) : bounds_(bounds) {
        const auto narrowing = std::cos(bounds.middle() * std::numbers::pi / half_turn);
        const auto degree = grid / std::max(bounds.across() * narrowing, bounds.down());
        across_ = degree * narrowing;
        down_ = degree;
    }
    [[nodiscard]] Spot at(double east, double north) const {
        return {static_cast<std::int32_t>(std::lround((east - bounds_.west()) * across_)),
                static_cast<std::int32_t>(std::lround((bounds_.north() - north) * down_))};
    }
    [[nodiscard]] Shape of(Shape shape) const {
        for (auto& polygon : shape)
            for (auto& ring : polygon)
                for (auto& spot : ring) spot = at(spot.x / spots_a_degree, spot.y / spots_a_degree);
        return tidied(std::move(shape));
    }
    [[nodiscard]] GridTransform transform() const { return {{1 / across_, -1 / down_}, {bounds_.west(), bounds_.north()}}; }
    [[nodiscard]] std::vector<std::int32_t> size() const {
        return {static_cast<std::int32_t>(std::ceil(bounds_.across() * across_)),
                static_cast<std::int32_t>(std::ceil(bounds_.down() * down_))};
    }

  private:
    Bounds bounds_;
    double across_{};
    double down_{};
};

std::vector<std::int32_t> pair_of(Spot spot) {
    return {spot.x, spot.y};
}

// The middle of the largest part, for an area of which nobody has told where it is.
Spot middle_of(const Shape& shape) {
    const auto size = [](const Polygon& polygon) { return area_of(polygon.front()); };
    const auto& ring = std::ranges::max_element(shape, {}, size)->front();
    const auto [left, right] = std::ranges::minmax(ring, {}, &Spot::x);
    const auto [low, high] = std::ranges::minmax(ring, {}, &Spot::y);
    return {(left.x + right.x) / 2, (low.y + high.y) / 2};
}

PlaceGeometry geometry_of(const DrawnArea& area, const Grid& grid_here, const ArcShape& arcs, const Shape& shape) {
    PlaceGeometry geometry{.type = {}, .id = area.code, .arcs = {}, .coordinates = {}, .properties = {area.title, area.level, {}}};
    if (area.middle)
        geometry.properties.middle = pair_of(grid_here.at(area.middle->longitude, area.middle->latitude));
    else if (!shape.empty())
        geometry.properties.middle = pair_of(middle_of(shape));
    if (!arcs.empty()) {
        geometry.type = "MultiPolygon";
        geometry.arcs = arcs;
    } else if (geometry.properties.middle) {
        geometry.type = "Point";
        geometry.coordinates = geometry.properties.middle;
    }
    return geometry;
}

std::vector<std::vector<std::int32_t>> steps_of(const Line& arc) {
    std::vector<std::vector<std::int32_t>> steps;
    Spot last;
    for (const auto spot : arc) {
        steps.push_back({spot.x - last.x, spot.y - last.y});
        last = spot;
    }
    return steps;
}

}  // namespace

AreaMap draw(const std::vector<DrawnArea>& areas, const std::optional<DrawnArea>& around) {
    Bounds bounds;
    for (const auto& area : areas) bounds.add(area);
    if (around) bounds.add(*around);
    bounds.widen();
    const Grid grid_here(bounds);
    std::vector<Shape> shapes;
    shapes.reserve(areas.size() + 1);
    for (const auto& area : areas) shapes.push_back(grid_here.of(area.shape));
    if (around) shapes.push_back(grid_here.of(around->shape));
    const auto topology = simplified(topology_of(shapes), picture_weight);
    AreaMap map{.size = grid_here.size(), .transform = grid_here.transform(), .objects = {}, .arcs = {}, .sources = {}};
    for (std::size_t i = 0; i < areas.size(); ++i)
        map.objects.areas.geometries.push_back(geometry_of(areas[i], grid_here, topology.shapes[i], shapes[i]));
    if (around) map.objects.around.geometries.push_back(geometry_of(*around, grid_here, topology.shapes.back(), shapes.back()));
    for (const auto& arc : topology.arcs) map.arcs.push_back(steps_of(arc));
    return map;
}

Level level_inside(Level level) {
    switch (level) {
        case Level::country:
        case Level::region:
            return Level::province;
        case Level::province:
            return Level::district;
        case Level::district:
            return Level::subdistrict;
        case Level::subdistrict:
        case Level::village:
        case Level::community:
            break;
    }
    return Level::village;
}

double weight_of(Level level) {
    switch (level) {
        case Level::country:
        case Level::region:
        case Level::province:
            return 40'000;
        case Level::district:
            return 2'500;
        case Level::subdistrict:
            return 300;
        case Level::village:
        case Level::community:
            break;
    }
    return 50;
}

}  // namespace areas
