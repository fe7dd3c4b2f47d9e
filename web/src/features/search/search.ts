// Asking the server what there is, and keeping the question in the address so that it can be sent on.
import { api, ask } from '#lib/api.ts';
import type { Mark, Proposal, Results } from './types.ts';

/** As it stands in the address. The server knows what it means. */
export type Wanted = { q: string; kind?: string; area?: string; organisation?: number; year?: number };

/** Longer ones would not fit into an address; the server looks for less than this anyway. */
const longestQuestion = 1000;

export function wantedIn(query: URLSearchParams): Wanted {
  const text = (name: string) => query.get(name) || undefined;
  const number = (name: string) => Number(query.get(name)) || undefined;
  const all = { kind: text('kind'), area: text('area'), organisation: number('organisation'), year: number('year') };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return { q: (query.get('q') ?? '').slice(0, longestQuestion), ...given };
}

export function addressOf(wanted: Wanted): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) if (value) query.set(name, String(value));
  return '/search?' + query.toString();
}

export const isNarrowed = ({ kind, area, organisation, year }: Wanted): boolean => Boolean(kind || area || organisation || year);

export const search = (wanted: Wanted, after = 0): Promise<Results> =>
  ask(api.GET('/api/search', { params: { query: { ...wanted, after } } }));

export const suggest = (q: string): Promise<Proposal[]> =>
  q.trim() ? ask(api.GET('/api/suggest', { params: { query: { q: q.slice(0, longestQuestion) } } })) : Promise.resolve([]);

export type Piece = { text: string; marked: boolean };

/** A text in pieces, marked and not. */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const { begin, end } of marks) {
    if (begin > at) out.push({ text: text.slice(at, begin), marked: false });
    out.push({ text: text.slice(begin, end), marked: true });
    at = end;
  }
  if (at < text.length) out.push({ text: text.slice(at), marked: false });
  return out;
}
