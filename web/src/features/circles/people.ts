// Who could have come, who organises and where: found while a name is being typed.
import { api, ask } from '#lib/api.ts';

export type Known = { id: number; name: string; detail: string };

export async function findPeople(text: string): Promise<Known[]> {
  if (text.length < 2) return [];
  const people = await ask(api.GET('/api/people', { params: { query: { q: text, limit: 8 } } }));
  return people.items.map((person) => ({ id: person.id, name: person.name, detail: person.organisation ?? '' }));
}

export async function findOrganisations(text: string): Promise<{ id: number; title: string }[]> {
  const { items } = await ask(api.GET('/api/records', { params: { query: { kind: 'organisation', order: 'title', limit: 100 } } }));
  return items.filter(({ title }) => title.includes(text)).slice(0, 8);
}

export async function findAreas(text: string): Promise<{ id: number; title: string; path?: string }[]> {
  return text.length < 2 ? [] : ask(api.GET('/api/areas/suggest', { params: { query: { text } } }));
}
