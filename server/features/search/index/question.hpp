#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/index/tokens.hpp"

namespace search {

// What stands between two spaces of a question. A text has it if it has all the words, or all the trigrams, which then are one exact piece.
struct Chunk {
    std::vector<std::string> words;
    std::vector<std::string> trigrams;  // none if the chunk is shorter than three clusters
    std::vector<Chunk> synonyms;        // a text that has one of them instead will do
};

// Other names for what people ask, such as an abbreviation and what it stands for.
class Synonyms {
  public:
    // What everybody in Thai local government shortens.
    static const Synonyms& of_local_government();

    // Each asks for the other. Both may be several words.
    void add(std::string_view name, std::string_view other);
    [[nodiscard]] std::vector<std::string> of(std::string_view compact_name) const;

  private:
    std::unordered_multimap<std::string, std::string> others_;
};

class Question {
  public:
    // Longer questions are cut at this many bytes: nobody asks more, and an index must not be asked a book.
    static constexpr std::size_t longest = 1'000;

    explicit Question(std::string_view text, const Synonyms& synonyms = Synonyms::of_local_government());

    [[nodiscard]] const std::vector<Chunk>& chunks() const { return chunks_; }
    [[nodiscard]] bool empty() const { return chunks_.empty(); }
    [[nodiscard]] bool was_cut() const { return was_cut_; }
    [[nodiscard]] std::size_t words() const;

  private:
    bool was_cut_;
    std::vector<Chunk> chunks_;
};

}  // namespace search
