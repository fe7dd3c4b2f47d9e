import { getOrganisation } from '#features/people/people.ts';
import { api, ask } from '#lib/api.ts';
import { orErrorPage } from '#lib/load.ts';

const few = 12;

export async function load({ params }) {
  const page = await orErrorPage(getOrganisation(params.organisation));
  const query = { owner: page.record.id, limit: few };
  const { items } = await orErrorPage(ask(api.GET('/api/records', { params: { query } })));
  return { page, works: items.filter(({ kind }) => kind !== 'person' && kind !== 'organisation') };
}
