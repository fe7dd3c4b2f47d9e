#pragma once

#include "people/organisation/organisation_queries.hpp"
#include "people/tables/area_words.hpp"
#include "people/tables/row.hpp"

namespace people {

namespace organisation_cell {
enum Cell : std::size_t {
    name,
    name_en,
    type,
    sector,
    parent,
    code,
    short_name,
    area_code,
    subdistrict,
    district,
    province,
    contact,
    phone,
    email,
    website,
    purpose,
    since
};
}

const std::vector<base::csv::Column>& organisation_columns();

// What stands, as a form would bring it.
OrganisationForm form_of(const StandingOrganisation& organisation);
// Lays the row over the form: what a cell says replaces what stood there. What is wrong stays with the row.
void lay_over(Row& row, OrganisationForm& form, AreaWords& areas);

}  // namespace people
