#include "knowledge/item/item_queries.hpp"

#include <algorithm>

#include "base/json/json.hpp"
#include "base/thai_text.hpp"
#include "db/ids.hpp"
#include "site/site.hpp"

namespace knowledge {

Row get_row(db::Session& db, ItemId id) {
    return db.one<Row>(
        "SELECT kind, body, licence, credit, source, author_body, edition, isbn, published_year, series_id, part, continued, forum, reads, "
        "shares,"
        " own_summary FROM knowledge_items WHERE id = $1",
        id);
}

std::vector<Section> list_sections(db::Session& db, ItemId id) {
    return db.all<Section>("SELECT heading, body FROM knowledge_sections WHERE item_id = $1 ORDER BY place", id);
}

std::vector<std::string> list_tags(db::Session& db, ItemId id) {
    return db.all<std::string>("SELECT tag FROM knowledge_tags WHERE item_id = $1 ORDER BY place", id);
}

struct TagOf {
    std::int64_t item_id{};
    std::string tag;
};
BOOST_DESCRIBE_STRUCT(TagOf, (), (item_id, tag))

#define KNOWLEDGE_TAGS_OF(items) \
    "SELECT t.item_id, t.tag FROM " items " JOIN knowledge_tags t ON t.item_id = each_id.value ORDER BY t.item_id, t.place"

std::map<std::int64_t, std::vector<std::string>> list_tags_of(db::Session& db, const std::vector<std::int64_t>& items) {
    std::map<std::int64_t, std::vector<std::string>> tags;
    if (items.empty()) return tags;
    const auto all = db.all<TagOf>(
        {"/* sqlite */ " KNOWLEDGE_TAGS_OF(DB_SQLITE_EACH_ID("$1")), "/* postgres */ " KNOWLEDGE_TAGS_OF(DB_POSTGRES_EACH_ID("$1"))},
        json::write(items));
    for (const auto& each : all) tags[each.item_id].push_back(each.tag);
    return tags;
}

// ---- writing ----

static void replace_parts(db::Tx& tx, ItemId id, const Content& content) {
    tx.run("DELETE FROM knowledge_sections WHERE item_id = $1", id);
    std::int64_t place = 0;
    for (const auto& section : content.sections.value_or(std::vector<Section>{}))
        tx.run("INSERT INTO knowledge_sections (item_id, place, heading, body) VALUES ($1, $2, $3, $4)", id, ++place, section.heading,
               section.body);
    tx.run("DELETE FROM knowledge_tags WHERE item_id = $1", id);
    place = 0;
    for (const auto& tag : tidy_tags(content.tags))
        tx.run("INSERT INTO knowledge_tags (item_id, place, tag) VALUES ($1, $2, $3)", id, ++place, tag);
}

static void write_beside(db::Tx& tx, base::PersonId actor, const records::Envelope& record, const Content& content) {
    replace_parts(tx, {record.id.value}, content);
    files::hold(tx, actor, record.id.value, content.files.value_or(std::vector<files::HeldFile>{}));
    records::set_text(tx, record.id, searchable(content));
}

static std::string value_of(const auto& text) {
    return text ? text->value : std::string();
}

void update_rows(db::Tx& tx, base::PersonId actor, const records::Envelope& record, const Rows& rows) {
    const auto& content = rows.content;
    const auto licence = content.licence.value_or(default_licence(tx, record.owner_id));
    const auto document = content.document.value_or(Document{});
    const auto place = content.series.value_or(SeriesPlace{});
    const auto year = document.year ? std::optional(document.year->value) : std::nullopt;
    const auto forum = content.forum ? std::optional(content.forum->value) : std::nullopt;
    tx.run(
        "UPDATE knowledge_items SET kind = $2, body = $3, licence = $4, credit = $5, source = $6, author_body = $7, edition = $8, isbn = "
        "$9,"
        " published_year = $10, series_id = $11, part = $12, continued = $13, forum = $14, own_summary = $15 WHERE id = $1",
        record.id, content.kind, content.body, licence, value_of(content.credit), value_of(content.source), document.author_body,
        document.edition, document.isbn, year, rows.series, place.part, place.continued, forum, value_of(content.summary));
    write_beside(tx, actor, record, content);
}

void insert_rows(db::Tx& tx, base::PersonId actor, const records::Envelope& record, const Rows& rows) {
    tx.run(
        "INSERT INTO knowledge_items (id, kind, body, licence, credit, source, author_body, edition, isbn, series_id, part, continued, "
        "reads,"
        " import_hash, import_name) VALUES ($1, $2, '', 'all_rights_reserved', '', '', '', '', '', 0, 0, 0, 0, $3, $4)",
        record.id, rows.content.kind, rows.origin.hash, rows.origin.name);
    update_rows(tx, actor, record, rows);
}

// ---- licences ----

// Who has not chosen shares as most of such communities do.
Licence default_licence(db::Session& db, records::RecordId owner) {
    const auto own = db.find<Licence>("SELECT licence FROM knowledge_licences WHERE owner_id = $1", owner);
    return own ? *own : site::setting<InstallationLicence>(db).licence;
}

void set_default_licence(db::Tx& tx, records::RecordId owner, Licence licence) {
    tx.run(
        "INSERT INTO knowledge_licences (owner_id, licence) VALUES ($1, $2) ON CONFLICT (owner_id) DO UPDATE SET licence = "
        "excluded.licence",
        owner, licence);
}

// ---- lists ----

std::vector<PartCard> list_parts(db::Session& db, base::PersonId viewer, SeriesId series) {
    return db.all<PartCard>(
        "SELECT k.part, k.continued, r.number, r.title, r.address FROM knowledge_items k"
        " JOIN records_v_records r ON r.id = k.id WHERE k.series_id = $2 AND k.series_id <> 0 AND " RECORDS_MAY_READ
        " AND r.state <> 'deleted' ORDER BY k.part, r.id",
        viewer, series);
}

struct Mark {
    base::Date happened_on{9999, 12, 31};
    records::RecordId id;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (happened_on, id))

std::vector<Listed> list_items(db::Session& db, base::PersonId viewer, const Wanted& wanted) {
    const auto found =
        wanted.after ? db.find<Mark>("SELECT happened_on, id FROM records_v_records WHERE id = $1", *wanted.after) : std::nullopt;
    const auto mark = found.value_or(Mark{});
    const auto area = wanted.area.value_or(base::AreaId{});
    const auto kind = wanted.kind ? std::string(base::name_of(*wanted.kind)) : std::string();
    return db.all<Listed>("SELECT " RECORDS_CARD ", k.kind AS item_kind, k.licence, k.reads FROM records_v_records r" RECORDS_CARD_OWNER
                          " JOIN knowledge_items k ON k.id = r.id WHERE r.kind = 'knowledge' AND r.state = $2 AND ($3 = '' OR k.kind = $3)"
                          " AND ($4 = '' OR EXISTS (SELECT 1 FROM knowledge_tags t WHERE t.item_id = r.id AND t.tag = $4))"
                          " AND ($5 = 0 OR r.owner_id = $5) AND ($6 = 0 OR r.created_by = $6) AND r.area_id BETWEEN $7 AND $8"
                          " AND (r.happened_on, r.id) < ($9, $10) AND " RECORDS_MAY_READ
                          " ORDER BY r.happened_on DESC, r.id DESC LIMIT $11",
                          viewer, wanted.state.value_or(records::State::published), kind, wanted.tag ? wanted.tag->value : std::string(),
                          wanted.owner.value_or(records::RecordId{}), wanted.maker.value_or(base::PersonId{}), area, base::last_of(area),
                          mark.happened_on, mark.id, wanted.limit ? wanted.limit->value + 1 : 21);
}

std::vector<TagCount> list_used_tags(db::Session& db) {
    return db.all<TagCount>(
        "SELECT t.tag, count(*) AS items FROM knowledge_tags t JOIN records_v_public r ON r.id = t.item_id"
        " GROUP BY t.tag ORDER BY count(*) DESC, t.tag LIMIT 60");
}

std::optional<records::RecordId> find_import(db::Session& db, records::RecordId owner, const std::string& hash) {
    return db.find<records::RecordId>(
        "SELECT r.id FROM knowledge_items k JOIN records_v_records r ON r.id = k.id"
        " WHERE k.import_hash = $1 AND k.import_hash <> '' AND r.owner_id = $2 AND r.state <> 'deleted' ORDER BY r.id LIMIT 1",
        hash, owner);
}

std::string import_name(db::Session& db, records::RecordId id) {
    return db.find<std::string>("SELECT import_name FROM knowledge_items WHERE id = $1", id).value_or("");
}

}  // namespace knowledge
