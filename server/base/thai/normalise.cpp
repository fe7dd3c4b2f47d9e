#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/thai/glyphs.hpp"
#include "base/thai/letters.hpp"
#include "base/thai_text.hpp"
#include "base/utf8.hpp"

namespace base {
namespace {

using thai::Glyph;
using thai::Glyphs;

bool is_ascii_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

// Full width, ligatures and accents of other scripts: their compatibility decomposition without its combining marks. Thai never comes here,
// because NFKC takes sara am apart.
void append_foreign(Glyphs& out, const Glyph& glyph) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString parts;
    if (U_FAILURE(status) || !nfkd->getDecomposition(static_cast<UChar32>(glyph.c), parts)) parts = static_cast<UChar32>(glyph.c);
    for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
        const auto part = parts.char32At(at);
        if (u_charType(part) != U_NON_SPACING_MARK)
            out.push_back({static_cast<char32_t>(u_foldCase(part, U_FOLD_CASE_DEFAULT)), glyph.origin});
    }
}

char32_t folded_thai(char32_t c, char32_t before) {
    if (thai::is_digit(c)) return U'0' + (c - thai::digit_zero);
    if (c == thai::to_patak) return thai::do_chada;
    if (c == thai::sara_aa && (before == thai::ru || before == thai::lu)) return thai::lakkhangyao;
    return c;
}

Glyphs folded(const Glyphs& text) {
    Glyphs out;
    out.reserve(text.size());
    for (const auto& glyph : text) {
        const auto c = thai::visible(glyph.c);
        if (c == 0) continue;
        if (c >= 0x0E00 && c < 0x0E80)
            out.push_back({folded_thai(c, out.empty() ? 0 : out.back().c), glyph.origin});
        else if (c < 0x80)
            out.push_back({c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c, glyph.origin});
        else
            append_foreign(out, {c, glyph.origin});
    }
    return out;
}

// How many of the letters from `at` on are one piece of an abbreviation with its full stop ("รพ." of "รพ.สต."); 0 if there is none.
std::size_t abbreviated(const Glyphs& text, std::size_t at, std::size_t longest, bool (*is_part)(char32_t)) {
    std::size_t letters = 0;
    while (at + letters < text.size() && is_part(text[at + letters].c)) ++letters;
    const bool stopped = at + letters < text.size() && text[at + letters].c == U'.';
    return stopped && letters >= 1 && letters <= longest ? letters : 0;
}

std::size_t bare_piece(const Glyphs& text, std::size_t at) {
    return abbreviated(text, at, 4, thai::is_consonant);
}

// A first piece may carry a vowel (เม.ย., มิ.ย.), but only if a bare one follows.
std::size_t first_piece(const Glyphs& text, std::size_t at) {
    if (const auto bare = bare_piece(text, at)) return bare;
    const auto voiced = abbreviated(text, at, 3, thai::is_letter);
    return voiced != 0 && bare_piece(text, at + voiced + 1) != 0 ? voiced : 0;
}

// "พ. ศ. 2553": initials may be typed apart, but then all of them are, so that "ม.ค. พ.ศ. 2553" stays two.
bool is_spaced_initial(const Glyphs& text, std::size_t at) {
    return at < text.size() && text[at].c == U' ' && bare_piece(text, at + 1) == 1;
}

// Appends the letters of the abbreviation that begins at `at` with a piece of `letters`, and a space in place of its last stop; returns
// where it ends.
std::size_t append_abbreviation(Glyphs& out, const Glyphs& text, std::size_t at, std::size_t letters) {
    const bool spaced = letters == 1 && is_spaced_initial(text, at + 2);
    while (letters != 0) {
        const auto piece = text.begin() + static_cast<std::ptrdiff_t>(at);
        out.insert(out.end(), piece, piece + static_cast<std::ptrdiff_t>(letters));
        at += letters + 1;
        if (spaced && !is_spaced_initial(text, at)) break;
        if (spaced) ++at;
        letters = bare_piece(text, at);
    }
    out.push_back({U' ', text[at - 1].origin});
    return at;
}

Glyphs without_abbreviation_stops(const Glyphs& text) {
    Glyphs out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const bool starts = out.empty() || !thai::is_letter(out.back().c);
        if (const auto letters = starts ? first_piece(text, at) : 0)
            at = append_abbreviation(out, text, at, letters);
        else
            out.push_back(text[at++]);
    }
    return out;
}

bool is_thousands_comma(const Glyphs& text, std::size_t at) {
    return text[at].c == U',' && at > 0 && is_ascii_digit(text[at - 1].c) && at + 1 < text.size() && is_ascii_digit(text[at + 1].c);
}

}  // namespace

Normalised normalise(std::string_view text) {
    const auto mended = without_abbreviation_stops(thai::in_order(folded(thai::glyphs(text)), thai::Doubles::drop));
    Normalised out;
    out.text.reserve(mended.size());
    out.origin.reserve(mended.size());
    for (std::size_t at = 0; at < mended.size(); ++at) {
        if (is_thousands_comma(mended, at)) continue;
        out.text.push_back(mended[at].c);
        out.origin.push_back(mended[at].origin);
    }
    return out;
}

std::string utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (const auto c : text) append_character(out, c);
    return out;
}

}  // namespace base
