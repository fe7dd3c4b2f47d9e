#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "areas/geometry/shape.hpp"

// Boundaries as offices have them in files: GeoJSON (RFC 7946), a FeatureCollection of polygons in degrees. Pure; what a stranger wrote is
// read within limits, and of what is wrong it is said what and where.
namespace areas {

struct GeoJsonLimits {
    std::size_t bytes = 64'000'000;
    std::int64_t features = 20'000;  // the country has 7,436 subdistricts
    std::int64_t points = 2'000'000;
    std::size_t depth = 24;
};

struct Feature {
    std::int64_t number{};                                        // in the file, from 1
    std::vector<std::pair<std::string, std::string>> properties;  // texts and numbers, as they are written; what is long is left out
    Shape shape;                                                  // tidied
    std::string fault{};  // a locale key without "problem_", where it cannot be drawn; its shape is empty
};

// Why nothing of a file can be used: a locale key without "problem_".
struct FileFault {
    std::string code;
    std::map<std::string, std::string> params{};
};

struct FeatureFile {
    std::string encoding;
    std::vector<Feature> features;
    std::int64_t points{};
};
std::variant<FeatureFile, FileFault> read_geojson(std::string_view bytes, const GeoJsonLimits& limits = {});

}  // namespace areas
