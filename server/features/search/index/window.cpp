#include "search/index/window.hpp"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "base/utf8.hpp"

namespace search {
namespace {

constexpr std::size_t longest_text = 200'000;  // bytes that are looked through

// Marks the clusters of a text that were asked for.
class Marker {
  public:
    Marker(const Analysis& text, const Question& question) : text_(text), marked_(text.clusters().size(), 0) {
        for (const auto& chunk : question.chunks()) gather(chunk);
        for (const auto& word : text_.words())
            if (is_asked(words_, word.begin, word.end)) mark(word.begin, word.end);
        for (std::size_t at = 0; at < marked_.size(); ++at)
            if (text_.foreign_pair(at) && is_asked(words_, at, at + 2)) mark(at, at + 2);
        mark_pieces();
    }

    [[nodiscard]] const std::vector<std::uint8_t>& marked() const { return marked_; }

  private:
    void gather(const Chunk& chunk) {
        words_.insert(chunk.words.begin(), chunk.words.end());
        trigrams_.insert(chunk.trigrams.begin(), chunk.trigrams.end());
        if (!chunk.trigrams.empty()) shortest_piece_ = std::min(shortest_piece_, chunk.trigrams.size());
        for (const auto& other : chunk.synonyms) gather(other);
    }

    // One trigram of a longer piece may stand in any text ("รความ" of ธนาคารความดี in การความ…): it takes two on end to be a sign of it.
    void mark_pieces() {
        const std::size_t least = shortest_piece_ <= 1 ? 1 : 2;
        for (std::size_t begin = 0; begin < marked_.size();) {
            auto end = begin;
            while (end < marked_.size() && text_.together(end, 3) && is_asked(trigrams_, end, end + 3)) ++end;
            if (end - begin >= least) mark(begin, end + 2);
            begin = end + 1;
        }
    }

    [[nodiscard]] bool is_asked(const std::unordered_set<std::string>& asked, std::size_t begin, std::size_t end) const {
        return asked.contains(std::string(text_.token(begin, end)));
    }

    void mark(std::size_t begin, std::size_t end) {
        std::fill(marked_.begin() + static_cast<std::ptrdiff_t>(begin), marked_.begin() + static_cast<std::ptrdiff_t>(end),
                  std::uint8_t{1});
    }

    const Analysis& text_;
    std::vector<std::uint8_t> marked_;
    std::unordered_set<std::string> words_, trigrams_;
    std::size_t shortest_piece_ = SIZE_MAX;  // in trigrams
};

// Clusters [begin, end) that fit into `letters` characters and have most marks; among equals the first, with some room before its first
// mark.
struct Span {
    std::size_t begin{}, end{};
};

Span fullest(const Analysis& text, const std::vector<std::uint8_t>& marked, std::size_t letters) {
    const auto& clusters = text.clusters();
    const auto fits = [&](std::size_t begin, std::size_t end) { return clusters[end - 1].end - clusters[begin].begin <= letters; };
    Span best{0, 0};
    int most = -1, inside = 0;
    for (std::size_t begin = 0, end = 0; begin < clusters.size(); ++begin) {
        while (end < clusters.size() && fits(begin, end + 1)) inside += marked[end++];
        if (inside > most) {
            most = inside;
            best = {begin, end};
        }
        if (end == begin)
            ++end;  // one cluster longer than the window
        else
            inside -= marked[begin];
    }
    const auto inner = std::span(marked).subspan(best.begin, best.end - best.begin);
    const auto first = best.begin + static_cast<std::size_t>(std::ranges::find(inner, 1) - inner.begin());
    auto begin = best.begin;
    const auto lead = clusters.empty() ? 0 : letters / 4;
    while (begin > 0 && clusters[first].begin - clusters[begin - 1].begin <= lead) --begin;
    auto end = begin;
    while (end < clusters.size() && fits(begin, end + 1)) ++end;
    return most > 0 ? Span{begin, std::max(end, begin + 1)} : best;
}

// Copies bytes and counts them in UTF-16 units.
class Writer {
  public:
    void append(std::string_view bytes) {
        for (std::size_t at = 0; at < bytes.size();) {
            const auto c = base::next_character(bytes, at);
            base::append_character(out_.text, c == U'\n' || c == U'\t' ? U' ' : c);
            units_ += c > 0xFFFF ? 2 : 1;
        }
    }
    void append_marked(std::string_view bytes) {
        const auto begin = units_;
        append(bytes);
        out_.marks.push_back({begin, units_});
    }
    Window take() { return std::move(out_); }

  private:
    Window out_;
    std::uint32_t units_ = 0;
};

}  // namespace

Window best_window(std::string_view text, const Question& question, std::size_t letters) {
    const auto looked_at = text.substr(0, longest_text);
    const Analysis analysis(looked_at);
    const auto count = analysis.clusters().size();
    if (count == 0) return {};
    const auto marked = Marker(analysis, question).marked();
    const auto span = fullest(analysis, marked, letters);

    Writer out;
    if (span.begin > 0) out.append("…");
    auto written = analysis.origin(span.begin, span.begin + 1).begin;
    for (auto at = span.begin; at < span.end;) {
        auto end = at + 1;
        while (end < span.end && marked[end] == marked[at]) ++end;
        const auto range = analysis.origin(at, end);
        if (marked[at] != 0) {
            out.append(looked_at.substr(written, range.begin - written));
            out.append_marked(looked_at.substr(range.begin, range.end - range.begin));
            written = range.end;
        }
        at = end;
    }
    const auto last = analysis.origin(span.end - 1, span.end).end;
    out.append(looked_at.substr(written, last - written));
    if (span.end < count) out.append("…");
    return out.take();
}

}  // namespace search
