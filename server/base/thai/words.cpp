#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

#include "base/thai/letters.hpp"
#include "base/thai_text.hpp"

namespace base {
namespace {

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool is_latin(char32_t c) {
    if (c < 0x80) return c >= U'a' && c <= U'z';
    return c < 0x250 && u_isalpha(static_cast<UChar32>(c));
}
bool is_foreign_mark(char32_t c) {
    return c >= 0x300 && (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
}

// Reads clusters off the front of what is left of the text.
class ClusterReader {
  public:
    explicit ClusterReader(std::u32string_view text) : text_(text) {}

    std::vector<Cluster> read() {
        std::vector<Cluster> out;
        out.reserve(text_.size() / 2);
        bool space = false;
        bool broken = true;
        while (at_ < text_.size()) {
            const auto begin = at_;
            const auto script = take();
            if (!script) {
                const auto c = text_[at_++];
                space = true;
                broken = broken || breaks(c);
                continue;
            }
            out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), *script, space || broken, broken});
            space = broken = false;
        }
        return out;
    }

  private:
    // Spaces, hyphens and the Thai signs of repeating and shortening are typed or left out at will; other punctuation parts sentences.
    static bool breaks(char32_t c) {
        constexpr std::u32string_view joining = U" \t-_/&'\u2010\u2011\u2012\u2013\u2019ๆฯ";
        return joining.find(c) == std::u32string_view::npos;
    }

    [[nodiscard]] char32_t here() const { return at_ < text_.size() ? text_[at_] : 0; }

    template <class Is>
    bool take_run(Is is) {
        const auto begin = at_;
        while (at_ < text_.size() && is(text_[at_])) ++at_;
        return at_ > begin;
    }

    std::optional<Script> take() {
        if (thai::is_letter(here())) return take_thai();
        if (take_number()) return Script::digits;
        if (take_run(is_latin)) return Script::latin;
        if (here() == thai::mai_yamok || !u_isalpha(static_cast<UChar32>(here()))) return std::nullopt;
        ++at_;
        take_run(is_foreign_mark);
        return Script::other;
    }

    Script take_thai() {
        if (thai::is_leading_vowel(here())) ++at_;
        if (thai::is_consonant(here())) ++at_;
        take_run([](char32_t c) { return thai::is_mark(c) || thai::is_trailing_vowel(c); });
        return Script::thai;
    }

    bool take_number() {
        if (!take_run(is_digit)) return false;
        while (here() == U'.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) {
            ++at_;
            take_run(is_digit);
        }
        return true;
    }

    std::u32string_view text_;
    std::size_t at_ = 0;
};

std::unique_ptr<icu::BreakIterator> word_breaker() {
    static const std::unique_ptr<const icu::BreakIterator> prototype = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::BreakIterator> made(icu::BreakIterator::createWordInstance(icu::Locale("th"), status));
        if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU word breaks: ") + u_errorName(status));
        return made;
    }();
    return std::unique_ptr<icu::BreakIterator>(prototype->clone());
}

// One UTF-16 unit a character, so that ICU's offsets are ours; what does not fit is foreign to the Thai dictionary anyway.
icu::UnicodeString to_units(const std::u32string& text) {
    icu::UnicodeString units;
    auto* buffer = units.getBuffer(static_cast<std::int32_t>(text.size()));
    std::transform(text.begin(), text.end(), buffer, [](char32_t c) { return static_cast<char16_t>(c < 0xD800 ? c : 0x4E00); });
    units.releaseBuffer(static_cast<std::int32_t>(text.size()));
    return units;
}

// An abbreviation without its stops ("อบต", "พรบ"): two to six bare consonants with nothing Thai beside them.
bool is_abbreviation(const std::vector<Cluster>& clusters, std::size_t begin, std::size_t end) {
    const auto count = end - begin;
    return count >= 2 && count <= 6 &&
           std::all_of(clusters.begin() + static_cast<std::ptrdiff_t>(begin), clusters.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Cluster& c) { return c.end - c.begin == 1; });
}

// Cuts the Thai clusters [begin, end), which stand together without a space, where ICU sees a word begin.
void cut_thai(const std::vector<Cluster>& clusters, Word run, icu::BreakIterator& breaks, std::vector<Word>& out) {
    if (is_abbreviation(clusters, run.begin, run.end)) {
        out.push_back(run);
        return;
    }
    for (auto begin = run.begin; begin < run.end;) {
        const auto next = breaks.following(static_cast<std::int32_t>(clusters[begin].begin));
        auto end = begin + 1;
        while (end < run.end && static_cast<std::int32_t>(clusters[end].begin) < next) ++end;
        out.push_back({begin, end});
        begin = end;
    }
}

}  // namespace

std::vector<Cluster> clusters(const Normalised& text) {
    return ClusterReader(text.text).read();
}

std::vector<Word> words(const Normalised& text, const std::vector<Cluster>& clusters) {
    const auto units = to_units(text.text);
    const auto breaks = word_breaker();
    breaks->setText(units);
    std::vector<Word> out;
    out.reserve(clusters.size() / 2);
    const auto count = static_cast<std::uint32_t>(clusters.size());
    for (std::uint32_t begin = 0; begin < count;) {
        auto end = begin + 1;
        if (clusters[begin].script == Script::thai) {
            while (end < count && clusters[end].script == Script::thai && !clusters[end].after_space) ++end;
            cut_thai(clusters, {begin, end}, *breaks, out);
        } else {
            out.push_back({begin, end});
        }
        begin = end;
    }
    return out;
}

}  // namespace base
