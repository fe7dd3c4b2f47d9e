#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// Who sits with whom. Pure: the same people in the same order with the same seed sit the same way, on every machine.
namespace circles {

// For each seat, its group's place from 0.
using Seating = std::vector<std::size_t>;

// Sizes differ by at most one.
Seating by_lot(std::size_t people, std::size_t groups, std::uint64_t seed);

// The same, and those who share a name (an organisation, a sector) are spread as evenly as can be: of each name, two groups differ by at
// most one. An empty name is shared with nobody.
Seating by_mixing(const std::vector<std::string>& names, std::size_t groups, std::uint64_t seed);

// Where somebody sits down who comes late: in the smallest group, among equals the one with the fewest of their name, then the first.
struct Table {
    std::size_t people{};
    std::size_t of_the_name{};
};
std::size_t place_for_latecomer(const std::vector<Table>& tables);

}  // namespace circles
