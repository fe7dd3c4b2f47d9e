#pragma once

#include "people/person/person.hpp"
#include "people/tables/row.hpp"

namespace people {

namespace person_cell {
enum Cell : std::size_t {
    name,
    title,
    rank,
    given_name,
    family_name,
    known_as,
    name_en,
    phone,
    email,
    line_id,
    organisation,
    post,
    position,
    from,
    to
};
}

const std::vector<base::csv::Column>& person_columns();
// The person of a row: from one cell with the whole name, or from its parts. What is wrong stays with the row.
Person person_in(Row& row);
// What a row leaves empty stays as it stands.
Person merged(const Person& standing, const Person& row);
std::optional<Post> post_from_words(std::string_view words);

}  // namespace people
