#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/person.hpp"
#include "imports/imports.hpp"
#include "jobs/jobs.hpp"
#include "people/organisation/organisation_type.hpp"
#include "records/records.hpp"

namespace http {
class Router;
}

// Persons, with and without accounts; organisations and the units inside them; who stands where as what, from when to when.
namespace people {

struct OrganisationTag {
    static constexpr std::string_view kind = "organisation";
};
using OrganisationId = base::Id<OrganisationTag>;
using base::PersonId;

struct MembershipTag;
using MembershipId = base::Id<MembershipTag>;

// What one stands in an organisation as, in the order of lists on paper. Locale keys people_post_NAME.
enum class Post : std::uint8_t { head, deputy, adviser, secretary, treasurer, committee, coordinator, staff, volunteer, member };
BOOST_DESCRIBE_ENUM(Post, head, deputy, adviser, secretary, treasurer, committee, coordinator, staff, volunteer, member)

// For those that make people on the way: a new account, an import, a demo. Within their transaction; each writes its journal event.
PersonId add_person(db::Tx& tx, std::string_view name);
records::RecordId add_organisation(db::Tx& tx, std::string_view name);

struct NewOrganisation {
    std::string name;
    std::string name_en{};
    OrganisationType type = OrganisationType::other;
    std::optional<base::Sector> sector{};  // what is usual for the type
    base::AreaId area{};
    OrganisationId parent{};
    records::RecordId owner{};  // who entered it and looks after it; none: only itself
};
OrganisationId add_organisation(db::Tx& tx, PersonId actor, const NewOrganisation& organisation);

// By the code that the register of local governments gives, of those that are not deleted.
std::optional<OrganisationId> find_by_code(db::Session& db, std::string_view code);

struct NewMembership {
    PersonId person;
    OrganisationId organisation;
    Post post = Post::member;
    std::string position{};
    records::Role access = records::Role::none;
};
MembershipId add_membership(db::Tx& tx, PersonId actor, const NewMembership& membership);

// For filters and counts by sector: id, type, sector, parent_id of every organisation. View people_v_organisations.

void add_routes(http::Router& router);
// "organisations" and "people", so that tables of them can come in.
void add_subjects(imports::Subjects& subjects);
// "people.follow_terms": gives and takes access on the day when a term begins or ends.
void add_jobs(jobs::Handlers& handlers, db::Database& database);
std::span<const db::Migration> migrations();

}  // namespace people
