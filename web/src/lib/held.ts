// What a write that waits holds: shown to its person, and given to them as files of their own.
import { longDate } from './format.ts';
import type { Waiting } from './store.ts';

export type Held = { texts: string[]; files: { name: string; blob: Blob }[] };

type Leaf = { field: string; value: string };

function leavesOf(value: unknown, field = ''): Leaf[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [{ field, value: String(value) }];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, field ? `${field}.${name}` : name));
}

const leaves = ({ body }: Waiting): Leaf[] => (typeof body === 'string' ? leavesOf(JSON.parse(body)) : []);

/** A name of the program's own, not words of somebody. */
const isCode = (value: string) => /^[a-z_]+$/.test(value) || /^\d{4}-\d\d-\d\dT/.test(value);

export function heldBy(one: Waiting): Held {
  const parts = typeof one.body === 'string' ? [] : one.body;
  const files = parts.flatMap(({ name, value, filename }) => (typeof value === 'string' ? [] : [{ name: filename ?? name, blob: value }]));
  return { texts: leaves(one).flatMap(({ value }) => (isCode(value) ? [] : [value])), files };
}

/** All that it holds, with the names of the fields: what somebody can type in anew from. */
export function copyOf(one: Waiting): Held['files'] {
  const { files } = heldBy(one);
  const lines = leaves(one).map(({ field, value }) => `${field}: ${value}`);
  if (!lines.length) return files;
  const text = [one.title, longDate(new Date(one.at).toISOString()), '', ...lines, ''].join('\r\n');
  const name = one.title.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 60) + '.txt';
  return [{ name, blob: new Blob(['\ufeff' + text], { type: 'text/plain' }) }, ...files];
}
