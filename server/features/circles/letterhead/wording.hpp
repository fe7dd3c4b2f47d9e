#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "base/language.hpp"
#include "db/db.hpp"
#include "document/document.hpp"
#include "records/records.hpp"

// The words of a paper, with fields in braces that a session fills in. A line is a paragraph; "# " begins a heading, "- " an item of a
// list, and a field that is more than words stands on a line of its own.
namespace circles {

enum class Paper : std::uint8_t { memo, invitation, sign_in, report, upward };
BOOST_DESCRIBE_ENUM(Paper, memo, invitation, sign_in, report, upward)

// By the names that people write, in both languages. What comes after `contact` is a whole table, list or row of pictures.
enum class Field : std::uint8_t {
    title,
    circle,
    ordinal,
    date,
    time,
    place,
    organisation,
    question,
    purpose,
    hoped,
    seen,
    people,
    budget,
    recipient,
    asks,  // how the recipient is invited: monks otherwise than others
    contact,
    agenda,
    roles,
    sectors,
    said,
    agreements,
    photos
};
BOOST_DESCRIBE_ENUM(Field, title, circle, ordinal, date, time, place, organisation, question, purpose, hoped, seen, people, budget,
                    recipient, asks, contact, agenda, roles, sectors, said, agreements, photos)

std::string_view field_name(Field field, base::Language language);
std::optional<Field> find_field(std::string_view name);
bool is_block(Field field);

struct WordingForm {
    base::Text<1, 20'000> body;
};
BOOST_DESCRIBE_STRUCT(WordingForm, (), (body))
// Every field that nobody knows, and every brace that stands alone, by its line.
void check(const WordingForm& form, json::Errors& errors);

// What a session fills in.
struct Filling {
    std::map<Field, std::string> words{};
    std::map<Field, std::vector<document::Block>> blocks{};
};

// A line whose fields are all empty is left out, and with it the heading that stands right over it.
std::vector<document::Block> fill_in(std::string_view wording, const Filling& filling);

// As it comes with Lomwong.
std::string_view shipped_wording(Paper paper, base::Language language);

struct OwnWording {
    std::string body;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(OwnWording, (), (body, version))
std::optional<OwnWording> find_wording(db::Session& db, records::RecordId organisation, Paper paper);
std::string wording_of(db::Session& db, records::RecordId organisation, Paper paper, base::Language language);
// Throws Problem 412 `edited_elsewhere` unless `expected` stands; 1: the shipped one.
void put_wording(db::Tx& tx, records::RecordId organisation, Paper paper, std::int64_t expected, const std::string& body);
void delete_wording(db::Tx& tx, records::RecordId organisation, Paper paper);

}  // namespace circles
