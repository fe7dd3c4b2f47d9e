#include "base/thai/glyphs.hpp"

#include <algorithm>

#include "base/thai/letters.hpp"
#include "base/utf8.hpp"

namespace base::thai {
namespace {

// Marks that Thai fonts of Windows 95 and of the Macintosh kept in the private area, shifted left or low.
char32_t from_private_use(char32_t c) {
    constexpr std::u32string_view marks =
        U"ฐ\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4Cญ\u0E31\u0E4D\u0E47"
        U"\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A";
    constexpr char32_t first = 0xF700;
    return c >= first && c < first + marks.size() ? marks[c - first] : c;
}

bool is_invisible(char32_t c) {
    return c == 0xAD || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

bool is_space(char32_t c) {
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

int rank(const Glyph& mark) {
    return is_vowel_mark(mark.c) ? 0 : mark.c == nikhahit ? 1 : 2;
}

// All that hangs on one consonant, from [at, end): marks, and sara am wherever among them it was typed.
struct MarkGroup {
    Glyphs marks;
    Glyphs ams;
    std::size_t end;
};

// Nikhahit before sara aa is a sara am that was taken apart.
bool compose_am(MarkGroup& group, const Glyph& next) {
    const auto found = std::find_if(group.marks.begin(), group.marks.end(), [](const Glyph& g) { return g.c == nikhahit; });
    if (next.c != sara_aa || found == group.marks.end() || !group.ams.empty()) return false;
    group.ams.push_back({sara_am, {std::min(found->origin.begin, next.origin.begin), next.origin.end}});
    group.marks.erase(found);
    return true;
}

MarkGroup read_marks(const Glyphs& text, std::size_t at) {
    MarkGroup group{{}, {}, at};
    for (; group.end < text.size(); ++group.end) {
        const auto& next = text[group.end];
        if (is_mark(next.c))
            group.marks.push_back(next);
        else if (next.c == sara_am)
            group.ams.push_back(next);
        else if (!compose_am(group, next))
            break;
    }
    return group;
}

void append(Glyphs& out, const Glyphs& added, Doubles doubles) {
    for (const auto& glyph : added) {
        if (doubles == Doubles::drop && !out.empty() && out.back().c == glyph.c)
            out.back().origin.end = std::max(out.back().origin.end, glyph.origin.end);
        else
            out.push_back(glyph);
    }
}

void append_marks(Glyphs& out, MarkGroup& group, Doubles doubles) {
    std::stable_sort(group.marks.begin(), group.marks.end(), [](const Glyph& a, const Glyph& b) { return rank(a) < rank(b); });
    append(out, group.marks, doubles);
    append(out, group.ams, doubles);
}

}  // namespace

Glyphs glyphs(std::string_view text) {
    Glyphs out;
    out.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const auto c = next_character(text, at);
        out.push_back({c, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}});
    }
    return out;
}

char32_t visible(char32_t c) {
    if (c >= 0x20 && c < 0x7F) return c;
    if (is_invisible(c)) return 0;
    return is_space(c) ? U' ' : from_private_use(c);
}

Glyphs in_order(const Glyphs& text, Doubles doubles) {
    Glyphs out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto& glyph = text[at];
        if (is_mark(glyph.c) || glyph.c == sara_am) {
            auto group = read_marks(text, at);
            append_marks(out, group, doubles);
            at = group.end;
        } else if (glyph.c == sara_e && at + 1 < text.size() && text[at + 1].c == sara_e) {
            out.push_back({sara_ae, {glyph.origin.begin, text[at + 1].origin.end}});
            at += 2;
        } else {
            out.push_back(glyph);
            ++at;
        }
    }
    return out;
}

}  // namespace base::thai
