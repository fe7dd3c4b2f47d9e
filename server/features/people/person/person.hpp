#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/bounded.hpp"
#include "base/json/json.hpp"
#include "people/people.hpp"

namespace people {

// What a person has beside the envelope, as it is stored.
struct Person {
    std::string title{};  // คำนำหน้า: "นาย", "ดร.", "พระครู"
    std::string rank{};   // ยศ: "พ.ต.อ."
    std::string given_name{};
    std::string family_name{};
    std::string known_as{};  // ชื่อเรียก: "ลุงชาย"
    std::string name_en{};
    std::string phone{};
    std::string email{};
    std::string line_id{};
    std::string note{};
    // Other spellings of the name, with commas between. Absent too in what was written before there were any.
    std::optional<std::string> also_written{};
    friend bool operator==(const Person&, const Person&) = default;
};
BOOST_DESCRIBE_STRUCT(Person, (), (title, rank, given_name, family_name, known_as, name_en, phone, email, line_id, note, also_written))

// "สมชาย ใจดี": how people are listed, sorted by the given name.
std::string plain_name(const Person& person);
// As paper wants it: "นายสมชาย ใจดี", "พ.ต.อ.ดร.สมชาย ใจดี"; a rank takes the place of นาย, นาง and นางสาว.
std::string formal_name(const Person& person);
// Cuts "ดร. สมชาย  ใจดี" into title, given and family name.
Person person_from_name(std::string_view full_name);

using PersonText = base::Text<0, 200>;

struct PersonForm {
    std::optional<PersonText> title;
    std::optional<PersonText> rank;
    base::Line given_name;
    std::optional<PersonText> family_name;
    std::optional<PersonText> known_as;
    std::optional<PersonText> name_en;
    std::optional<PersonText> phone;
    std::optional<PersonText> email;
    std::optional<PersonText> line_id;
    std::optional<base::Text<0, 2000>> note;
    std::optional<base::Text<0, 500>> also_written;
};
BOOST_DESCRIBE_STRUCT(PersonForm, (), (title, rank, given_name, family_name, known_as, name_en, phone, email, line_id, note, also_written))

Person person_of(const PersonForm& form);
std::string search_name(const Person& person);

}  // namespace people
