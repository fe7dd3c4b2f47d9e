// Organisations and people as pages ask for them.
import { api, ask } from '#lib/api.ts';
import type { Organisation, OrganisationCard, OrganisationType, Person, PersonCard, Sector, SectorCount } from './types.ts';

export type OrganisationsWanted = { text?: string; type?: OrganisationType; sector?: Sector; area?: number; after?: number };
export type PeopleWanted = { text?: string; organisation?: number; after?: number };
type Page<Card> = { items: Card[]; next?: string };

export const listOrganisations = (query: OrganisationsWanted, limit = 40): Promise<Page<OrganisationCard>> =>
  ask(api.GET('/api/organisations', { params: { query: { ...query, limit } } }));

export const countSectors = (): Promise<SectorCount[]> => ask(api.GET('/api/sectors', { params: { query: {} } }));

export const getOrganisation = (organisation: string): Promise<Organisation> =>
  ask(api.GET('/api/organisations/{organisation}', { params: { path: { organisation } } }));

export const listPeople = (query: PeopleWanted, limit = 40): Promise<Page<PersonCard>> =>
  ask(api.GET('/api/people', { params: { query: { ...query, limit } } }));

export const getPerson = (person: string): Promise<Person> => ask(api.GET('/api/people/{person}', { params: { path: { person } } }));

/** While a name is being typed: any of its names, in Thai or English, short or official. */
export const findOrganisations = async (text: string): Promise<OrganisationCard[]> => (await listOrganisations({ text }, 8)).items;
export const findPeople = async (text: string): Promise<PersonCard[]> => (text ? (await listPeople({ text }, 8)).items : []);

export { titleOf } from '#features/records/title.ts';
