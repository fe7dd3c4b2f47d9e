import { getOrganisation } from '#features/people/people.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const number = url.searchParams.get('organisation');
  if (!number) return { by: undefined };
  const { record } = await orErrorPage(getOrganisation(number));
  return { by: { id: record.id, title: record.title } };
}
