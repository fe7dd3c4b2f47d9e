#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/db.hpp"
#include "knowledge/item/items.hpp"
#include "reading/document.hpp"

// Documents as they were found become drafts.
namespace knowledge {

// What a document would become; a person may change all of it before it is kept.
struct Proposal {
    std::string name;  // of its file
    std::string hash;  // of its words: the same in every encoding and format
    Content content;
    std::vector<reading::Removed> removed;  // page numbers, menus …, to be looked through
    std::string encoding;                   // as IANA names it
    bool damaged{};                         // some bytes meant nothing in any encoding
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (name, hash, content, removed, encoding, damaged))

// A file that no proposal came of, and why, in the reader's language.
struct LeftOut {
    std::string name;
    std::string problem;  // a locale key without "problem_"
    std::string why;
};
BOOST_DESCRIBE_STRUCT(LeftOut, (), (name, problem, why))

struct Reading {
    std::vector<Proposal> proposals;
    std::vector<LeftOut> left_out;
};
BOOST_DESCRIBE_STRUCT(Reading, (), (proposals, left_out))

// Pure. Throws nothing: whatever the bytes are, a proposal comes of them, perhaps an empty one.
Proposal propose(std::string name, std::string_view bytes);
bool is_empty(const Proposal& proposal);
bool is_too_long(const Proposal& proposal);  // for one item: it is a book, and has parts

// The licence that a page's words or link name; all rights are reserved where they name none: it is somebody else's text.
Licence licence_in(std::string_view words);

struct ImportWish {
    records::RecordId owner{};
    records::Audience audience{};
    records::State state = records::State::draft;
};

enum class Outcome : std::uint8_t { imported, already_here };
BOOST_DESCRIBE_ENUM(Outcome, imported, already_here)
struct Imported {
    std::string name;
    Outcome outcome{};
    std::string title;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(Imported, (), (name, outcome, title, address))

// Keeps it as an item of the owner, unless the same words are there already.
Imported import_one(db::Tx& tx, base::PersonId actor, const Proposal& proposal, const ImportWish& wish);

// What the file of an imported item was called; empty for any other record.
std::string import_name(db::Session& db, records::RecordId id);

}  // namespace knowledge
