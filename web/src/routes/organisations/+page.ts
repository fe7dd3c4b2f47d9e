import { countSectors, listOrganisations, type OrganisationsWanted } from '#features/people/people.ts';
import { orErrorPage } from '#lib/load.ts';

const narrowing = new Set(['text', 'type', 'sector']);

export async function load({ url }) {
  const wanted = Object.fromEntries([...url.searchParams].filter(([name]) => narrowing.has(name))) as OrganisationsWanted;
  const [first, sectors] = await orErrorPage(Promise.all([listOrganisations(wanted), countSectors()]));
  return { wanted, first, sectors };
}
