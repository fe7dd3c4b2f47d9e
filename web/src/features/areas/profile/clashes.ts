// Where a profile as it is typed here and as it was saved meanwhile differ. A table is compared row by row, a row being one line.
import * as say from '#say';
import type { Typed } from './form.ts';

export type Clash = { name: keyof Tables | 'history'; label: string; mine: string; theirs: string };
type Tables = Omit<Typed, 'owner' | 'history'>;

const tables: { name: keyof Tables; label: () => string }[] = [
  { name: 'population', label: say.areas_population },
  { name: 'actors', label: say.areas_actors },
  { name: 'issues', label: say.areas_issues },
  { name: 'sources', label: say.areas_sources },
];

const lineOf = (row: object): string => Object.values(row).filter(Boolean).join(' · ');
const linesOf = (rows: object[]): string => rows.map(lineOf).filter(Boolean).join('\n');

export function clashesOf(mine: Typed, theirs: Typed): Clash[] {
  const texts: Clash[] = [
    { name: 'history', label: say.areas_history(), mine: mine.history, theirs: theirs.history },
    ...tables.map(({ name, label }) => ({ name, label: label(), mine: linesOf(mine[name]), theirs: linesOf(theirs[name]) })),
  ];
  return texts.filter((text) => text.mine !== text.theirs);
}

/** Of two rows that say the same one is kept. */
export function resolved(mine: Typed, theirs: Typed, texts: Partial<Record<Clash['name'], string>>): Typed {
  const form = { ...mine, history: texts.history ?? mine.history };
  for (const { name } of tables) {
    const lines = texts[name]?.split('\n').filter(Boolean);
    if (lines) Object.assign(form, { [name]: rowsFrom([...theirs[name], ...mine[name]], lines) });
  }
  return form;
}

function rowsFrom(rows: object[], lines: string[]): object[] {
  const known = new Map(rows.map((row) => [lineOf(row), row]));
  return [...new Set(lines)].flatMap((line) => known.get(line) ?? []);
}
