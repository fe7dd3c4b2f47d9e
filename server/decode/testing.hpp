#pragma once

#include <cstdint>
#include <string>

namespace decode::testing {

// A PNG of plain colour, made byte by byte. `claimed` sizes need not be true: the bomb is a few bytes that claim a wall.
std::string png(std::uint32_t width, std::uint32_t height);
std::string png_that_claims(std::uint32_t width, std::uint32_t height);

// The JPEG with a camera's EXIF put in: taken at 16.8211 N 100.2659 E, camera held upright (orientation 6: turn a quarter to the right).
std::string with_position(const std::string& jpeg);

}  // namespace decode::testing
