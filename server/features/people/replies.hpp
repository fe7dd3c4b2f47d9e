#pragma once

#include "areas/areas.hpp"
#include "http/call.hpp"
#include "people/membership/membership.hpp"
#include "people/organisation/organisation_queries.hpp"
#include "people/person/person_queries.hpp"

// What the routes answer and the pages show.
namespace people {

struct AreaLink {
    std::string code;
    std::string title;     // "ตำบลท่าซัก"
    std::string title_en;  // "Tha Sak Subdistrict"
};
BOOST_DESCRIBE_STRUCT(AreaLink, (), (code, title, title_en))

struct RecordLink {
    records::RecordId id;
    std::string title;
    std::string title_en;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(RecordLink, (), (id, title, title_en, address))

struct OrganisationReply {
    records::Envelope record;
    records::Rights rights;
    Organisation organisation;
    std::optional<AreaLink> area;
    std::optional<RecordLink> parent;
    std::vector<OrganisationCard> units;
    std::vector<MembershipLine> members;
};
BOOST_DESCRIBE_STRUCT(OrganisationReply, (), (record, rights, organisation, area, parent, units, members))

struct PersonReply {
    records::Envelope record;
    records::Rights rights;
    Person person;  // how to reach them only for those who may edit, and for themselves
    std::string formal_name;
    std::vector<MembershipLine> places;
    bool is_me{};
};
BOOST_DESCRIBE_STRUCT(PersonReply, (), (record, rights, person, formal_name, places, is_me))

OrganisationReply organisation_reply(http::Call& call, const records::Found& found);
PersonReply person_reply(http::Call& call, const records::Found& found);

}  // namespace people
