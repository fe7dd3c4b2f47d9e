#pragma once

#include "base/ids.hpp"

namespace base {

// An area's place in tree order: region(1) province(2) district(2) tambon(2) place(3); 0 is the whole country.
// Everything under an area is the range from its id to its last_id.
struct AreaTag {};
using AreaId = Id<AreaTag>;

// The last id under an area, by the shape of the number alone: no level counts from 0.
constexpr AreaId last_of(AreaId area) {
    constexpr std::int64_t spans[] = {10'000'000'000, 1'000'000'000, 10'000'000, 100'000, 1'000};
    for (const auto span : spans)
        if (area.value % span == 0) return {area.value + span - 1};
    return area;
}

}  // namespace base
