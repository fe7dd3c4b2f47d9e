#include "base/encoding.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace base {
namespace {

constexpr char32_t nothing = 0xFFFD;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

// Windows-874, 0x80 to 0x9F; what is not here is not assigned.
char32_t windows_874_sign(std::uint8_t byte) {
    switch (byte) {
        case 0x80:
            return U'€';
        case 0x85:
            return U'…';
        case 0x91:
            return U'‘';
        case 0x92:
            return U'’';
        case 0x93:
            return U'“';
        case 0x94:
            return U'”';
        case 0x95:
            return U'•';
        case 0x96:
            return U'–';
        case 0x97:
            return U'—';
        case 0xA0:
            return U'\u00A0';
        default:
            return nothing;
    }
}

bool is_thai_byte(std::uint8_t byte) {
    return (byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB);
}

char32_t from_thai_page(std::uint8_t byte) {
    if (byte < 0x80) return byte;
    return is_thai_byte(byte) ? 0x0E00 + (byte - 0xA0) : windows_874_sign(byte);
}

char32_t from_windows_1252(std::uint8_t byte) {
    constexpr std::array<char32_t, 32> signs{0x20AC, nothing, 0x201A,  0x0192, 0x201E,  0x2026,  0x2020, 0x2021,  0x02C6, 0x2030, 0x0160,
                                             0x2039, 0x0152,  nothing, 0x017D, nothing, nothing, 0x2018, 0x2019,  0x201C, 0x201D, 0x2022,
                                             0x2013, 0x2014,  0x02DC,  0x2122, 0x0161,  0x203A,  0x0153, nothing, 0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? signs[byte - 0x80] : byte;
}

template <class FromByte>
Decoded from_bytes(std::string_view bytes, Encoding encoding, FromByte from_byte) {
    Decoded out{{}, encoding, false};
    out.text.reserve(bytes.size() * 3);
    for (const char byte : bytes) {
        const auto c = from_byte(static_cast<std::uint8_t>(byte));
        out.damaged = out.damaged || c == nothing;
        append_character(out.text, c);
    }
    return out;
}

Decoded from_utf16(std::string_view bytes, Encoding encoding) {
    const std::size_t low = encoding == Encoding::utf16_le ? 0 : 1;
    const auto unit = [&](std::size_t at) { return static_cast<char32_t>(byte_at(bytes, at + low) | byte_at(bytes, at + 1 - low) << 8); };
    const auto is_between = [](char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; };
    Decoded out{{}, encoding, bytes.size() % 2 != 0};
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto c = unit(at);
        if (is_between(c, 0xD800, 0xDBFF) && at + 3 < bytes.size() && is_between(unit(at + 2), 0xDC00, 0xDFFF)) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (is_between(c, 0xD800, 0xDFFF)) {
            c = nothing;
            out.damaged = true;
        }
        append_character(out.text, c);
    }
    return out;
}

// UTF-16 without a mark: in Thai and English text nearly every high byte is 0x0E, 0x20 or 0.
bool looks_like_utf16(std::string_view bytes, std::size_t high) {
    const auto units = std::min<std::size_t>(bytes.size() / 2, 2000);
    std::size_t fitting = 0, low_zero = 0;
    for (std::size_t at = 0; at < units; ++at) {
        const auto byte = byte_at(bytes, at * 2 + high);
        fitting += byte == 0 || byte == 0x0E || byte == 0x20 ? 1 : 0;
        low_zero += byte_at(bytes, at * 2 + 1 - high) == 0 ? 1 : 0;
    }
    const bool has_zero_or_thai = bytes.find('\0') != std::string_view::npos || bytes.find('\x0E') != std::string_view::npos;
    return units >= 2 && has_zero_or_thai && fitting * 10 >= units * 9 && low_zero * 10 < units;
}

struct Utf8Count {
    std::size_t whole{};   // characters of two and more bytes
    std::size_t broken{};  // sequences that are none
};

Utf8Count count_utf8(std::string_view bytes) {
    Utf8Count count;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto begin = at;
        const auto c = next_character(bytes, at);
        const bool is_written_sign = c == nothing && bytes.substr(begin, 3) == "\xEF\xBF\xBD";
        if (c == nothing && !is_written_sign)
            ++count.broken;
        else if (at - begin > 1)
            ++count.whole;
    }
    return count;
}

Decoded from_utf8(std::string_view bytes, bool damaged) {
    Decoded out{{}, Encoding::utf8, damaged};
    if (!damaged) {
        out.text = bytes;
        return out;
    }
    for (std::size_t at = 0; at < bytes.size();) append_character(out.text, next_character(bytes, at));
    return out;
}

Decoded from_single_bytes(std::string_view bytes) {
    std::size_t thai = 0, impossible = 0;
    bool signs = false, no_break_space = false;
    for (const char c : bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        thai += is_thai_byte(byte) ? 1 : 0;
        impossible += byte >= 0x80 && from_thai_page(byte) == nothing ? 1 : 0;
        signs = signs || (byte >= 0x80 && byte < 0xA0);
        no_break_space = no_break_space || byte == 0xA0;
    }
    // A Western text has a few accented letters among its ASCII, a Thai one has runs of Thai.
    const bool has_runs = std::adjacent_find(bytes.begin(), bytes.end(), [](char a, char b) {
                              return is_thai_byte(static_cast<std::uint8_t>(a)) && is_thai_byte(static_cast<std::uint8_t>(b));
                          }) != bytes.end();
    if (impossible * 10 > thai || !has_runs) return from_bytes(bytes, Encoding::windows_1252, from_windows_1252);
    const auto encoding = signs ? Encoding::windows_874 : no_break_space ? Encoding::iso_8859_11 : Encoding::tis_620;
    return from_bytes(bytes, encoding, from_thai_page);
}

}  // namespace

Decoded decode(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), Encoding::utf16_le);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), Encoding::utf16_be);
    if (looks_like_utf16(bytes, 1)) return from_utf16(bytes, Encoding::utf16_le);
    if (looks_like_utf16(bytes, 0)) return from_utf16(bytes, Encoding::utf16_be);
    const auto count = count_utf8(bytes);
    if (count.broken == 0) return from_utf8(bytes, false);
    // A cut or patched UTF-8 file still is mostly whole; Thai in a single-byte page almost never forms a UTF-8 sequence.
    if (count.whole >= count.broken * 2) return from_utf8(bytes, true);
    return from_single_bytes(bytes);
}

std::string_view name(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::utf16_le:
            return "UTF-16LE";
        case Encoding::utf16_be:
            return "UTF-16BE";
        case Encoding::tis_620:
            return "TIS-620";
        case Encoding::iso_8859_11:
            return "ISO-8859-11";
        case Encoding::windows_874:
            return "windows-874";
        case Encoding::windows_1252:
            return "windows-1252";
    }
    return "";
}

}  // namespace base
