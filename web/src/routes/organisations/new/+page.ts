import { getOrganisation } from '#features/people/people.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const parent = url.searchParams.get('parent');
  if (!parent) return { parent: undefined };
  const { record } = await orErrorPage(getOrganisation(parent));
  return { parent: { id: record.id, title: record.title } };
}
