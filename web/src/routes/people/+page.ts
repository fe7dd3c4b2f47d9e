import { listPeople, type PeopleWanted } from '#features/people/people.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const text = url.searchParams.get('text');
  const wanted: PeopleWanted = text ? { text } : {};
  return { wanted, first: await orErrorPage(listPeople(wanted)) };
}
