#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/postings.hpp"
#include "search/index/question.hpp"
#include "search/index/sqlite.hpp"

// The search engine: a derived SQLite file that knows plain documents, and nothing of records or rights. Lose it, and it is made again.
namespace search {

// What a search may be narrowed to. 0 and "" mean none.
struct Facts {
    std::string kind;
    std::int64_t area{};
    std::int64_t owner{};
    int year{};
};

struct Document {
    std::int64_t id{};
    std::string_view title;
    std::string_view text;
    Facts facts;
};

struct Filter {
    std::string kind{};  // empty: any
    std::int64_t first_area{};
    std::int64_t last_area{};  // 0: any
    std::int64_t owner{};      // 0: any
    int year{};                // 0: any

    [[nodiscard]] bool narrows() const { return !kind.empty() || last_area != 0 || owner != 0 || year != 0; }
};

struct Hit {
    std::int64_t id{};
    double score{};
};

struct Hits {
    std::vector<Hit> hits;     // best first
    std::size_t having_all{};  // so many of them, at the front, have everything that was asked
};

struct Suggestion {
    std::int64_t id{};
    std::string title;
};

// Writes the index. One at a time; readers on other connections go on reading meanwhile.
class IndexWriter {
  public:
    explicit IndexWriter(const std::string& path);

    // Adds or replaces. Seen by readers after commit().
    void put(const Document& document);
    void remove(std::int64_t id);
    void commit();

    // Documents were replaced so often that making the index again would shrink it much.
    [[nodiscard]] bool is_mostly_dead();

    // Small facts kept with the index: how far in the journal it is, what made it.
    [[nodiscard]] std::string note(std::string_view name);
    void set_note(std::string_view name, std::string_view value);

    // Waits for other writers and shuts them out until commit(). put() and remove() do it by themselves.
    void begin();

  private:
    std::uint32_t add(const Document& document, std::size_t length);

    Connection connection_;
    PostingsWriter postings_;
    Statement drop_, add_, rows_, find_note_, put_note_;
    bool open_ = false;
};

class IndexReader {
  public:
    explicit IndexReader(const std::string& path);

    Hits find(const Question& question, const Filter& filter, std::size_t limit);

    // Titles that have what is typed, the last cluster being unfinished; those that begin with it first.
    std::vector<Suggestion> suggest(std::string_view typed, std::size_t most);

    // For a question that finds nothing: the same in a spelling, or from a keyboard, that finds something; empty if there is none.
    std::string meant(std::string_view text);

  private:
    // What a question comes to in this index.
    struct Term {
        std::string term;
        std::int64_t count{};
        double weight{};
    };
    using Rows = std::vector<std::uint32_t>;

    std::vector<Term> telling_terms(const Question& question);
    void score(const std::vector<Term>& terms);
    void score_piece(const std::vector<std::string>& trigrams, const Rows& rows);
    Rows having(const std::string& term);
    std::vector<std::string> rarest_first(TokenKind kind, const std::vector<std::string>& tokens);
    Rows having_piece(const Chunk& chunk);
    Rows having_all(const Question& question);
    Rows having_all(const Chunk& chunk);
    Rows having_beginning(const Chunk& chunk);
    Rows having_all(TokenKind kind, const std::vector<std::string>& tokens);
    std::vector<Hit> best(Rows rows, const Filter& filter, std::size_t limit);
    void catch_up();

    struct Correction {
        std::string word;  // compact
        double distance{};
        std::int64_t count{};
    };
    std::optional<Suggestion> find_title(std::uint32_t row);
    std::optional<Correction> nearest_word(std::string_view token);
    std::string better_spelling(std::string_view text);

    Connection connection_;
    PostingsReader postings_;
    Statement size_, lengths_, facts_, title_;
    std::int64_t documents_ = 0;
    float usual_length_ = 1;
    std::vector<float> length_;  // by row, in clusters; kept from question to question
    std::vector<float> scores_;  // by row, of the question at hand
};

}  // namespace search
