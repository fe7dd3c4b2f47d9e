// What the index offers besides hits: titles while typing, and what was perhaps meant.
#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <tuple>

#include "base/thai_text.hpp"
#include "search/index/index.hpp"
#include "search/index/keyboard.hpp"
#include "search/index/spelling.hpp"

namespace search {
namespace {

constexpr std::size_t most_letters = 40;  // of a word that is corrected

// Where in the title the typed text begins, if it stands there from the start of a cluster on; its last cluster may be unfinished.
std::optional<std::size_t> place_in(const Analysis& title, std::string_view typed) {
    for (std::size_t at = 0; at < title.clusters().size(); ++at)
        if (title.token(at, title.clusters().size()).starts_with(typed)) return at;
    return std::nullopt;
}

bool is_word_start(const Analysis& title, std::size_t cluster) {
    return std::any_of(title.words().begin(), title.words().end(), [&](const base::Word& word) { return word.begin == cluster; });
}

using Rank = std::tuple<int, std::size_t, std::int64_t>;  // how it begins, how long it is, which it is

// Nothing if what is typed does not stand in the title.
std::optional<Rank> rank_of(const Suggestion& suggestion, std::string_view typed) {
    const Analysis title(suggestion.title);
    const auto place = place_in(title, typed);
    if (!place) return std::nullopt;
    const int inside = is_word_start(title, *place) ? 1 : 2;
    return Rank{*place == 0 ? 0 : inside, title.clusters().size(), suggestion.id};
}

}  // namespace

std::optional<Suggestion> IndexReader::find_title(std::uint32_t row) {
    const Rewind rewind(title_);
    title_.bind(1, std::int64_t{row});
    if (!title_.step()) return std::nullopt;
    return Suggestion{title_.integer(0), std::string(title_.text(1))};
}

std::vector<Suggestion> IndexReader::suggest(std::string_view text, std::size_t most) {
    constexpr std::size_t most_terms = 64;
    constexpr std::ptrdiff_t most_titles = 500;
    const Analysis typed(text.substr(0, Question::longest));
    const auto count = typed.clusters().size();
    if (count == 0) return {};
    std::set<std::uint32_t, std::greater<>> rows;  // the newest first
    for (const auto& term :
         postings_.starting_with(stored_term(TokenKind::title, typed.token(0, std::min<std::size_t>(count, 3))), most_terms))
        for (const auto row : having(term)) rows.insert(row);

    std::map<Rank, Suggestion> found;
    for (const auto row : rows | std::views::take(most_titles)) {
        auto suggestion = find_title(row);
        const auto rank = suggestion ? rank_of(*suggestion, typed.token(0, count)) : std::nullopt;
        if (rank) found.emplace(*rank, std::move(*suggestion));
    }
    std::vector<Suggestion> out;
    for (auto& [rank, suggestion] : found)
        if (out.size() < most) out.push_back(std::move(suggestion));
    return out;
}

// The word of the index that is nearest, among those that begin with the same letter or one that is taken for it.
std::optional<IndexReader::Correction> IndexReader::nearest_word(std::string_view token) {
    constexpr std::size_t most_words = 20'000;
    const double most = token.size() < 4 ? 0.5 : token.size() < 8 ? 1 : 2;
    std::optional<Correction> best;
    for (const auto& word : postings_.starting_with(std::string(token.substr(0, 1)), most_words)) {
        const double distance = spelling_distance(token, word, best ? best->distance : most);
        if (distance > most || distance == 0 || (best && distance > best->distance)) continue;
        const auto count = postings_.count(word);
        if (!best || distance < best->distance || count > best->count) best = Correction{word, distance, count};
    }
    return best;
}

// The dictionary cuts a misspelt word to pieces, so pieces are tried together with their neighbours too.
std::string IndexReader::better_spelling(std::string_view text) {
    constexpr std::uint32_t most_pieces = 4;
    const Analysis typed(text.substr(0, Question::longest));
    const auto& words = typed.words();
    const auto per_letter = [](const Correction& c) { return c.distance / static_cast<double>(c.word.size()); };
    std::optional<std::pair<Correction, base::Word>> best;
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (auto last = at; last < std::min<std::size_t>(words.size(), at + most_pieces); ++last) {
            const base::Word piece{words[at].begin, words[last].end};
            const auto token = typed.token(piece.begin, piece.end);
            if (token.size() < 3 || token.size() > most_letters || postings_.count(stored_term(TokenKind::word, token)) > 0) continue;
            const auto found = nearest_word(token);
            if (found && (!best || per_letter(*found) < per_letter(best->first))) best = {*found, piece};
        }
    }
    if (!best) return {};
    const auto place = typed.origin(best->second.begin, best->second.end);
    std::string out(text.substr(0, Question::longest));
    return out.replace(place.begin, place.end - place.begin, base::utf8(spelt_out(best->first.word)));
}

std::string IndexReader::meant(std::string_view text) {
    for (auto other : {better_spelling(text), on_the_other_keyboard(text)})
        if (!other.empty() && find(Question(other), {}, 1).having_all > 0) return other;
    return {};
}

}  // namespace search
