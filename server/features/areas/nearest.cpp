#include <cmath>
#include <numbers>

#include "areas/area_queries.hpp"

namespace areas {

std::vector<Area> list_nearest(db::Session& db, const Point& point, int limit) {
    constexpr double farthest = 0.25;                                          // degrees; 28 kilometres
    const auto narrowing = std::cos(point.latitude * std::numbers::pi / 180);  // of a degree of longitude here
    return db.all<Area>("SELECT " AREA_COLUMNS
                        " FROM areas_areas WHERE level IN ('subdistrict', 'village', 'community') AND valid_to IS NULL"
                        " AND latitude BETWEEN $1 - $4 AND $1 + $4 AND longitude BETWEEN $2 - $4 AND $2 + $4"
                        " ORDER BY (latitude - $1) * (latitude - $1) + (longitude - $2) * $3 * (longitude - $2) * $3, id LIMIT $5",
                        point.latitude, point.longitude, narrowing, farthest, std::int64_t{limit});
}

}  // namespace areas
