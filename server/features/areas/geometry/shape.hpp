#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a piece of land looks like on a grid of whole numbers. Pure.
namespace areas {

// East and up on some grid. Boundaries are kept in hundred-thousandths of a degree, about a metre.
struct Spot {
    std::int32_t x{};
    std::int32_t y{};

    friend auto operator<=>(const Spot&, const Spot&) = default;
};
inline constexpr double spots_a_degree = 100'000;

// A closed ring ends where it begins. The outer ring of a polygon comes first and runs against the clock, its holes with it (RFC 7946).
using Line = std::vector<Spot>;
using Polygon = std::vector<Line>;
using Shape = std::vector<Polygon>;

inline constexpr std::size_t least_in_ring = 4;

// Of a closed ring; below zero where it runs with the clock.
double area_of(const Line& ring);

// Closes rings, drops what stands twice in a row, what encloses nothing and polygons without an outer ring, and turns rings the right way.
Shape tidied(Shape shape);

std::size_t count_spots(const Shape& shape);

// As it is kept in the database: steps from spot to spot, in as few bytes as they need. What was not written so is refused.
std::string packed(const Shape& shape);
std::optional<Shape> unpacked(std::string_view bytes);

}  // namespace areas
