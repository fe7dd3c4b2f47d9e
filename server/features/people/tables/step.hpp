#pragma once

#include "base/json/json.hpp"
#include "people/membership/membership.hpp"
#include "people/organisation/organisation.hpp"
#include "people/person/person.hpp"
#include "people/tables/tables.hpp"

// What one row of a table is to do, and what it did.
namespace people {

struct OrganisationPlan {
    OrganisationId standing{};  // none: a new one
    std::int64_t version{};     // of it, when the row was read
    OrganisationForm form{};
    std::optional<OrganisationForm> before{};
    std::optional<std::int64_t> parent_step{};  // a parent that comes with the same table
};
BOOST_DESCRIBE_STRUCT(OrganisationPlan, (), (standing, version, form, before, parent_step))

struct OrganisationDid {
    records::RecordId record_id{};
    std::int64_t version{};  // that the row made
    std::optional<OrganisationForm> before{};
};
BOOST_DESCRIBE_STRUCT(OrganisationDid, (), (record_id, version, before))

struct PersonPlan {
    PersonId standing{};
    std::int64_t version{};
    std::optional<std::int64_t> first_step{};  // of the same person in this table, who is new
    std::optional<Person> person{};            // what they become, if that is another
    std::optional<Person> before{};
    std::optional<Membership> membership{};  // likewise
    std::optional<Membership> membership_before{};
};
BOOST_DESCRIBE_STRUCT(PersonPlan, (), (standing, version, first_step, person, before, membership, membership_before))

struct PersonDid {
    records::RecordId record_id{};
    std::int64_t version{};  // 0 where the row left the person alone
    std::optional<Person> before{};
    std::optional<Membership> membership{};
    std::optional<Membership> membership_before{};
};
BOOST_DESCRIBE_STRUCT(PersonDid, (), (record_id, version, before, membership, membership_before))

// A row that is left out, though it was good when it was read.
imports::Written left_out(std::string_view column, std::string_view code, std::string_view name);
// The record, if it stands as it stood when the row was read and the viewer may edit it; else the code of what is wrong.
struct ToChange {
    std::optional<records::Envelope> record{};
    std::string_view code{};
};
ToChange find_to_change(db::Tx& tx, const imports::Order& order, records::RecordId id, std::int64_t version);

// Why what a row made or changed is left as it is; empty if it may be taken back.
std::string_view why_kept(const records::Found& record, std::int64_t version);

// Whether others belong to it, lie in it, were written by it or are invited as it.
bool is_stood_on(db::Session& db, records::RecordId id);

}  // namespace people
