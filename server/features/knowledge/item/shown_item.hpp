#pragma once

#include "http/call.hpp"
#include "knowledge/item/item_queries.hpp"

// An item as its page and its API route show it.
namespace knowledge {

struct SeriesView {
    std::int64_t number{};
    std::string title;
    std::string address;
    int part{};
    bool continued{};
    std::optional<PartCard> previous;
    std::optional<PartCard> next;
};
BOOST_DESCRIBE_STRUCT(SeriesView, (), (number, title, address, part, continued, previous, next))

struct AreaView {
    base::AreaId id;
    std::string title;
    std::string path;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(AreaView, (), (id, title, path, address))

struct ShownItem {
    records::Envelope record;
    records::Rights rights;
    Kind kind{};
    std::string own_summary;  // empty where the record's is the beginning of the text
    std::string body;
    std::vector<Section> sections;
    std::optional<Document> document;
    std::vector<std::string> tags;
    Licence licence{};
    std::string licence_code;
    std::string credit;
    std::string source;
    std::optional<SeriesView> series;
    std::optional<int> forum;
    std::int64_t reads{};
    std::int64_t shares{};
    std::vector<files::File> files;
    std::optional<AreaView> area;
    std::optional<records::Card> owner;
    std::optional<records::Card> maker;
    std::vector<records::Card> answers;     // of a question
    std::vector<records::Card> answers_to;  // the questions and the topics of circles that it answers
    std::string reuse;                      // the line that whoever uses it again is asked to write beside it
};
BOOST_DESCRIBE_STRUCT(ShownItem, (),
                      (record, rights, kind, own_summary, body, sections, document, tags, licence, licence_code, credit, source, series,
                       forum, reads, shares, files, area, owner, maker, answers, answers_to, reuse))

ShownItem show_item(http::Call& call, const records::Found& found);

// An item as lists show it.
struct ItemCard {
    records::Card card;
    Kind kind{};
    Licence licence{};
    std::int64_t reads{};
    std::vector<std::string> tags;
    std::optional<files::File> picture;
};
BOOST_DESCRIBE_STRUCT(ItemCard, (), (card, kind, licence, reads, tags, picture))
std::vector<ItemCard> show_cards(http::Call& call, std::vector<Listed> items);

}  // namespace knowledge
