// How the searcher answers: hits of the index, sifted by the rule of access, with what is shown beside them.
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>

#include "search/search_queries.hpp"
#include "search/searcher.hpp"

namespace search {

namespace {

constexpr std::size_t usually = 1'000, at_most = 20'000;  // hits that are looked through for a viewer
constexpr std::size_t enough = 100;                       // of them readable; with fewer, more are looked through

// What is found and may be read, best first.
struct Looked {
    std::vector<Readable> records;
    bool stopped = false;  // there may be more
    std::size_t having_all = 0;
};

class Look {
  public:
    Look(db::Session& db, const http::Viewer& viewer, IndexReader& index) : db_(db), viewer_(viewer), index_(index) {}

    Looked operator()(const Question& question, const Filter& filter) {
        auto looked = through(question, filter, usually);
        if (looked.stopped && looked.records.size() < enough) looked = through(question, filter, at_most);
        return looked;
    }

  private:
    Looked through(const Question& question, const Filter& filter, std::size_t limit) {
        const auto found = index_.find(question, filter, limit);
        std::vector<std::int64_t> ids;
        ids.reserve(found.hits.size());
        for (const auto& hit : found.hits) ids.push_back(hit.id);
        std::unordered_map<std::int64_t, Readable> readable;
        for (auto& record : list_readable(db_, viewer_, ids)) readable.emplace(record.id.value, std::move(record));
        Looked out{{}, found.hits.size() == limit, 0};
        for (std::size_t at = 0; at < ids.size(); ++at) {
            const auto record = readable.find(ids[at]);
            if (record == readable.end()) continue;
            out.having_all += at < found.having_all ? 1 : 0;
            out.records.push_back(record->second);
        }
        return out;
    }

    db::Session& db_;
    const http::Viewer& viewer_;
    IndexReader& index_;
};

Filter filter_of(const Wanted& wanted) {
    Filter filter{.kind = wanted.kind, .owner = wanted.organisation.value, .year = wanted.year};
    if (wanted.area) {
        filter.first_area = wanted.area.value;
        filter.last_area = base::last_of(wanted.area).value;
    }
    return filter;
}

// The values with their counts, most first.
template <class ValueOf>
std::vector<Share> shares(const std::vector<Readable>& records, ValueOf value_of) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& record : records) ++counts[value_of(record)];
    std::vector<Share> out;
    out.reserve(counts.size());
    for (const auto& [value, count] : counts) out.push_back({value, "", count});
    std::ranges::stable_sort(out, std::greater<>{}, &Share::count);
    return out;
}

std::vector<Share> organisations(db::Session& db, const std::vector<Readable>& records) {
    constexpr std::size_t most = 10;
    std::vector<Share> out;
    for (auto& share : shares(records, [](const Readable& record) { return std::to_string(record.owner_id.value); })) {
        if (out.size() == most) break;
        share.title = find_public_title(db, {std::stoll(share.value)});
        if (!share.title.empty()) out.push_back(std::move(share));
    }
    return out;
}

Facets facets(db::Session& db, const std::vector<Readable>& records) {
    auto years = shares(records, [](const Readable& record) { return std::to_string(record.happened_on.year); });
    std::ranges::sort(years, std::greater<>{}, &Share::value);
    return {shares(records, [](const Readable& record) { return record.kind; }), std::move(years), organisations(db, records)};
}

Found shown(db::Session& db, const records::Card& card, const Question& question) {
    constexpr std::size_t whole = 10'000;
    auto text = find_text(db, card.id);
    if (text.empty()) text = card.summary;
    return {card, best_window(card.title, question, whole).marks, best_window(text, question), false};
}

}  // namespace

Results Searcher::search(db::Session& db, const http::Viewer& viewer, const Wanted& wanted) {
    const Question question(wanted.question);
    Results out;
    out.question_cut = question.was_cut();
    if (question.empty()) return out;
    const auto lent = reader();
    Look look(db, viewer, lent->index);
    const auto all = look(question, {});
    const auto filter = filter_of(wanted);
    const auto found = filter.narrows() ? look(question, filter) : all;
    out.total = static_cast<std::int64_t>(found.having_all);
    out.more_than_total = found.stopped && found.having_all > 0;
    out.facets = facets(db, all.records);
    if (all.having_all == 0) {
        auto meant = lent->index.meant(wanted.question);
        if (!meant.empty() && look(Question(meant), {}).having_all > 0) out.meant = std::move(meant);
    }
    const auto end = std::min(found.records.size(), wanted.after + wanted.limit);
    std::vector<records::RecordId> ids;
    for (auto at = wanted.after; at < end; ++at) ids.push_back(found.records[at].id);
    for (const auto& card : records::cards(db, viewer, ids)) {
        out.items.push_back(shown(db, card, question));
        out.items.back().is_near = wanted.after + out.items.size() > found.having_all;
    }
    if (end < found.records.size()) out.next = std::to_string(end);
    return out;
}

std::vector<Proposal> Searcher::suggest(db::Session& db, const http::Viewer& viewer, std::string_view typed, std::size_t most) {
    constexpr std::size_t looked_through = 100;
    std::vector<records::RecordId> ids;
    for (const auto& suggestion : reader()->index.suggest(typed, looked_through)) ids.push_back({suggestion.id});
    std::vector<std::int64_t> values;
    values.reserve(ids.size());
    for (const auto id : ids) values.push_back(id.value);
    std::set<std::int64_t> readable;
    for (const auto& record : list_readable(db, viewer, values)) readable.insert(record.id.value);
    std::erase_if(ids, [&](records::RecordId id) { return !readable.contains(id.value); });
    if (ids.size() > most) ids.resize(most);
    std::vector<Proposal> out;
    for (auto& card : records::cards(db, viewer, ids))
        out.push_back({std::move(card.title), std::move(card.kind), std::move(card.address)});
    return out;
}

}  // namespace search
