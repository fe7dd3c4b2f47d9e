#pragma once

#include <span>

#include "areas/geometry/shape.hpp"

// Shapes cut into arcs where three of them meet, so that a border that two share is one arc and is simplified once. Pure; docs/adr.
namespace areas {

using ArcRing = std::vector<std::int32_t>;  // n: arcs[n] as it runs; ~n: arcs[n] backwards
using ArcPolygon = std::vector<ArcRing>;
using ArcShape = std::vector<ArcPolygon>;

struct Topology {
    std::vector<Line> arcs;
    std::vector<ArcShape> shapes;  // in the order in which they came
};

// Of tidied shapes.
Topology topology_of(std::span<const Shape> shapes);

Line ring_of(const Topology& topology, const ArcRing& ring);
Shape shape_of(const Topology& topology, const ArcShape& shape);

}  // namespace areas
