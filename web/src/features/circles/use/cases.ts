// Several uses of one method in a session, as columns under the same headings.
import type { Case } from '#features/knowledge/compare/compare.ts';
import type { Use } from '../types.ts';
import { answersAt } from './uses.ts';

const caseOf = (use: Use): Case => ({
  title: use.label,
  texts: use.content.fields.map((field, place) => ({
    heading: field.label,
    text: answersAt(use, 'field', place)
      .map(({ body }) => body)
      .join('\n'),
  })),
});

/** Two or more of the same method, by its name; four stand side by side at most. */
export function casesIn(uses: Use[]): { title: string; cases: Case[] }[] {
  const byMethod = Map.groupBy(uses, ({ method }) => method);
  return [...byMethod.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({ title: same[0]!.content.title, cases: same.slice(0, 4).map(caseOf) }));
}
