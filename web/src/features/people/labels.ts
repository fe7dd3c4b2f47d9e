// The words for every value that the server knows; the compiler sees that none is missing.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { Access, OrganisationType, Post, Sector } from './types.ts';

export const types: Words<OrganisationType> = {
  ministry: say.people_type_ministry,
  department: say.people_type_department,
  province_office: say.people_type_province_office,
  district_office: say.people_type_district_office,
  state_enterprise: say.people_type_state_enterprise,
  public_organisation: say.people_type_public_organisation,
  independent_body: say.people_type_independent_body,
  hospital: say.people_type_hospital,
  health_station: say.people_type_health_station,
  health_office: say.people_type_health_office,
  school: say.people_type_school,
  learning_encouragement: say.people_type_learning_encouragement,
  provincial_administration: say.people_type_provincial_administration,
  city_municipality: say.people_type_city_municipality,
  town_municipality: say.people_type_town_municipality,
  subdistrict_municipality: say.people_type_subdistrict_municipality,
  subdistrict_administration: say.people_type_subdistrict_administration,
  special_local_government: say.people_type_special_local_government,
  university: say.people_type_university,
  faculty: say.people_type_faculty,
  college: say.people_type_college,
  research_institute: say.people_type_research_institute,
  library: say.people_type_library,
  company: say.people_type_company,
  shop: say.people_type_shop,
  chamber_of_commerce: say.people_type_chamber_of_commerce,
  foundation: say.people_type_foundation,
  association: say.people_type_association,
  civil_network: say.people_type_civil_network,
  media: say.people_type_media,
  temple: say.people_type_temple,
  mosque: say.people_type_mosque,
  church: say.people_type_church,
  community: say.people_type_community,
  village_committee: say.people_type_village_committee,
  community_council: say.people_type_community_council,
  community_movement: say.people_type_community_movement,
  community_organisation: say.people_type_community_organisation,
  community_enterprise: say.people_type_community_enterprise,
  community_fund: say.people_type_community_fund,
  cooperative: say.people_type_cooperative,
  health_volunteers: say.people_type_health_volunteers,
  elders_club: say.people_type_elders_club,
  youth_group: say.people_type_youth_group,
  womens_group: say.people_type_womens_group,
  regional_office: say.people_type_regional_office,
  division: say.people_type_division,
  other: say.people_type_other,
};

export const sectors: Words<Sector> = {
  state: say.people_sector_state,
  local_government: say.people_sector_local_government,
  academic: say.people_sector_academic,
  private: say.people_sector_private,
  civil_society: say.people_sector_civil_society,
  religious: say.people_sector_religious,
  people: say.people_sector_people,
};

export const posts: Words<Post> = {
  head: say.people_post_head,
  deputy: say.people_post_deputy,
  adviser: say.people_post_adviser,
  secretary: say.people_post_secretary,
  treasurer: say.people_post_treasurer,
  committee: say.people_post_committee,
  coordinator: say.people_post_coordinator,
  staff: say.people_post_staff,
  volunteer: say.people_post_volunteer,
  member: say.people_post_member,
};

/** What a person may do for an organisation. */
export const accesses: Words<Access> = {
  none: say.people_access_none,
  member: say.people_access_member,
  contributor: say.people_access_contributor,
  editor: say.people_access_editor,
  steward: say.people_access_steward,
};

export { options } from '#lib/words.ts';
