#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>

#include "search/index/index.hpp"
#include "search/index/ranking.hpp"

namespace search {
namespace {

constexpr std::size_t few_words = 4;  // of a question of more words each chunk is to be met word for word: its words are everywhere
constexpr std::size_t enough = 10;    // hits that have everything; with fewer, those that have something follow
constexpr std::size_t telling_words = 8, telling_trigrams = 12;

using Rows = std::vector<std::uint32_t>;

Rows both(const Rows& a, const Rows& b) {
    Rows out;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

Rows either(const Rows& a, const Rows& b) {
    Rows out;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

bool is_latin(const std::string& word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void gather(const Chunk& chunk, std::unordered_set<std::string>& words, std::unordered_set<std::string>& trigrams) {
    words.insert(chunk.words.begin(), chunk.words.end());
    trigrams.insert(chunk.trigrams.begin(), chunk.trigrams.end());
    for (const auto& other : chunk.synonyms) gather(other, words, trigrams);
}

}  // namespace

IndexReader::IndexReader(const std::string& path)
    : connection_(path, Connection::File::existing),
      postings_(connection_),
      size_(connection_.prepare("SELECT count(*), coalesce(avg(length), 1) FROM documents")),
      lengths_(connection_.prepare("SELECT row, length FROM documents WHERE row >= ?1 ORDER BY row")),
      facts_(connection_.prepare("SELECT id FROM documents WHERE row = ?1 AND (?2 = '' OR kind = ?2) AND (?4 = 0 OR area BETWEEN ?3 AND ?4)"
                                 " AND (?5 = 0 OR owner = ?5) AND (?6 = 0 OR year = ?6)")),
      title_(connection_.prepare("SELECT id, title FROM documents WHERE row = ?1")) {}

// Learns of the documents that came since the last question.
void IndexReader::catch_up() {
    const Rewind rewind(lengths_);
    lengths_.bind(1, static_cast<std::int64_t>(length_.size()));
    bool any = false;
    for (; lengths_.step(); any = true) {
        length_.resize(static_cast<std::size_t>(lengths_.integer(0)), 0.0F);
        length_.push_back(static_cast<float>(lengths_.integer(1)));
    }
    scores_.assign(length_.size(), 0.0F);
    if (!any) return;
    const Rewind rewind_size(size_);
    size_.step();
    documents_ = size_.integer(0);
    usual_length_ = std::max(1.0F, static_cast<float>(size_.integer(1)));
}

// The rarest words and trigrams of a question: they decide, and the rest would only cost time. No list of stop words is needed.
std::vector<IndexReader::Term> IndexReader::telling_terms(const Question& question) {
    const auto rarest = [&](TokenKind kind, const std::unordered_set<std::string>& tokens, std::size_t most, double share) {
        std::vector<Term> terms;
        for (const auto& token : tokens) {
            auto term = stored_term(kind, token);
            if (const auto count = postings_.count(term); count > 0)
                terms.push_back({std::move(term), count, share * weight(count, documents_)});
        }
        std::sort(terms.begin(), terms.end(),
                  [](const Term& a, const Term& b) { return std::tie(a.count, a.term) < std::tie(b.count, b.term); });
        if (terms.size() > most) terms.resize(most);
        return terms;
    };
    std::unordered_set<std::string> words, trigrams;
    for (const auto& chunk : question.chunks()) gather(chunk, words, trigrams);
    auto terms = rarest(TokenKind::word, words, telling_words, 1.0);
    for (auto& term : rarest(TokenKind::trigram, trigrams, telling_trigrams, trigram_share)) terms.push_back(std::move(term));
    return terms;
}

void IndexReader::score(const std::vector<Term>& terms) {
    for (const auto& term : terms) {
        const auto share = static_cast<float>(term.weight);
        postings_.read(term.term, [&](Posting posting) {
            if (posting.row < scores_.size()) scores_[posting.row] += share * aboutness(posting.count, length_[posting.row], usual_length_);
        });
    }
}

IndexReader::Rows IndexReader::having(const std::string& term) {
    Rows rows;
    postings_.read(term, [&](Posting posting) { rows.push_back(posting.row); });
    return rows;
}

// So that a long question that is met nowhere is given up early.
std::vector<std::string> IndexReader::rarest_first(TokenKind kind, const std::vector<std::string>& tokens) {
    std::set<std::pair<std::int64_t, std::string>> counted;
    for (const auto& token : tokens) {
        auto term = stored_term(kind, token);
        const auto count = postings_.count(term);
        counted.emplace(count, std::move(term));
    }
    std::vector<std::string> terms;
    terms.reserve(counted.size());
    for (const auto& [count, term] : counted) terms.push_back(term);
    return terms;
}

IndexReader::Rows IndexReader::having_all(TokenKind kind, const std::vector<std::string>& tokens) {
    const auto terms = rarest_first(kind, tokens);
    Rows rows;
    for (std::size_t at = 0; at < terms.size() && (at == 0 || !rows.empty()); ++at) {
        auto next = having(terms[at]);
        rows = at > 0 ? both(rows, next) : std::move(next);
    }
    return rows;
}

// The last cluster may be unfinished ("เทศบ" for เทศบาล), and so may a Latin word.
IndexReader::Rows IndexReader::having_beginning(const Chunk& chunk) {
    constexpr std::size_t most_endings = 32, shortest_latin = 3;
    const bool by_piece = !chunk.trigrams.empty();
    const bool by_latin = chunk.words.size() == 1 && chunk.words.front().size() >= shortest_latin && is_latin(chunk.words.front());
    if (!by_piece && !by_latin) return {};
    auto known = by_piece ? chunk.trigrams : chunk.words;
    const auto open = stored_term(by_piece ? TokenKind::trigram : TokenKind::word, known.back());
    known.pop_back();
    Rows endings;
    for (const auto& term : postings_.starting_with(open, most_endings)) endings = either(endings, having(term));
    return known.empty() ? endings : both(having_all(TokenKind::trigram, known), endings);
}

// An exact piece counts once more, as one rare term that stands as often as the least frequent of its trigrams.
void IndexReader::score_piece(const std::vector<std::string>& trigrams, const Rows& rows) {
    std::vector<std::uint8_t> least(rows.size(), 255);
    double sum = 0;
    for (const auto& trigram : trigrams) {
        const auto term = stored_term(TokenKind::trigram, trigram);
        std::int64_t count = 0;
        std::size_t at = 0;
        postings_.read(term, [&](Posting posting) {
            ++count;
            while (at < rows.size() && rows[at] < posting.row) ++at;
            if (at < rows.size() && rows[at] == posting.row) least[at] = std::min(least[at], posting.count);
        });
        sum += trigram_share * weight(count, documents_);
    }
    for (std::size_t at = 0; at < rows.size() && rows[at] < scores_.size(); ++at)
        scores_[rows[at]] += static_cast<float>(sum) * aboutness(least[at], length_[rows[at]], usual_length_);
}

IndexReader::Rows IndexReader::having_piece(const Chunk& chunk) {
    auto rows = having_all(TokenKind::trigram, chunk.trigrams);
    if (!rows.empty()) score_piece(chunk.trigrams, rows);
    return rows;
}

IndexReader::Rows IndexReader::having_all(const Chunk& chunk) {
    auto rows = either(having_all(TokenKind::word, chunk.words), having_piece(chunk));
    if (rows.empty()) rows = having_beginning(chunk);
    for (const auto& other : chunk.synonyms) rows = either(rows, having_all(other));
    return rows;
}

IndexReader::Rows IndexReader::having_all(const Question& question) {
    const bool has_few = question.words() <= few_words;
    Rows rows;
    for (std::size_t at = 0; at < question.chunks().size() && (at == 0 || !rows.empty()); ++at) {
        const auto& chunk = question.chunks()[at];
        auto next = has_few || chunk.trigrams.empty() ? having_all(chunk) : having_piece(chunk);
        rows = at > 0 ? both(rows, next) : std::move(next);
    }
    return rows;
}

// Takes the rows with the highest scores, one after the other, as long as they are alive and pass the filter.
std::vector<Hit> IndexReader::best(Rows rows, const Filter& filter, std::size_t limit) {
    const auto worse = [&](std::uint32_t a, std::uint32_t b) { return scores_[a] < scores_[b] || (scores_[a] == scores_[b] && a > b); };
    std::make_heap(rows.begin(), rows.end(), worse);
    std::vector<Hit> out;
    while (!rows.empty() && out.size() < limit) {
        std::pop_heap(rows.begin(), rows.end(), worse);
        const auto row = rows.back();
        rows.pop_back();
        const Rewind rewind(facts_);
        facts_.bind(1, std::int64_t{row}).bind(2, filter.kind).bind(3, filter.first_area).bind(4, filter.last_area);
        facts_.bind(5, filter.owner).bind(6, std::int64_t{filter.year});
        if (facts_.step()) out.push_back({facts_.integer(0), scores_[row]});
    }
    return out;
}

Hits IndexReader::find(const Question& question, const Filter& filter, std::size_t limit) {
    Hits out;
    if (question.empty()) return out;
    catch_up();
    score(telling_terms(question));
    auto all = having_all(question);
    std::erase_if(all, [&](std::uint32_t row) { return row >= scores_.size(); });
    out.hits = best(all, filter, limit);
    out.having_all = out.hits.size();
    if (!all.empty()) limit = std::min(limit, enough);  // a few near ones are help, many are noise
    if (out.hits.size() >= limit) return out;
    for (const auto row : all) scores_[row] = 0;
    Rows some;
    for (std::uint32_t row = 0; row < scores_.size(); ++row)
        if (scores_[row] > 0) some.push_back(row);
    for (const auto& hit : best(std::move(some), filter, limit - out.hits.size())) out.hits.push_back(hit);
    return out;
}

}  // namespace search
