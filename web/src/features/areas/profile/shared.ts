// What two people may have written differently in a profile. A table is compared row by row, a row being one line.
import * as say from '#say';
import { texts, type Field } from '#lib/meeting.ts';
import type { Typed } from './form.ts';

type Table = 'population' | 'actors' | 'issues' | 'sources';

const lineOf = (row: object): string => Object.values(row).filter(Boolean).join(' · ');
const linesOf = (rows: object[]): string => rows.map(lineOf).filter(Boolean).join('\n');

/** Of two rows that say the same one is kept. */
const table = (name: Table, label: () => string): Field<Typed> => ({
  name,
  label,
  of: (form) => linesOf(form[name]),
  put: (form, chosen, theirs) => ({ ...form, [name]: rowsFrom([...theirs[name], ...form[name]], chosen.split('\n')) }),
});

function rowsFrom(rows: object[], lines: string[]): object[] {
  const known = new Map(rows.map((row) => [lineOf(row), row]));
  return [...new Set(lines.filter(Boolean))].flatMap((line) => known.get(line) ?? []);
}

export const shared: Field<Typed>[] = [
  ...texts<Typed>({ history: say.areas_history }),
  table('population', say.areas_population),
  table('actors', say.areas_actors),
  table('issues', say.areas_issues),
  table('sources', say.areas_sources),
];
