#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Thai text has no spaces between words and many ways to type the same thing. Everything that compares, finds, cuts or sorts it uses this
// module.
namespace base {

// What is stored: the same text to the eye, in one spelling of its characters. NFC; decomposed or misplaced sara am, เเ and marks in the
// wrong order are mended; no-break spaces become spaces; zero-width characters, soft hyphens and controls are dropped; line ends become \n.
std::string tidy(std::string_view text);

// Bytes whose plain order is the order of a Thai dictionary, Thai before Latin. Kept in sort_key columns; changes with ICU's version.
std::string sort_key(std::string_view text);

// A range of bytes, [begin, end).
struct ByteRange {
    std::uint32_t begin{};
    std::uint32_t end{};
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// Text as it is compared when searching: all that tidy mends, and besides digits are 0-9, letters are folded (case, width, accents, ฎ=ฏ),
// doubled marks are one, thousands have no commas, and an abbreviation is one run of letters ("พ. ร. บ." = "พรบ"). Knows where each
// character came from.
struct Normalised {
    std::u32string text;
    std::vector<ByteRange> origin;  // of each character, in the bytes that were normalised
};
Normalised normalise(std::string_view text);

enum class Script : std::uint8_t { thai, latin, digits, other };

// The smallest piece that a reader would not cut: a consonant with its vowels and marks, a run of Latin letters, a number. Where a piece of
// Thai begins does not depend on what stands around it, so that a part of a text is cut as it is cut inside the whole.
struct Cluster {
    std::uint32_t begin{};  // characters of Normalised::text
    std::uint32_t end{};
    Script script{};
    bool after_space{};  // a space or a hyphen stands before it
    bool after_break{};  // the text starts anew here: other punctuation, a new line, the beginning
    friend bool operator==(const Cluster&, const Cluster&) = default;
};
std::vector<Cluster> clusters(const Normalised& text);

// A word is a range of clusters. Thai is cut by ICU's dictionary; a short run of bare consonants between spaces is an abbreviation and
// stays whole.
struct Word {
    std::uint32_t begin{};  // index of its first cluster
    std::uint32_t end{};
    friend bool operator==(const Word&, const Word&) = default;
};
std::vector<Word> words(const Normalised& text, const std::vector<Cluster>& clusters);

// The UTF-8 of characters [begin, end) of a normalised text.
std::string utf8(std::u32string_view text);

// What the dictionary and the order depend on: derived data made under another version must be made again.
std::string_view icu_version();

}  // namespace base
