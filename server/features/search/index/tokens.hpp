#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/thai_text.hpp"

// What the index holds of a text: its words, and the overlapping trigrams of its clusters. Words carry the meaning for ranking, however the
// dictionary happens to cut; trigrams find any exact piece of three clusters or more, because it has the same trigrams as the text around
// it.
namespace search {

enum class TokenKind : std::uint8_t { word, trigram, title };  // title: up to three clusters of a title, for suggestions

// A text taken apart once: for the index, for a question, for the window that is shown.
class Analysis {
  public:
    explicit Analysis(std::string_view text);

    [[nodiscard]] const base::Normalised& normalised() const { return normalised_; }
    [[nodiscard]] const std::vector<base::Cluster>& clusters() const { return clusters_; }
    [[nodiscard]] const std::vector<base::Word>& words() const { return words_; }

    // Clusters [begin, end) as a token: without what stands between them, in the compact spelling. Lives as long as the analysis.
    [[nodiscard]] std::string_view token(std::size_t begin, std::size_t end) const {
        return std::string_view(compact_).substr(offsets_[begin], offsets_[end] - offsets_[begin]);
    }
    // Whether clusters [at, at + count) are there and no sentence ends between them.
    [[nodiscard]] bool together(std::size_t at, std::size_t count) const;
    // Whether the cluster and its neighbour are both not Thai: such are tokens together too ("covid", "19" and "covid19").
    [[nodiscard]] bool foreign_pair(std::size_t at) const;

    // Calls take(kind, token) for all that the index holds.
    template <class Take>
    void each_token(Take&& take) const {
        for (const auto& word : words_) take(TokenKind::word, token(word.begin, word.end));
        for (std::size_t at = 0; at < clusters_.size(); ++at) {
            if (together(at, 3)) take(TokenKind::trigram, token(at, at + 3));
            if (foreign_pair(at)) take(TokenKind::word, token(at, at + 2));
        }
    }

    // Calls take(token) for every place where typing this text may begin.
    template <class Take>
    void each_start(Take&& take) const {
        for (std::size_t at = 0; at < clusters_.size(); ++at) take(token(at, std::min(at + 3, clusters_.size())));
    }

    // Where clusters [begin, end) stand in the original text.
    [[nodiscard]] base::ByteRange origin(std::size_t begin, std::size_t end) const;

  private:
    base::Normalised normalised_;
    std::vector<base::Cluster> clusters_;
    std::vector<base::Word> words_;
    std::string compact_;                 // all clusters
    std::vector<std::uint32_t> offsets_;  // where each begins in it, and the end
};

// The compact spelling of tokens: one byte for a Thai letter (as in TIS-620), which makes the index smaller and quicker to write.
std::string compact(std::u32string_view text);
std::u32string spelt_out(std::string_view compact);

}  // namespace search
