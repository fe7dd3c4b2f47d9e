#include "areas/boundaries/geojson.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "areas/boundaries/json_scanner.hpp"
#include "base/encoding.hpp"

namespace areas {

namespace {

constexpr std::size_t longest_value = 200;
constexpr std::size_t most_properties = 60;

struct Degrees {
    double east{};
    double north{};
};

// Nested arrays of coordinates, however deep: what they are of is known only when the geometry's type is.
struct Nested {
    std::vector<Degrees> points;
    std::vector<std::size_t> ring_ends;     // after how many points
    std::vector<std::size_t> polygon_ends;  // after how many rings
    int height = -1;                        // of the whole: 0 a point, 1 a line, 2 a polygon, 3 several; -1: empty
    bool is_uneven = false;
    bool is_short = false;  // a ring with fewer than four points
};

struct Geometry {
    std::string type;
    Nested nested;
};

// What is wrong with where points lie, by the first that is. The country with some sea around it.
std::string_view fault_of(const std::vector<Degrees>& points) {
    constexpr double west = 97, east = 106, south = 5, north = 21;
    const auto is_here = [](double x, double y) { return x >= west && x <= east && y >= south && y <= north; };
    for (const auto& [x, y] : points) {
        if (is_here(x, y)) continue;
        if (is_here(y, x)) return "boundary_swapped";
        constexpr double half_turn = 180, quarter_turn = 90;
        return std::abs(x) > half_turn || std::abs(y) > quarter_turn ? "boundary_not_in_degrees" : "not_in_thailand";
    }
    return {};
}

std::string_view fault_of(const Geometry& geometry) {
    if (geometry.type != "Polygon" && geometry.type != "MultiPolygon")
        return geometry.type.empty() && geometry.nested.points.empty() ? "boundary_empty" : "boundary_no_polygon";
    if (geometry.nested.points.empty()) return "boundary_empty";
    if (geometry.nested.is_uneven || geometry.nested.height != (geometry.type == "Polygon" ? 2 : 3)) return "boundary_uneven";
    if (geometry.nested.is_short) return "boundary_short_ring";
    return fault_of(geometry.nested.points);
}

Spot spot_of(const Degrees& at) {
    return {static_cast<std::int32_t>(std::lround(at.east * spots_a_degree)),
            static_cast<std::int32_t>(std::lround(at.north * spots_a_degree))};
}

Shape shape_of(const Nested& nested) {
    Shape shape;
    std::size_t point = 0;
    std::size_t ring = 0;
    for (const auto polygon_end : nested.polygon_ends) {
        auto& polygon = shape.emplace_back();
        for (; ring < polygon_end; ++ring) {
            auto& line = polygon.emplace_back();
            for (; point < nested.ring_ends[ring]; ++point) line.push_back(spot_of(nested.points[point]));
        }
    }
    return shape;
}

class Reading {
  public:
    Reading(std::string_view text, const GeoJsonLimits& limits) : json_(text, limits.depth), limits_(limits) {}

    std::optional<FileFault> run() {
        const bool is_read = read_collection();
        if (over_) return over_;
        if (json_.fault() != JsonScanner::Fault::none) return fault_of_text();
        if (!is_read || type_ != "FeatureCollection" || !has_features_) return FileFault{"boundaries_no_collection"};
        return {};
    }
    std::vector<Feature> features;
    std::int64_t points = 0;

  private:
    FileFault fault_of_text() const {
        switch (json_.fault()) {
            case JsonScanner::Fault::cut_off:
                return {"boundaries_cut_off"};
            case JsonScanner::Fault::too_deep:
                return {"boundaries_too_deep", {{"most", std::to_string(limits_.depth)}}};
            case JsonScanner::Fault::none:
            case JsonScanner::Fault::not_json:
                break;
        }
        return {"boundaries_no_json"};
    }

    // budget: one member after the other
    bool read_collection() {
        if (json_.next() != '{' || !json_.enter('{')) return false;
        while (json_.another()) {
            const auto name = json_.name();
            if (!name) return false;
            const bool is_read = *name == "features" && json_.next() == '[' ? read_features()
                                 : *name == "type" && json_.next() == '"'   ? read_text(type_)
                                                                            : json_.skip();
            if (!is_read) return false;
        }
        return json_.fault() == JsonScanner::Fault::none && (json_.ends() || trailing());
    }
    // More text behind the end: skipped as a value, it says what is wrong with it.
    bool trailing() {
        if (json_.skip()) over_ = FileFault{"boundaries_no_json"};
        return false;
    }

    bool read_text(std::string& into) {
        auto text = json_.text(longest_value);
        if (!text) return false;
        into = *std::move(text);
        return true;
    }

    bool read_features() {
        has_features_ = true;
        if (!json_.enter('[')) return false;
        while (json_.another()) {
            if (std::ssize(features) == limits_.features) return stop("boundaries_too_many", limits_.features);
            auto& feature = features.emplace_back();
            feature.number = std::ssize(features);
            if (!read_feature(feature)) return false;
        }
        return json_.fault() == JsonScanner::Fault::none;
    }
    bool stop(std::string_view code, std::int64_t most) {
        over_ = FileFault{std::string(code), {{"most", std::to_string(most)}}};
        return false;
    }

    // budget: one member after the other
    bool read_feature(Feature& feature) {
        if (json_.next() != '{') {
            feature.fault = "boundary_no_polygon";
            return json_.skip();
        }
        Geometry geometry;
        if (!json_.enter('{')) return false;
        while (json_.another()) {
            const auto name = json_.name();
            if (!name) return false;
            const bool is_object = json_.next() == '{';
            const bool is_read = *name == "properties" && is_object ? read_properties(feature)
                                 : *name == "geometry" && is_object ? read_geometry(geometry)
                                 : *name == "id"                    ? read_property(feature, "id")
                                                                    : json_.skip();
            if (!is_read) return false;
        }
        draw(feature, geometry);
        return json_.fault() == JsonScanner::Fault::none;
    }
    static void draw(Feature& feature, const Geometry& geometry) {
        feature.fault = fault_of(geometry);
        if (!feature.fault.empty()) return;
        feature.shape = tidied(shape_of(geometry.nested));
        if (feature.shape.empty()) feature.fault = "boundary_empty";
    }

    bool read_properties(Feature& feature) {
        if (!json_.enter('{')) return false;
        while (json_.another()) {
            const auto name = json_.name();
            if (!name || !read_property(feature, *name)) return false;
        }
        return json_.fault() == JsonScanner::Fault::none;
    }
    bool read_property(Feature& feature, const std::string& name) {
        const auto c = json_.next();
        if (c == '"') {
            auto text = json_.text(longest_value);
            if (!text) return false;
            keep(feature, name, *std::move(text));
            return true;
        }
        if (c != '-' && (c < '0' || c > '9')) return json_.skip();
        const auto number = json_.written_number();
        if (number) keep(feature, name, std::string(number->substr(0, longest_value)));
        return number.has_value();
    }
    static void keep(Feature& feature, const std::string& name, std::string value) {
        if (feature.properties.size() < most_properties) feature.properties.emplace_back(name, std::move(value));
    }

    bool read_geometry(Geometry& geometry) {
        if (!json_.enter('{')) return false;
        while (json_.another()) {
            const auto name = json_.name();
            if (!name) return false;
            if (*name == "coordinates") {
                geometry.nested = {};
                if (!read_nested(geometry.nested)) return false;
            } else if (*name == "type" && json_.next() == '"' ? !read_text(geometry.type) : !json_.skip()) {
                return false;
            }
        }
        return json_.fault() == JsonScanner::Fault::none;
    }

    bool read_nested(Nested& nested) {
        if (json_.next() != '[') return json_.skip();
        const auto height = read_level(nested);
        if (!height) return false;
        nested.height = *height;
        return true;
    }

    // How high the array is; of one without anything in it -1.
    // budget: a coordinate, a line and a polygon are told apart in one pass
    std::optional<int> read_level(Nested& nested) {  // NOLINT(misc-no-recursion): no deeper than enter() allows
        if (!json_.enter('[')) return {};
        if (const auto c = json_.next(); c == '-' || (c >= '0' && c <= '9')) return read_point(nested);
        int height = -1;
        const auto before = nested.points.size();
        while (json_.another()) {
            if (json_.next() != '[') {
                nested.is_uneven = true;
                if (!json_.skip()) return {};
                continue;
            }
            const auto inside = read_level(nested);
            if (!inside) return {};
            if (height >= 0 && *inside != height) nested.is_uneven = true;
            height = std::max(height, *inside);
        }
        if (json_.fault() != JsonScanner::Fault::none) return {};
        close(nested, height + 1, nested.points.size() - before);
        return height + 1;
    }
    static void close(Nested& nested, int height, std::size_t points) {
        if (height == 0) nested.is_short = true;  // an array with nothing in it, where a ring or a polygon should be
        if (height == 1) {
            nested.is_short = nested.is_short || points < least_in_ring;
            nested.ring_ends.push_back(nested.points.size());
        }
        if (height == 2) nested.polygon_ends.push_back(nested.ring_ends.size());
    }

    std::optional<int> read_point(Nested& nested) {
        if (++points > limits_.points) {
            stop("boundaries_too_many_points", limits_.points);
            return {};
        }
        std::vector<double> numbers;
        constexpr std::size_t most_numbers = 4;  // height and measure are not used
        while (json_.another()) {
            const auto number = json_.number();
            if (!number) return {};
            if (numbers.size() < most_numbers) numbers.push_back(*number);
        }
        if (json_.fault() != JsonScanner::Fault::none) return {};
        if (numbers.size() < 2) nested.is_uneven = true;
        numbers.resize(2);
        nested.points.push_back({numbers[0], numbers[1]});
        return 0;
    }

    JsonScanner json_;
    const GeoJsonLimits& limits_;
    std::string type_;
    bool has_features_ = false;
    std::optional<FileFault> over_;
};

}  // namespace

std::variant<FeatureFile, FileFault> read_geojson(std::string_view bytes, const GeoJsonLimits& limits) {
    constexpr std::size_t million = 1'000'000;
    if (bytes.size() > limits.bytes) return FileFault{"boundaries_too_large", {{"most", std::to_string(limits.bytes / million)}}};
    const auto decoded = base::decode(bytes);
    if (decoded.damaged) return FileFault{"boundaries_encoding"};
    Reading reading(decoded.text, limits);
    if (auto fault = reading.run()) return *std::move(fault);
    return FeatureFile{std::string(base::name(decoded.encoding)), std::move(reading.features), reading.points};
}

}  // namespace areas
