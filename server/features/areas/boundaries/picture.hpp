#pragma once

#include <boost/describe.hpp>

#include "areas/areas.hpp"
#include "areas/geometry/shape.hpp"

// What a map draws: areas on one grid of whole numbers, as TopoJSON. Pure.
namespace areas {

// Where a grid lies on the earth, as TopoJSON says it: degrees = grid * scale + translate, east first. The second scale is below zero: a
// picture counts from its top. Degrees are as wide as they are high in the middle of the picture.
struct GridTransform {
    std::vector<double> scale;
    std::vector<double> translate;
};
BOOST_DESCRIBE_STRUCT(GridTransform, (), (scale, translate))

struct PlaceFacts {
    std::string title;
    Level level{};
    std::optional<std::vector<std::int32_t>> middle;  // on the grid; none where nobody has told where it is
};
BOOST_DESCRIBE_STRUCT(PlaceFacts, (), (title, level, middle))

// One area: land within borders, a point, or neither.
struct PlaceGeometry {
    std::optional<std::string> type;  // MultiPolygon, Point
    std::string id;                   // its official code
    std::optional<std::vector<std::vector<std::vector<std::int32_t>>>> arcs;
    std::optional<std::vector<std::int32_t>> coordinates;
    PlaceFacts properties;
};
BOOST_DESCRIBE_STRUCT(PlaceGeometry, (), (type, id, arcs, coordinates, properties))

struct GeometryCollection {
    std::string type = "GeometryCollection";
    std::vector<PlaceGeometry> geometries;
};
BOOST_DESCRIBE_STRUCT(GeometryCollection, (), (type, geometries))

struct MapObjects {
    GeometryCollection areas;
    GeometryCollection around;  // the area that they lie in, where they themselves are points
};
BOOST_DESCRIBE_STRUCT(MapObjects, (), (areas, around))

// From where the borders are.
struct BoundarySource {
    std::string source;
    std::string licence;
    std::string attribution;
};
BOOST_DESCRIBE_STRUCT(BoundarySource, (), (source, licence, attribution))

struct AreaMap {
    std::string type = "Topology";
    std::vector<std::int32_t> size;  // of the grid, across and down
    GridTransform transform;
    MapObjects objects;
    std::vector<std::vector<std::vector<std::int32_t>>> arcs;  // a spot, and then the steps from one to the next
    std::vector<BoundarySource> sources;
};
BOOST_DESCRIBE_STRUCT(AreaMap, (), (type, size, transform, objects, arcs, sources))

struct DrawnArea {
    std::string code;
    std::string title;
    Level level{};
    std::optional<Point> middle;
    Shape shape;  // empty: a point, if there is one
};

// `around` is drawn behind areas that are points.
AreaMap draw(const std::vector<DrawnArea>& areas, const std::optional<DrawnArea>& around);

// Of which areas a map shows what lies inside: the country's are provinces, a subdistrict's are villages.
Level level_inside(Level level);

// How much may be left out of the borders of a level without anybody seeing it in a picture in which the level is looked at: a triangle in
// square spots of the grid in which boundaries are kept.
double weight_of(Level level);

}  // namespace areas
