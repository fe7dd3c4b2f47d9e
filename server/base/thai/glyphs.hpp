#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/thai_text.hpp"

// The steps that tidying and normalising share. Inside base/thai/ only.
namespace base::thai {

struct Glyph {
    char32_t c{};
    ByteRange origin;
};
using Glyphs = std::vector<Glyph>;

Glyphs glyphs(std::string_view text);

// No-break spaces and their kin become a space, old private-use marks become Thai marks; 0 for what nobody sees and nobody means:
// zero-width characters, soft hyphens, controls.
char32_t visible(char32_t c);

enum class Doubles : std::uint8_t { keep, drop };

// Vowel mark before tone, sara am whole and behind its tone, เเ as แ.
Glyphs in_order(const Glyphs& text, Doubles doubles);

}  // namespace base::thai
