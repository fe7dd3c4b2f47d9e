#include "knowledge/item/shown_item.hpp"

#include <algorithm>

#include "areas/areas.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "files/first_pictures.hpp"
#include "trace/trace.hpp"

namespace knowledge {

static std::optional<records::Card> card_of(http::Call& call, records::RecordId id) {
    if (!id) return {};
    auto cards = records::cards(call.read(), call.viewer(), {id});
    return cards.empty() ? std::nullopt : std::optional(std::move(cards.front()));
}

static std::optional<SeriesView> series_of(http::Call& call, const Row& row, std::int64_t number) {
    const auto series = card_of(call, {row.series_id.value});
    if (!series) return {};
    const auto parts = list_parts(call.read(), call.person(), row.series_id);
    const auto here = std::ranges::find(parts, number, &PartCard::number);
    SeriesView view{series->number, series->title, series->address, row.part, row.continued, {}, {}};
    if (here == parts.end()) return view;
    if (here != parts.begin()) view.previous = *std::prev(here);
    if (std::next(here) != parts.end()) view.next = *std::next(here);
    return view;
}

static std::optional<Document> document_of(const Row& row) {
    if (row.kind != Kind::document) return {};
    Document document{{row.author_body}, {row.edition}, {row.isbn}, {}};
    if (row.published_year) document.year = base::Whole<1800, 2200>{*row.published_year};
    return document;
}

// Of what lies one step away, that which answers or is answered, as far as the viewer may read it.
static std::vector<records::Card> answering(http::Call& call, const std::vector<trace::Near>& near) {
    std::vector<records::RecordId> ids;
    for (const auto& [record, flow] : near)
        if (flow == trace::Flow::answered_by) ids.push_back(record);
    return records::cards(call.read(), call.viewer(), ids);
}

static std::optional<AreaView> area_of(http::Call& call, base::AreaId id) {
    if (!id) return {};
    const auto area = areas::find(call.read(), id);
    if (!area) return {};
    return AreaView{id, areas::title(*area, call.language()), areas::path(call.read(), id, call.language()), "/areas/" + area->code};
}

// Whoever can be named: the teller, else the organisation, else who wrote it down, else where it was found.
static std::string author_of(const ShownItem& item, base::Language language) {
    if (!item.credit.empty()) return item.credit;
    if (item.owner) return item.owner->title;
    if (item.maker) return item.maker->title;
    return item.source.empty() ? base::say(language, "knowledge_unnamed") : item.source;
}

// “Title” by whom (year), address, licence: what CC asks for, in a line.
static std::string reuse_line(const ShownItem& item, base::Language language) {
    const auto year = language == base::Language::th ? base::buddhist_year(item.record.happened_on) : item.record.happened_on.year;
    const auto key = item.licence_code.empty() ? "knowledge_reuse_reserved" : "knowledge_reuse_line";
    return base::say(language, key,
                     {{"title", item.record.title},
                      {"author", author_of(item, language)},
                      {"year", std::to_string(year)},
                      {"address", item.record.address},
                      {"licence", item.licence_code}});
}

ShownItem show_item(http::Call& call, const records::Found& found) {
    const ItemId id{found.envelope.id.value};
    auto row = get_row(call.read(), id);
    ShownItem item;
    item.record = found.envelope;
    item.rights = records::rights(found);
    item.kind = row.kind;
    item.own_summary = std::move(row.own_summary);
    item.body = std::move(row.body);
    if (!headings_of(row.kind).empty()) item.sections = list_sections(call.read(), id);
    item.document = document_of(row);
    item.tags = list_tags(call.read(), id);
    item.licence = row.licence;
    item.licence_code = code(row.licence);
    item.credit = std::move(row.credit);
    item.source = std::move(row.source);
    if (row.series_id) item.series = series_of(call, row, found.envelope.number);
    item.forum = row.forum;
    item.reads = row.reads;
    item.shares = row.shares;
    item.files = files::list_held(call.read(), id.value);
    item.area = area_of(call, found.envelope.area_id);
    item.owner = card_of(call, found.envelope.owner_id);
    item.maker = card_of(call, {found.envelope.created_by.value});
    if (row.kind == Kind::question) item.answers = answering(call, trace::list_below(call.read(), found.envelope.id));
    item.answers_to = answering(call, trace::list_above(call.read(), found.envelope.id));
    item.reuse = reuse_line(item, call.language());
    return item;
}

template <class Value>
static std::optional<Value> find(const std::map<std::int64_t, Value>& values, records::RecordId id) {
    const auto found = values.find(id.value);
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

std::vector<ItemCard> show_cards(http::Call& call, std::vector<Listed> items) {
    std::vector<std::int64_t> ids;
    std::ranges::transform(items, std::back_inserter(ids), [](const Listed& item) { return item.id.value; });
    const auto tags = list_tags_of(call.read(), ids);
    const auto pictures = files::list_first_pictures(call.read(), ids);
    std::vector<ItemCard> cards;
    cards.reserve(items.size());
    for (auto& item : items) {
        const auto id = item.id;
        cards.push_back({static_cast<records::Card&&>(item), item.item_kind, item.licence, item.reads,
                         find(tags, id).value_or(std::vector<std::string>{}), find(pictures, id)});
    }
    return cards;
}

}  // namespace knowledge
