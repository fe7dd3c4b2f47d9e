#include "people/replies.hpp"

namespace people {

namespace {

constexpr base::Whole<1, 100> most_units{100};

std::optional<AreaLink> area_link(db::Session& db, base::AreaId id) {
    const auto area = id ? areas::find(db, id) : std::nullopt;
    if (!area) return std::nullopt;
    return AreaLink{area->code, areas::title(*area, base::Language::th), areas::title(*area, base::Language::en)};
}

std::optional<RecordLink> link_to(http::Call& call, std::optional<OrganisationId> id) {
    if (!id) return std::nullopt;
    const auto found = records::find(call.read(), call.viewer(), records::record_id(*id));
    if (!found || !records::may_read(records::guard(found->envelope), found->ties)) return std::nullopt;
    const auto& record = found->envelope;
    return RecordLink{record.id, record.title, record.title_en, record.address};
}

// Names are for those who may read the person; how to reach them is not.
Person without_contact(Person person) {
    person.phone.clear();
    person.email.clear();
    person.line_id.clear();
    person.note.clear();
    return person;
}

}  // namespace

OrganisationReply organisation_reply(http::Call& call, const records::Found& found) {
    auto& db = call.read();
    const OrganisationId id{found.envelope.id.value};
    auto organisation = get_organisation(db, id);
    OrganisationsWanted units{.parent = id, .limit = most_units};
    return {.record = found.envelope,
            .rights = records::rights(found),
            .organisation = organisation,
            .area = area_link(db, found.envelope.area_id),
            .parent = link_to(call, organisation.parent_id),
            .units = list_organisations(db, call.viewer(), units),
            .members = list_members(db, call.viewer(), id, base::bangkok_date(call.now()))};
}

PersonReply person_reply(http::Call& call, const records::Found& found) {
    auto& db = call.read();
    const PersonId id{found.envelope.id.value};
    const auto rights = records::rights(found);
    const bool is_me = id == call.person();
    auto person = get_person(db, id);
    if (!rights.edit && !is_me) person = without_contact(std::move(person));
    return {.record = found.envelope,
            .rights = rights,
            .person = person,
            .formal_name = formal_name(person),
            .places = list_places(db, call.viewer(), id, base::bangkok_date(call.now())),
            .is_me = is_me};
}

}  // namespace people
