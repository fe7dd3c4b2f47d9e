// The organisation that answers for what is written about a place.
export { findOrganisations as findOwners } from '#features/people/people.ts';

export type Owner = { id: number; title: string };
