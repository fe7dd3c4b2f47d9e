#pragma once

#include <array>
#include <string>

#include "base/testing.hpp"

namespace areas::testing {

// Tests on the boundaries of the whole country: provinces, districts, subdistricts as GeoJSON.
struct RealBoundaries : base::testing::Beside {
    RealBoundaries()
        : Beside({"data/th/boundaries/provinces.geojson", "data/th/boundaries/districts.geojson",
                  "data/th/boundaries/subdistricts.geojson"}) {}

    [[nodiscard]] std::array<std::string, 3> levels() const { return {file(0), file(1), file(2)}; }
};

}  // namespace areas::testing
