#pragma once

#include <vector>

#include "base/json/json.hpp"
#include "http/viewer.hpp"
#include "people/organisation/organisation.hpp"

namespace people {

// With its envelope and its journal event. `owner` is who entered it and looks after it; none: only itself.
records::Envelope make_organisation(db::Tx& tx, PersonId actor, const OrganisationForm& form, records::RecordId owner);
records::Envelope change_organisation(db::Tx& tx, PersonId actor, const records::Envelope& record, const OrganisationForm& form);
Organisation get_organisation(db::Session& db, OrganisationId id);

// An organisation as lists show it.
struct OrganisationCard {
    records::RecordId id;
    std::int64_t number{};
    std::string title;
    std::string title_en;
    std::string address;
    base::AreaId area_id;
    OrganisationType type{};
    base::Sector sector{};
    std::string short_name;
    std::string parent_title;  // empty where it belongs to none, or to one that is not public
    std::string parent_title_en;
};
BOOST_DESCRIBE_STRUCT(OrganisationCard, (),
                      (id, number, title, title_en, address, area_id, type, sector, short_name, parent_title, parent_title_en))

struct OrganisationsWanted {
    std::optional<base::Text<0, 200>> text{};
    std::optional<OrganisationType> type{};
    std::optional<base::Sector> sector{};
    std::optional<base::AreaId> area{};  // with everything under it
    std::optional<OrganisationId> parent{};
    std::optional<records::RecordId> after{};
    std::optional<base::Whole<1, 100>> limit{};
};
BOOST_DESCRIBE_STRUCT(OrganisationsWanted, (), (text, type, sector, area, parent, after, limit))

// In Thai order; one more than wanted, if there is more.
std::vector<OrganisationCard> list_organisations(db::Session& db, const http::Viewer& viewer, const OrganisationsWanted& wanted);

struct SectorCount {
    base::Sector sector{};
    std::int64_t organisations{};
};
BOOST_DESCRIBE_STRUCT(SectorCount, (), (sector, organisations))
std::vector<SectorCount> count_sectors(db::Session& db, const http::Viewer& viewer, base::AreaId area);

// Whether `id` is `ancestor` or lies inside it: an organisation may not lie inside itself.
bool lies_inside(db::Session& db, OrganisationId id, OrganisationId ancestor);

// What an import compares with, and an export writes: all that the viewer may read.
struct StandingOrganisation : Organisation {
    OrganisationId id;
    std::int64_t version{};
    std::string title;
    std::string title_en;
    base::AreaId area_id;
    std::string parent_title;
};
BOOST_DESCRIBE_STRUCT(StandingOrganisation, (Organisation), (id, version, title, title_en, area_id, parent_title))
std::vector<StandingOrganisation> list_standing_organisations(db::Session& db, const http::Viewer& viewer);
// The next `limit` of these, in Thai order; `after` 0: the first.
std::vector<StandingOrganisation> list_standing_organisations_after(db::Session& db, const http::Viewer& viewer, OrganisationId after,
                                                                    int limit);

}  // namespace people
