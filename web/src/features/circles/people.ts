// Who could have come, and who organises: found while a name is being typed.
import { api, ask } from '#lib/api.ts';
import type { Card } from '#features/records/types.ts';

export type Known = { id: number; name: string; detail: string };

async function named(kind: 'person' | 'organisation', text: string): Promise<Card[]> {
  const { items } = await ask(api.GET('/api/records', { params: { query: { kind, order: 'title', limit: 100 } } }));
  return items.filter(({ title }) => title.includes(text)).slice(0, 8);
}

export async function findPeople(text: string): Promise<Known[]> {
  if (text.length < 2) return [];
  return (await named('person', text)).map(({ id, title, owner_title }) => ({ id, name: title, detail: owner_title }));
}

export const findOrganisations = (text: string): Promise<{ id: number; title: string }[]> => named('organisation', text);
