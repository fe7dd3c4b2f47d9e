#include "search/index/question.hpp"

#include <iterator>
#include <numeric>
#include <utility>

#include "base/thai/letters.hpp"

namespace search {
namespace {

std::string_view cut(std::string_view text, std::size_t longest) {
    if (text.size() <= longest) return text;
    while (longest > 0 && (static_cast<unsigned char>(text[longest]) & 0xC0) == 0x80) --longest;
    return text.substr(0, longest);
}

class ChunkReader {
  public:
    ChunkReader(std::string_view text, const Synonyms* synonyms) : analysis_(text), synonyms_(synonyms) {}

    std::vector<Chunk> read() {
        std::vector<Chunk> out;
        const auto& clusters = analysis_.clusters();
        for (std::size_t begin = 0; begin < clusters.size();) {
            auto end = begin + 1;
            while (end < clusters.size() && !clusters[end].after_space) ++end;
            out.push_back({words(end), trigrams(begin, end), synonyms(begin, end)});
            begin = end;
        }
        return out;
    }

  private:
    // The words from where the last chunk ended to `end`. Letters and digits that stand together are asked for together: "5G" is not any 5
    // and any G.
    std::vector<std::string> words(std::size_t end) {
        std::vector<std::string> out;
        bool paired = false;
        for (; next_word_ < analysis_.words().size() && analysis_.words()[next_word_].begin < end; ++next_word_) {
            const auto& word = analysis_.words()[next_word_];
            const bool pairs = word.end < end && analysis_.foreign_pair(word.begin);
            if (pairs)
                out.emplace_back(analysis_.token(word.begin, word.begin + 2));
            else if (!paired)
                out.emplace_back(analysis_.token(word.begin, word.end));
            paired = pairs;
        }
        return out;
    }

    std::vector<std::string> trigrams(std::size_t begin, std::size_t end) {
        if (is_torn_start(begin)) ++begin;
        if (end > begin && is_torn_end(end - 1)) --end;
        std::vector<std::string> out;
        for (auto at = begin; at + 3 <= end; ++at)
            if (analysis_.together(at, 3)) out.emplace_back(analysis_.token(at, at + 3));
        return out;
    }

    // A synonym is one chunk, whatever spaces it has: its words stand for one thing.
    std::vector<Chunk> synonyms(std::size_t begin, std::size_t end) const {
        std::vector<Chunk> out;
        if (synonyms_ == nullptr) return out;
        for (const auto& other : synonyms_->of(analysis_.token(begin, end))) {
            Chunk joined;
            for (auto& chunk : ChunkReader(other, nullptr).read()) {
                std::move(chunk.words.begin(), chunk.words.end(), std::back_inserter(joined.words));
                std::move(chunk.trigrams.begin(), chunk.trigrams.end(), std::back_inserter(joined.trigrams));
            }
            out.push_back(std::move(joined));
        }
        return out;
    }

    // A piece that was cut out of a text by hand may begin inside a cluster, or end before its consonant.
    [[nodiscard]] bool is_torn_start(std::size_t at) const {
        return base::thai::is_mark(first(at)) || base::thai::is_trailing_vowel(first(at));
    }
    [[nodiscard]] bool is_torn_end(std::size_t at) const {
        const auto& cluster = analysis_.clusters()[at];
        return base::thai::is_leading_vowel(first(at)) && cluster.end == cluster.begin + 1;
    }
    [[nodiscard]] char32_t first(std::size_t at) const { return analysis_.normalised().text[analysis_.clusters()[at].begin]; }

    Analysis analysis_;
    const Synonyms* synonyms_;
    std::size_t next_word_ = 0;
};

}  // namespace

Question::Question(std::string_view text, const Synonyms& synonyms)
    : was_cut_(text.size() > longest), chunks_(ChunkReader(cut(text, longest), &synonyms).read()) {}

std::size_t Question::words() const {
    return std::accumulate(chunks_.begin(), chunks_.end(), std::size_t{0},
                           [](std::size_t sum, const Chunk& chunk) { return sum + chunk.words.size(); });
}

}  // namespace search
