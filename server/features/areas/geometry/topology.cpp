#include "areas/geometry/topology.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace areas {

namespace {

// A spot of a ring with the two beside it, the smaller first: a border is passed in both directions.
struct Visit {
    Spot at;
    Spot low;
    Spot high;

    friend auto operator<=>(const Visit&, const Visit&) = default;
};

template <class Do>
void each_ring(std::span<const Shape> shapes, Do todo) {
    for (const auto& shape : shapes)
        for (const auto& polygon : shape)
            for (const auto& ring : polygon) todo(ring);
}

// Sorted: where rings come together or part.
std::vector<Spot> junctions_of(std::span<const Shape> shapes) {
    std::vector<Visit> visits;
    each_ring(shapes, [&](const Line& ring) {
        const auto spots = ring.size() - 1;
        for (std::size_t i = 0; i < spots; ++i) {
            const auto before = ring[(i + spots - 1) % spots];
            const auto after = ring[i + 1];
            visits.push_back({ring[i], std::min(before, after), std::max(before, after)});
        }
    });
    std::ranges::sort(visits);
    std::vector<Spot> junctions;
    for (std::size_t i = 1; i < visits.size(); ++i) {
        const bool parts = visits[i].at == visits[i - 1].at && visits[i] != visits[i - 1];
        if (parts && (junctions.empty() || junctions.back() != visits[i].at)) junctions.push_back(visits[i].at);
    }
    return junctions;
}

class Cutting {
  public:
    explicit Cutting(std::span<const Shape> shapes) : junctions_(junctions_of(shapes)) {
        for (const auto& shape : shapes) topology_.shapes.push_back(cut(shape));
    }
    Topology take() { return std::move(topology_); }

  private:
    ArcShape cut(const Shape& shape) {
        ArcShape arcs;
        for (const auto& polygon : shape) {
            auto& rings = arcs.emplace_back();
            for (const auto& ring : polygon) rings.push_back(cut(ring));
        }
        return arcs;
    }

    [[nodiscard]] bool is_junction(Spot spot) const { return std::ranges::binary_search(junctions_, spot); }

    // A ring that meets no other begins at its smallest spot, so that a hole and what fills it are the same arc.
    [[nodiscard]] Line turned(const Line& ring) const {
        const auto end = ring.end() - 1;
        auto first = std::find_if(ring.begin(), end, [&](Spot spot) { return is_junction(spot); });
        if (first == end) first = std::min_element(ring.begin(), end);
        Line turned(first, end);
        turned.insert(turned.end(), ring.begin(), first);
        turned.push_back(turned.front());
        return turned;
    }

    ArcRing cut(const Line& ring) {
        const auto line = turned(ring);
        ArcRing arcs;
        std::size_t from = 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            if (i + 1 < line.size() && !is_junction(line[i])) continue;
            arcs.push_back(
                number_of({line.begin() + static_cast<std::ptrdiff_t>(from), line.begin() + static_cast<std::ptrdiff_t>(i) + 1}));
            from = i;
        }
        return arcs;
    }

    static std::size_t hash_of(const Line& line) {
        std::size_t hash = line.size();
        const auto mix = [&](std::int32_t part) {
            constexpr std::size_t odd = 0x9E3779B97F4A7C15;
            hash = (hash ^ static_cast<std::uint32_t>(part)) * odd;
            hash ^= hash >> 32U;
        };
        for (const auto spot : line) {
            mix(spot.x);
            mix(spot.y);
        }
        return hash;
    }

    std::int32_t number_of(Line line) {
        auto back = line;
        std::ranges::reverse(back);
        const bool runs_back = back < line;
        auto& same = runs_back ? back : line;
        auto& known = known_[hash_of(same)];
        auto found = std::ranges::find_if(known, [&](std::int32_t arc) { return topology_.arcs[static_cast<std::size_t>(arc)] == same; });
        if (found == known.end()) {
            known.push_back(static_cast<std::int32_t>(topology_.arcs.size()));
            found = known.end() - 1;
            topology_.arcs.push_back(std::move(same));
        }
        return runs_back ? ~*found : *found;
    }

    std::vector<Spot> junctions_;
    std::unordered_map<std::size_t, std::vector<std::int32_t>> known_;  // by their hash
    Topology topology_;
};

}  // namespace

Topology topology_of(std::span<const Shape> shapes) {
    return Cutting(shapes).take();
}

Line ring_of(const Topology& topology, const ArcRing& ring) {
    Line line;
    const auto append = [&](const auto& first, const auto& last) { line.insert(line.end(), line.empty() ? first : first + 1, last); };
    for (const auto arc : ring) {
        const auto& spots = topology.arcs[static_cast<std::size_t>(arc < 0 ? ~arc : arc)];
        if (arc < 0)
            append(spots.rbegin(), spots.rend());
        else
            append(spots.begin(), spots.end());
    }
    return line;
}

Shape shape_of(const Topology& topology, const ArcShape& arcs) {
    Shape shape;
    for (const auto& rings : arcs) {
        auto& polygon = shape.emplace_back();
        for (const auto& ring : rings) polygon.push_back(ring_of(topology, ring));
    }
    return shape;
}

}  // namespace areas
