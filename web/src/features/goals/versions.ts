// What differs between one version and the one before it, in words.
import * as say from '#say';
import { facts, frequencies, type Fact } from './indicator/labels.ts';
import type { Definition, SetContent } from './types.ts';

export type Changed = { name: string; before: string; after: string };

function textOf(definition: Definition, fact: Fact): string {
  const said = definition[fact];
  if (said == null) return '';
  if (fact === 'delicate') return said ? say.goals_delicate_yes() : '';
  if (fact === 'frequency') return frequencies[definition.frequency!]();
  return Array.isArray(said) ? said.join('\n') : String(said);
}

const differing = (rows: Changed[]): Changed[] => rows.filter(({ before, after }) => before !== after);

export const changedInDefinition = (before: Definition, after: Definition): Changed[] =>
  differing(
    (Object.keys(facts) as Fact[]).map((fact) => ({ name: facts[fact](), before: textOf(before, fact), after: textOf(after, fact) })),
  );

const groupsOf = ({ groups }: SetContent): string =>
  groups
    .map(({ name, items }, i) =>
      [name || say.goals_group_unnamed({ place: i + 1 }), ...items.map((item) => `– ${item.name || item.code}`)].join('\n'),
    )
    .join('\n');

export const changedInSet = (before: SetContent, after: SetContent): Changed[] =>
  differing([
    { name: say.goals_set_title(), before: before.title, after: after.title },
    { name: say.goals_set_purpose(), before: before.purpose ?? '', after: after.purpose ?? '' },
    { name: say.goals_set_groups(), before: groupsOf(before), after: groupsOf(after) },
  ]);
