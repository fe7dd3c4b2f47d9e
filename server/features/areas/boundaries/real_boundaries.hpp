#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/testing.hpp"

namespace areas::testing {

struct RealBoundaries {
    std::string provinces, districts, subdistricts;  // GeoJSON
};

// The boundaries of the whole country; nothing where ../shared is not there, or not whole.
inline std::optional<RealBoundaries> real_boundaries() {
    const auto file = [](const char* level) { return base::testing::shared_file(std::string("data/th/boundaries/") + level + ".geojson"); };
    auto provinces = file("provinces");
    auto districts = file("districts");
    auto subdistricts = file("subdistricts");
    if (!provinces || !districts || !subdistricts) return std::nullopt;
    return RealBoundaries{std::move(*provinces), std::move(*districts), std::move(*subdistricts)};
}

}  // namespace areas::testing
