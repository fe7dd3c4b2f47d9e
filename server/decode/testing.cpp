#include <zlib.h>

#include "decode/testing.hpp"

namespace decode::testing {
namespace {

std::string big(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(value >> shift));
    return bytes;
}

std::string chunk(const std::string& name, const std::string& body) {
    const auto named = name + body;
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(named.data()), static_cast<uInt>(named.size()));
    return big(static_cast<std::uint32_t>(body.size())) + named + big(static_cast<std::uint32_t>(sum));
}

std::string header(std::uint32_t width, std::uint32_t height) {
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", big(width) + big(height) + std::string("\x08\x02\x00\x00\x00", 5));
}

std::string little(std::uint32_t value, int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) bytes.push_back(static_cast<char>(value >> 8 * i));
    return bytes;
}

std::string entry(std::uint16_t tag, std::uint16_t type, std::uint32_t count, std::uint32_t value) {
    return little(tag, 2) + little(type, 2) + little(count, 4) + little(value, 4);
}

std::string fraction(std::uint32_t value) {
    return little(value, 4) + little(1, 4);
}

}  // namespace

std::string png(std::uint32_t width, std::uint32_t height) {
    const std::string row = '\0' + std::string(width * 3, '\xC0');
    std::string rows;
    for (std::uint32_t i = 0; i < height; ++i) rows += row;
    std::string packed(compressBound(rows.size()), '\0');
    auto size = static_cast<uLongf>(packed.size());
    compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()), rows.size());
    return header(width, height) + chunk("IDAT", packed.substr(0, size)) + chunk("IEND", "");
}

std::string png_that_claims(std::uint32_t width, std::uint32_t height) {
    return header(width, height) + chunk("IDAT", "") + chunk("IEND", "");
}

std::string with_position(const std::string& jpeg) {
    constexpr std::uint32_t directory = 8, position = directory + 2 + 2 * 12 + 4, latitude = position + 2 + 4 * 12 + 4,
                            longitude = latitude + 24;
    const std::string exif = std::string("Exif\0\0", 6) + "II*" + '\0' + little(directory, 4) + little(2, 2) + entry(0x0112, 3, 1, 6) +
                             entry(0x8825, 4, 1, position) + little(0, 4) + little(4, 2) + entry(1, 2, 2, 'N') + entry(2, 5, 3, latitude) +
                             entry(3, 2, 2, 'E') + entry(4, 5, 3, longitude) + little(0, 4) + fraction(16) + fraction(49) + fraction(16) +
                             fraction(100) + fraction(15) + fraction(57);
    const auto length = static_cast<std::uint32_t>(exif.size() + 2);
    return jpeg.substr(0, 2) + "\xFF\xE1" + big(length).substr(2) + exif + jpeg.substr(2);
}

}  // namespace decode::testing
