#include "decode/picture_header.hpp"

#include <algorithm>
#include <string_view>

namespace decode {
namespace {

enum class Order { big, little };

// A number of `count` bytes at `at`; nothing where the file ends before it.
std::optional<std::uint32_t> number(Bytes file, std::size_t at, int count, Order order) {
    if (at > file.size() || file.size() - at < static_cast<std::size_t>(count)) return {};
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) value = value << 8 | file[at + (order == Order::big ? i : count - 1 - i)];
    return value;
}

bool says(Bytes file, std::size_t at, std::string_view word) {
    if (at > file.size() || file.size() - at < word.size()) return false;
    const auto there = file.subspan(at, word.size());
    return std::equal(word.begin(), word.end(), there.begin(), [](char a, unsigned char b) { return static_cast<unsigned char>(a) == b; });
}

std::optional<PictureHeader> sized(PictureKind kind, std::optional<std::uint32_t> width, std::optional<std::uint32_t> height,
                                   int channels = 3) {
    if (!width || !height || *width == 0 || *height == 0) return {};
    return PictureHeader{kind, *width, *height, channels};
}

// The frame header SOFn tells the size; C4, C8 and CC are tables, not frames.
bool begins_frame(unsigned char marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PictureHeader> jpeg(Bytes file) {
    for (std::size_t at = 2; at + 4 <= file.size();) {
        if (file[at] != 0xFF) return {};
        const auto marker = file[at + 1];
        if (marker == 0xFF) {
            ++at;  // fill byte
            continue;
        }
        if (begins_frame(marker)) {
            const auto channels = number(file, at + 9, 1, Order::big);
            return sized(PictureKind::jpeg, number(file, at + 7, 2, Order::big), number(file, at + 5, 2, Order::big),
                         static_cast<int>(channels.value_or(3)));
        }
        const auto length = number(file, at + 2, 2, Order::big);
        if (marker == 0xDA || !length || *length < 2) return {};
        at += 2 + *length;
    }
    return {};
}

std::optional<PictureHeader> png(Bytes file) {
    if (!says(file, 12, "IHDR")) return {};
    return sized(PictureKind::png, number(file, 16, 4, Order::big), number(file, 20, 4, Order::big));
}

std::optional<PictureHeader> gif(Bytes file) {
    return sized(PictureKind::gif, number(file, 6, 2, Order::little), number(file, 8, 2, Order::little));
}

std::optional<PictureHeader> webp(Bytes file) {
    const auto plus_one = [](std::optional<std::uint32_t> value) { return value ? std::optional(*value + 1) : value; };
    if (says(file, 12, "VP8X"))
        return sized(PictureKind::webp, plus_one(number(file, 24, 3, Order::little)), plus_one(number(file, 27, 3, Order::little)));
    if (says(file, 12, "VP8L")) {
        const auto bits = number(file, 21, 4, Order::little);
        if (!bits) return {};
        return sized(PictureKind::webp, (*bits & 0x3FFF) + 1, (*bits >> 14 & 0x3FFF) + 1);
    }
    if (!says(file, 12, "VP8 ")) return {};
    const auto width = number(file, 26, 2, Order::little), height = number(file, 28, 2, Order::little);
    if (!width || !height) return {};
    return sized(PictureKind::webp, *width & 0x3FFF, *height & 0x3FFF);
}

// HEIF keeps a size for each of its pictures ("ispe"), tiles and thumbnails too: the largest is the photo.
std::optional<PictureHeader> heif(Bytes file) {
    constexpr std::string_view word = "ispe";
    std::optional<PictureHeader> largest;
    const auto head = file.first(std::min<std::size_t>(file.size(), 1 << 18));
    for (auto at = head.begin(); (at = std::search(at, head.end(), word.begin(), word.end())) != head.end(); ++at) {
        const auto offset = static_cast<std::size_t>(at - head.begin());
        const auto one = sized(PictureKind::heif, number(file, offset + 8, 4, Order::big), number(file, offset + 12, 4, Order::big));
        if (one && (!largest || std::uint64_t{one->width} * one->height > std::uint64_t{largest->width} * largest->height)) largest = one;
    }
    return largest;
}

bool is_heif(Bytes file) {
    constexpr std::string_view brands[] = {"heic", "heix", "mif1", "msf1", "avif"};
    return says(file, 4, "ftyp") && std::any_of(std::begin(brands), std::end(brands), [&](auto brand) { return says(file, 8, brand); });
}

}  // namespace

std::optional<PictureHeader> picture_header(Bytes file) {
    if (says(file, 0, "\xFF\xD8\xFF")) return jpeg(file);
    if (says(file, 0, "\x89PNG\r\n\x1A\n")) return png(file);
    if (says(file, 0, "GIF87a") || says(file, 0, "GIF89a")) return gif(file);
    if (says(file, 0, "RIFF") && says(file, 8, "WEBP")) return webp(file);
    if (is_heif(file)) return heif(file);
    return {};
}

bool fits(const PictureHeader& picture) {
    return std::max(picture.width, picture.height) <= longest_side && std::uint64_t{picture.width} * picture.height <= most_pixels;
}

}  // namespace decode
