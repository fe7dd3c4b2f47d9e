#pragma once

#include <functional>
#include <optional>

#include "areas/areas.hpp"
#include "areas/boundaries/geojson.hpp"
#include "base/import.hpp"

// Which feature of a file is which area. Pure.
namespace areas {

struct Boundary {
    AreaId area;
    Shape shape;
};

struct BoundaryFile {
    std::string encoding;
    std::string property;              // whose values are the areas' official codes
    std::vector<Boundary> boundaries;  // in tree order, each area once
    std::int64_t features{};
    std::int64_t points{};
    std::vector<base::WrongRow> wrong;  // by the number of the feature; its value says which one
};

// By official code, of what is there today.
using FindArea = std::function<std::optional<AreaId>(std::string_view code)>;

std::variant<BoundaryFile, FileFault> read_boundaries(std::string_view bytes, const FindArea& find, const GeoJsonLimits& limits = {});

// "TH8001", "8001", "๘๐๐๑" and 8001.0 are all 8001; nothing where it is no such number.
std::optional<std::string> code_in(std::string_view value);

}  // namespace areas
