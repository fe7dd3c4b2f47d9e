#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace decode {

using Bytes = std::span<const unsigned char>;

enum class PictureKind { jpeg, png, gif, webp, heif };

struct PictureHeader {
    PictureKind kind{};
    std::uint32_t width{}, height{};
    int channels = 3;  // 4 in a JPEG means inks (CMYK), not light

    friend bool operator==(const PictureHeader&, const PictureHeader&) = default;
};

// What the file claims about itself, read without decoding anything. Nothing if it is no picture of a kind we open, or is cut off before
// its size. Never reads outside `file`, whatever stands in it.
std::optional<PictureHeader> picture_header(Bytes file);

// A camera's 108 megapixels pass; a bomb of 40,000 × 40,000 does not.
inline constexpr std::uint32_t longest_side = 20'000;
inline constexpr std::uint64_t most_pixels = 120'000'000;
bool fits(const PictureHeader&);

}  // namespace decode
