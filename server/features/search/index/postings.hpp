#pragma once

#include "search/index/sqlite.hpp"
#include "search/index/tokens.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Which documents have a term, and how often. One table of short runs (term, first row) -> entries, appended to in place: there are no
// segments to merge, a term's documents are counted by adding up its runs, and a prefix of a term is a range of the table.
namespace search {

struct Posting {
    std::uint32_t row{};
    std::uint8_t count{};  // hits, those in the title thrice; 255 stands for all more
};

// Some of a term's postings, as they are kept: for each the distance to the row before (from `first` on, so that the first is 0) as a
// varint, and the count.
struct PostingsRun {
    std::uint32_t first{};
    std::uint32_t last{};
    std::uint32_t documents{};
    std::string entries;

    // The same row again adds to its count.
    void add(Posting posting);
};

// A term as it is stored: trigrams and titles are marked, so that they never meet words.
std::string stored_term(TokenKind kind, std::string_view token);

class PostingsWriter {
  public:
    static void create(Connection& connection);
    explicit PostingsWriter(Connection& connection);

    // Rows never fall from call to call; the same token may come again. Kept in memory until flush().
    void add(TokenKind kind, std::string_view token, Posting posting);
    [[nodiscard]] std::size_t pending() const { return pending_count_; }
    // Writes what was added, in the order of terms. Inside the caller's transaction.
    void flush();

  private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Terms = boost::unordered_flat_map<std::string, PostingsRun, Hash, std::equal_to<>>;

    void flush(TokenKind kind);
    void append(const std::string& term, const PostingsRun& pending);
    PostingsRun last_run(const std::string& term);

    Statement last_run_, put_;
    std::array<Terms, 3> terms_;  // by kind
    std::size_t pending_count_ = 0;
};

class PostingsReader {
  public:
    explicit PostingsReader(Connection& connection);

    [[nodiscard]] std::int64_t count(const std::string& term);
    void read(const std::string& term, const std::function<void(Posting)>& take);
    // The first terms that begin so, at most `most`.
    [[nodiscard]] std::vector<std::string> starting_with(const std::string& prefix, std::size_t most);

  private:
    Statement count_, runs_, next_term_;
};

}  // namespace search
