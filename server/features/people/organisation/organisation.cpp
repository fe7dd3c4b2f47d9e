#include "people/organisation/organisation.hpp"

#include "people/names.hpp"

namespace people {

using base::or_empty;

Organisation organisation_of(const OrganisationForm& form) {
    const auto code = or_empty(form.code);
    return {.type = form.type,
            .sector = form.sector.value_or(usual_sector(form.type).value_or(base::Sector::people)),
            .parent_id = form.parent,
            .code = code.empty() ? std::nullopt : std::optional(code),
            .short_name = or_empty(form.short_name),
            .contact = or_empty(form.contact),
            .phone = or_empty(form.phone),
            .email = or_empty(form.email),
            .website = or_empty(form.website),
            .purpose = or_empty(form.purpose),
            .since_on = form.since};
}

records::Description description_of(const OrganisationForm& form) {
    records::Description description;
    description.title = form.name.value;
    description.title_en = or_empty(form.name_en);
    description.summary = or_empty(form.purpose);
    description.area_id = form.area.value_or(base::AreaId{});
    description.happened_on = form.since;
    return description;
}

std::string search_name(const OrganisationForm& form) {
    return comparable(form.name.value + " | " + or_empty(form.name_en) + " | " + or_empty(form.short_name) + " | " + or_empty(form.code));
}

std::string searchable(const OrganisationForm& form) {
    return or_empty(form.short_name) + "\n" + or_empty(form.purpose) + "\n" + or_empty(form.contact);
}

}  // namespace people
