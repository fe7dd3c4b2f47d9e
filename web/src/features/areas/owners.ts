// The organisation that answers for what is written about a place.
import { api, ask } from '#lib/api.ts';

export type Owner = { id: number; title: string };

export async function findOwners(text: string): Promise<Owner[]> {
  const { items } = await ask(api.GET('/api/records', { params: { query: { kind: 'organisation', order: 'title', limit: 100 } } }));
  return items.filter(({ title }) => title.includes(text)).slice(0, 8);
}
