#pragma once

#include <map>

#include "db/db.hpp"
#include "knowledge/item/item.hpp"

namespace knowledge {

// The item's own row.
struct Row {
    Kind kind{};
    std::string body;
    Licence licence{};
    std::string credit;
    std::string source;
    std::string author_body;
    std::string edition;
    std::string isbn;
    std::optional<int> published_year;
    SeriesId series_id;
    int part{};
    bool continued{};
    std::optional<int> forum;
    std::int64_t reads{};
    std::int64_t shares{};
    std::string own_summary;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (kind, body, licence, credit, source, author_body, edition, isbn, published_year, series_id, part, continued, forum,
                       reads, shares, own_summary))
Row get_row(db::Session& db, ItemId id);
std::vector<Section> list_sections(db::Session& db, ItemId id);
std::vector<std::string> list_tags(db::Session& db, ItemId id);
std::map<std::int64_t, std::vector<std::string>> list_tags_of(db::Session& db, const std::vector<std::int64_t>& items);

// What tells an imported document from another.
struct Origin {
    std::string hash{};
    std::string name{};
};

// What stands in the rows of an item, under its record's id; `series` is the record that content.series names.
struct Rows {
    const Content& content;
    SeriesId series{};
    Origin origin{};
};
// With search text and files.
void insert_rows(db::Tx& tx, base::PersonId actor, const records::Envelope& record, const Rows& rows);
void update_rows(db::Tx& tx, base::PersonId actor, const records::Envelope& record, const Rows& rows);

// The organisation's own, or else the installation's.
Licence default_licence(db::Session& db, records::RecordId owner);
void set_default_licence(db::Tx& tx, records::RecordId owner, Licence licence);

// Neighbours in a series, as far as the viewer may read them.
struct PartCard {
    int part{};
    bool continued{};
    std::int64_t number{};
    std::string title;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(PartCard, (), (part, continued, number, title, address))
std::vector<PartCard> list_parts(db::Session& db, base::PersonId viewer, SeriesId series);

// A list of items.
struct Wanted {
    std::optional<Kind> kind;
    std::optional<base::Line> tag;
    std::optional<records::RecordId> owner;
    std::optional<base::AreaId> area;
    std::optional<records::State> state;
    std::optional<base::PersonId> maker;
    std::optional<records::RecordId> after;
    std::optional<base::Whole<1, 100>> limit;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (kind, tag, owner, area, state, maker, after, limit))

struct Listed : records::Card {
    Kind item_kind{};
    Licence licence{};
    std::int64_t reads{};
};
BOOST_DESCRIBE_STRUCT(Listed, (records::Card), (item_kind, licence, reads))
std::vector<Listed> list_items(db::Session& db, base::PersonId viewer, const Wanted& wanted);

struct TagCount {
    std::string tag;
    std::int64_t items{};
};
BOOST_DESCRIBE_STRUCT(TagCount, (), (tag, items))
// Of published items for everybody, the most used first.
std::vector<TagCount> list_used_tags(db::Session& db);

// The record of an imported document of this owner, if it is here already.
std::optional<records::RecordId> find_import(db::Session& db, records::RecordId owner, const std::string& hash);

}  // namespace knowledge
