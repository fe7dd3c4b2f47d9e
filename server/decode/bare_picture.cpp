#include "decode/bare_picture.hpp"

#include <algorithm>
#include <cstdint>

namespace decode {
namespace {

using namespace std::string_view_literals;

unsigned byte(std::string_view file, std::size_t at) {
    return static_cast<unsigned char>(file[at]);
}

std::uint32_t little(std::string_view file, std::size_t at) {
    return byte(file, at) | byte(file, at + 1) << 8 | byte(file, at + 2) << 16 | byte(file, at + 3) << 24;
}

void append_little(std::string& to, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) to.push_back(static_cast<char>(value >> shift));
}

std::string bare_chunk(std::string_view chunk) {
    std::string bare(chunk);
    constexpr std::size_t flags = 8;
    constexpr char says_profile_exif_xmp = 0x20 | 0x08 | 0x04;
    if (chunk.starts_with("VP8X") && chunk.size() > flags) bare[flags] = static_cast<char>(bare[flags] & ~says_profile_exif_xmp);
    return bare;
}

std::optional<std::string> bare_webp(std::string_view file) {
    constexpr std::string_view of_the_picture[] = {"VP8X"sv, "VP8 "sv, "VP8L"sv, "ALPH"sv, "ANIM"sv, "ANMF"sv};
    std::string body = "WEBP";
    for (auto rest = file.substr(12); !rest.empty();) {
        if (rest.size() < 8) return {};
        const auto size = std::uint64_t{8} + little(rest, 4) + (little(rest, 4) & 1);
        if (size > rest.size()) return {};
        const auto chunk = rest.substr(0, static_cast<std::size_t>(size));
        if (std::count(std::begin(of_the_picture), std::end(of_the_picture), chunk.substr(0, 4)) > 0) body += bare_chunk(chunk);
        rest.remove_prefix(chunk.size());
    }
    std::string whole = "RIFF";
    append_little(whole, static_cast<std::uint32_t>(body.size()));
    return whole + body;
}

// APP0 and APP14 say how the colours are meant; the other APPn and comments are about the making.
bool of_the_picture(unsigned marker) {
    return marker == 0xE0 || marker == 0xEE || !((marker >= 0xE1 && marker <= 0xEF) || marker == 0xFE);
}

std::optional<std::string> bare_jpeg(std::string_view file) {
    std::string bare(file.substr(0, 2));
    for (std::size_t at = 2; at + 4 <= file.size();) {
        const auto marker = byte(file, at + 1);
        if (byte(file, at) != 0xFF) return {};
        if (marker == 0xDA) return bare.append(file.substr(at));  // from here on the picture itself
        const std::size_t size = 2 + (byte(file, at + 2) << 8 | byte(file, at + 3));
        if (size < 4 || size > file.size() - at) return {};
        if (of_the_picture(marker)) bare.append(file.substr(at, size));
        at += size;
    }
    return {};
}

}  // namespace

std::optional<std::string> bare_picture(std::string_view file) {
    if (file.size() > 12 && file.starts_with("RIFF") && file.substr(8, 4) == "WEBP") return bare_webp(file);
    if (file.starts_with("\xFF\xD8\xFF")) return bare_jpeg(file);
    return {};
}

}  // namespace decode
