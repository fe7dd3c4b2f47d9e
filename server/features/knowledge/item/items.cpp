#include "knowledge/item/items.hpp"

#include "base/json/json.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"
#include "knowledge/knowledge.hpp"
#include "markdown/markdown.hpp"

namespace knowledge {

static SeriesId require_series(db::Session& db, records::RecordId owner, const Content& content) {
    if (!content.series) return {};
    const auto found =
        db.find<SeriesId>("SELECT id FROM records_v_records WHERE kind = 'series' AND number = $1 AND owner_id = $2 AND state <> 'deleted'",
                          content.series->number, owner);
    if (!found) throw http::Problem(422, "invalid_input").at("/series/number", "no_such_series");
    return *found;
}

static void remember(db::Tx& tx, base::PersonId actor, std::string_view action, const records::Envelope& record, const Content& content) {
    const auto body = json::write(content);
    journal::record(tx, actor, action, {record.id, record.version, body});
}

records::Envelope insert_item(db::Tx& tx, base::PersonId actor, const NewItem& item) {
    const auto series = require_series(tx, item.owner, item.content);
    const auto record = records::insert(tx, actor,
                                        {.kind = std::string(ItemTag::kind),
                                         .collection = "knowledge",
                                         .owner_id = item.owner,
                                         .state = item.state,
                                         .description = describe(item.content),
                                         .audience = item.audience});
    insert_rows(tx, actor, record, {item.content, series, item.origin});
    remember(tx, actor, item.origin.hash.empty() ? "knowledge.item_made" : "knowledge.item_imported", record, item.content);
    return record;
}

records::Envelope change_item(db::Tx& tx, base::PersonId actor, const records::Envelope& before, std::int64_t version,
                              const Content& content) {
    const auto series = require_series(tx, before.owner_id, content);
    const auto record = records::revise(tx, actor, before.id, version, describe(content));
    update_rows(tx, actor, record, {content, series});
    remember(tx, actor, "knowledge.item_changed", record, content);
    return record;
}

// Seeds come from within: their texts are cut to what a form would take, never refused.
static std::string cut(std::string text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    return text.substr(0, bytes);
}

records::Envelope plant(db::Tx& tx, base::PersonId actor, const Seed& seed) {
    NewItem item;
    item.owner = seed.owner;
    item.audience.visibility = seed.visibility;
    item.content.kind = seed.kind;
    item.content.title.value = seed.title.empty() ? beginning(markdown::to_text(seed.body)) : seed.title;
    item.content.title.value = cut(item.content.title.value, base::Line::longest);
    item.content.body.value = seed.body;
    item.content.credit = {cut(seed.credit, 500)};
    item.content.tags.emplace();
    for (const auto& tag : seed.tags) item.content.tags->push_back({tag});
    item.content.area = seed.area;
    item.content.happened_on = seed.happened_on;
    item.content.language = seed.language;
    return insert_item(tx, actor, item);
}

}  // namespace knowledge
