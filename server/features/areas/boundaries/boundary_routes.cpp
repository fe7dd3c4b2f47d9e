#include <sodium.h>

#include <array>

#include "areas/area_queries.hpp"
#include "areas/boundaries/boundaries.hpp"
#include "areas/boundaries/boundary_queries.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"

namespace areas {

namespace {

constexpr std::uint64_t largest_file = GeoJsonLimits{}.bytes;

struct MapWish {
    std::optional<Level> level;  // of the areas that are drawn; what lies right under the area
};
BOOST_DESCRIBE_STRUCT(MapWish, (), (level))

AreaMap get_area_map(http::Call& call, const http::Segment& code, const http::Query<MapWish>& wish) {
    const auto around = find(call.read(), code.value == "TH" ? "th" : code.value);
    if (!around) throw http::not_found();
    const auto level = wish->level.value_or(level_inside(around->level));
    if (level <= around->level) throw http::Problem(422, "invalid_input").at("/level", "level_not_inside");
    return draw_inside(call.read(), *around, level, call.language());
}

std::string hash_of(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text{};
    return sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
}

std::string read_file(const std::vector<http::Upload>& uploads) {
    if (uploads.empty()) throw http::Problem(422, "invalid_input").at("/file", "required");
    return http::read_all(uploads.front());
}

ReadyBoundaries prepare(http::Call& call, std::string_view bytes) {
    auto ready = prepare_boundaries(call.read(), bytes);
    if (const auto* fault = std::get_if<FileFault>(&ready)) {
        json::Params params;
        for (const auto& [name, value] : fault->params) params.push_back({name, value});
        throw http::Problem(422, "invalid_input").at("/file", fault->code, params);
    }
    return std::get<ReadyBoundaries>(std::move(ready));
}

// Nothing is written.
BoundaryReport look_at_boundaries(http::Call& call, const http::Uploads<largest_file>& uploads) {
    return prepare(call, read_file(uploads.files)).report;
}

http::Created<BoundaryReport> load_boundaries(http::Call& call, const http::Query<LoadWords>& words,
                                              const http::Uploads<largest_file>& uploads) {
    const auto bytes = read_file(uploads.files);
    const auto ready = prepare(call, bytes);
    if (ready.boundaries.empty()) throw http::Problem(422, "invalid_input").at("/file", "boundaries_none");
    const BoundaryOrder order{call.person(), uploads.files.front().file_name, hash_of(bytes), *words};
    call.write([&](db::Tx& tx) { store_boundaries(tx, order, ready); });
    return {ready.report};
}

http::List<BoundaryLoad> get_boundary_loads(http::Call& call) {
    return {list_boundary_loads(call.read()), {}};
}

http::List<BoundaryLoad> take_boundaries_away(http::Call& call, BoundaryLoadId load) {
    if (!find_load(call.read(), load)) throw http::not_found();
    call.write([&](db::Tx& tx) { take_away_boundaries(tx, call.person(), load); });
    return get_boundary_loads(call);
}

}  // namespace

void add_boundary_routes(http::Router& router) {
    router.get("/api/areas/{code}/map", get_area_map, access::anyone);
    router.get("/api/areas/boundaries", get_boundary_loads, access::administrator);
    router.post("/api/areas/boundaries", load_boundaries, access::administrator, http::WriteKind::import);
    router.post("/api/areas/boundaries/look", look_at_boundaries, access::administrator, http::WriteKind::import);
    router.post("/api/areas/boundaries/{load}/take-away", take_boundaries_away, access::administrator, http::WriteKind::office);
}

}  // namespace areas
