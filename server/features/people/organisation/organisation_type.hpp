#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/sector.hpp"

namespace people {

// What kind of body it is. Locale keys people_type_NAME; offices' own abbreviations are known to type_from_words().
enum class OrganisationType : std::uint8_t {
    // state
    ministry,
    department,
    province_office,
    district_office,
    state_enterprise,
    public_organisation,
    independent_body,
    hospital,
    health_station,
    health_office,
    school,
    learning_encouragement,
    // local government
    provincial_administration,
    city_municipality,
    town_municipality,
    subdistrict_municipality,
    subdistrict_administration,
    special_local_government,
    // academic
    university,
    faculty,
    college,
    research_institute,
    library,
    // private
    company,
    shop,
    chamber_of_commerce,
    // civil society
    foundation,
    association,
    civil_network,
    media,
    // religious
    temple,
    mosque,
    church,
    // people
    community,
    village_committee,
    community_council,
    community_movement,
    community_organisation,
    community_enterprise,
    community_fund,
    cooperative,
    health_volunteers,
    elders_club,
    youth_group,
    womens_group,
    // parts of others
    regional_office,
    division,
    other,
};
BOOST_DESCRIBE_ENUM(OrganisationType, ministry, department, province_office, district_office, state_enterprise, public_organisation,
                    independent_body, hospital, health_station, health_office, school, learning_encouragement, provincial_administration,
                    city_municipality, town_municipality, subdistrict_municipality, subdistrict_administration, special_local_government,
                    university, faculty, college, research_institute, library, company, shop, chamber_of_commerce, foundation, association,
                    civil_network, media, temple, mosque, church, community, village_committee, community_council, community_movement,
                    community_organisation, community_enterprise, community_fund, cooperative, health_volunteers, elders_club, youth_group,
                    womens_group, regional_office, division, other)

// The sector that bodies of this type come from; none for those that go with what they belong to.
std::optional<base::Sector> usual_sector(OrganisationType type);

// From what people write in a table: the type's name in Thai or English, an abbreviation ("อบต.", "รพ.สต."), or the beginning of an
// organisation's own name ("วัดท่าซัก" is a temple).
std::optional<OrganisationType> type_from_words(std::string_view words);
std::optional<OrganisationType> type_from_name(std::string_view organisation_name);
std::optional<base::Sector> sector_from_words(std::string_view words);

}  // namespace people
