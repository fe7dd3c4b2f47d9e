import type { components } from '#api/generated/paths.gen.ts';

type Schemas = components['schemas'];
export type OrganisationCard = Schemas['people.OrganisationCard'];
export type Organisation = Schemas['people.OrganisationReply'];
export type OrganisationForm = Schemas['people.OrganisationForm'];
export type OrganisationType = OrganisationCard['type'];
export type Sector = OrganisationCard['sector'];
export type SectorCount = Schemas['people.SectorCount'];
export type PersonCard = Schemas['people.PersonCard'];
export type Person = Schemas['people.PersonReply'];
export type PersonForm = Schemas['people.PersonForm'];
export type MembershipLine = Schemas['people.MembershipLine'];
export type MembershipForm = Schemas['people.MembershipForm'];
export type Post = MembershipLine['post'];
export type Access = MembershipLine['access'];
