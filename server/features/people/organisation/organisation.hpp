#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/bounded.hpp"
#include "base/json/json.hpp"
#include "base/time.hpp"
#include "people/people.hpp"

namespace people {

// What an organisation has beside its envelope, as it is stored.
struct Organisation {
    OrganisationType type = OrganisationType::other;
    base::Sector sector = base::Sector::people;
    std::optional<OrganisationId> parent_id;
    std::optional<std::string> code;
    std::string short_name;
    std::string contact;
    std::string phone;
    std::string email;
    std::string website;
    std::string purpose;
    std::optional<base::Date> since_on;
    friend bool operator==(const Organisation&, const Organisation&) = default;
};
BOOST_DESCRIBE_STRUCT(Organisation, (), (type, sector, parent_id, code, short_name, contact, phone, email, website, purpose, since_on))

using Short = base::Text<0, 200>;
using Paragraph = base::Text<0, 2000>;

// What a form brings.
struct OrganisationForm {
    base::Line name;
    std::optional<Short> name_en;
    OrganisationType type = OrganisationType::other;
    std::optional<base::Sector> sector;  // what is usual for the type
    std::optional<OrganisationId> parent;
    std::optional<base::AreaId> area;
    std::optional<Short> code;
    std::optional<Short> short_name;
    std::optional<Short> contact;
    std::optional<Short> phone;
    std::optional<Short> email;
    std::optional<Short> website;
    std::optional<Paragraph> purpose;
    std::optional<base::Date> since;
};
BOOST_DESCRIBE_STRUCT(OrganisationForm, (),
                      (name, name_en, type, sector, parent, area, code, short_name, contact, phone, email, website, purpose, since))

Organisation organisation_of(const OrganisationForm& form);
records::Description description_of(const OrganisationForm& form);
// All names, as they are compared.
std::string search_name(const OrganisationForm& form);
// What the search index reads.
std::string searchable(const OrganisationForm& form);

}  // namespace people
