#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace base {

// How a file from outside was written. The three single-byte Thai code pages share their letters: TIS-620 has nothing else, ISO-8859-11
// adds the no-break space, Windows-874 adds curly quotes, dashes, the ellipsis and the euro.
enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, tis_620, iso_8859_11, windows_874, windows_1252 };

struct Decoded {
    std::string text;  // UTF-8 without a byte-order mark
    Encoding encoding{};
    bool damaged{};  // some bytes meant nothing and became U+FFFD
};

// Recognises the encoding by what the bytes can mean and reads them. Always gives a text.
Decoded decode(std::string_view bytes);

std::string_view name(Encoding encoding);  // as IANA writes it: "UTF-8", "TIS-620", "windows-874", …

}  // namespace base
