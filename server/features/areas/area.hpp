#pragma once

#include "areas/areas.hpp"

// What an area's number tells without asking anybody, and how areas are called.
namespace areas {

// Places of a subdistrict: moo 1 to 99 are villages, communities begin above.
inline constexpr std::int64_t first_community = 101;
inline constexpr std::int64_t last_community = 999;

// The nth village or community of a subdistrict.
AreaId place_in(AreaId subdistrict, std::int64_t place);
// "80012103" for moo 3 of 800121, "c6800121104" for a community.
std::string place_code(std::string_view subdistrict_code, AreaId place);

// "ต.ท่าซัก"; lineage as areas::lineage gives it.
std::string short_title(const Area& area, base::Language language);
std::string path_of(std::span<const Area> lineage, base::Language language);

}  // namespace areas
