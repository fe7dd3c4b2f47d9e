// Knowledge as pages ask for it.
import { api, ask, ifMatch } from '#lib/api.ts';
import { upload } from '#lib/send-files.ts';
import type { Content, Imported, Item, ItemCard, Kind, Proposal, Reading, Series, TagCount, Visibility } from './types.ts';

export type Wanted = { kind?: Kind; tag?: string; state?: 'draft' | 'review'; after?: number };

export const listItems = (query: Wanted): Promise<{ items: ItemCard[]; next?: string }> =>
  ask(api.GET('/api/knowledge', { params: { query } }));

export const listTags = (): Promise<TagCount[]> => ask(api.GET('/api/knowledge/tags'));

export const getItem = (item: string): Promise<Item> => ask(api.GET('/api/knowledge/{item}', { params: { path: { item } } }));

export const getSeries = (series: string): Promise<Series> => ask(api.GET('/api/series/{series}', { params: { path: { series } } }));

export const changeItem = (number: number, version: number, body: Content): Promise<Item> =>
  ask(api.PUT('/api/knowledge/{item}', { params: { path: { item: String(number) }, header: ifMatch(version) }, body }));

/** What dragged-in documents would become; nothing is kept yet. */
export const readDocuments = (files: readonly Blob[]): Promise<Reading> => upload('/api/knowledge/readings', files);

type Kept = Pick<Proposal, 'name' | 'hash' | 'content'>;
export type ImportWish = { owner: number; visibility: Visibility; publish: boolean };

export const importDocuments = ({ owner, visibility, publish }: ImportWish, items: Kept[]): Promise<Imported[]> =>
  ask(api.POST('/api/knowledge/imports', { body: { owner, publish, audience: { visibility, partners: [], persons: [] }, items } }));

/** The credit line, with an address that leads here from paper and from elsewhere. */
export const reuseOf = ({ record, reuse }: Item): string => reuse.replace(record.address, new URL(record.address, location.origin).href);

/** Said after some seconds of reading, or when an item is passed on; whether it counts, the server decides. */
export function count(number: number, act: 'reads' | 'shares'): void {
  void fetch(`/api/knowledge/${number}/${act}`, { method: 'POST', keepalive: true }).catch(() => undefined);
}

export { findOrganisations } from '#features/people/people.ts';

export async function findAreas(text: string): Promise<{ id: number; title: string; path?: string }[]> {
  return text.length < 2 ? [] : ask(api.GET('/api/areas', { params: { query: { text } } }));
}

export async function findSeries(owner: number, text: string): Promise<{ number: number; title: string }[]> {
  const { items } = await ask(api.GET('/api/records', { params: { query: { kind: 'series', owner, limit: 100 } } }));
  return items.filter(({ title }) => title.includes(text)).slice(0, 8);
}
