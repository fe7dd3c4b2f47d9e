#pragma once

#include "areas/geometry/topology.hpp"

// Fewer spots on the same borders (Visvalingam and Whyatt 1993). Pure.
namespace areas {

// Leaves out what makes a triangle of less than `weight` with the spots beside it, arc by arc; where arcs meet stays. The largest ring of a
// shape is always left as a ring; other rings go when they are smaller than a few such triangles.
Topology simplified(Topology topology, double weight);

}  // namespace areas
