// What is said of an indicator, as rows of a name and a text; what nobody has said is left out.
import * as say from '#say';
import { number } from '#lib/format.ts';
import { thai } from '#lib/say/language.svelte.ts';
import { unitOf } from '../labels.ts';
import { counterRules, counters, directions, facts, factors, frequencies, overAreas, overTime } from './labels.ts';
import type { ShownIndicator } from '../types.ts';

export type Row = [name: string, text: string];
type Maybe = [name: string, text: string | undefined | null];

const said = (rows: Maybe[]): Row[] => rows.filter((row): row is Row => Boolean(row[1]));

type Measured = Pick<ShownIndicator, 'definition' | 'traits' | 'counter'>;

function target({ definition, traits }: Omit<Measured, 'counter'>): string {
  const ends = [definition.target, definition.target_to].filter((end) => end != null).map(number);
  const isPercent = traits.calculation === 'ratio' && traits.factor === 100;
  return ends.length && isPercent ? say.goals_percent({ number: ends.join('–') }) : ends.join('–');
}

/** How Lomwong counts can be told in English too, where people have written it in Thai alone. */
const told = (text: string | null | undefined, { counter }: Measured, english: () => string): string | null | undefined =>
  counter && text && !thai() && /\p{Script=Thai}/u.test(text) ? english() : text;

export const whyRows = ({ definition, traits }: Measured): Row[] =>
  said([
    [facts.reason(), definition.reason],
    [facts.goal(), definition.goal],
    [facts.looked_at_by(), definition.looked_at_by],
    [facts.looked_at_on(), definition.looked_at_on],
    [facts.frequency(), definition.frequency && frequencies[definition.frequency]()],
    [facts.target(), target({ definition, traits })],
  ]);

export const countingRows = (measured: Measured): Row[] => {
  const { definition, traits, counter } = measured;
  return said([
    [facts.applies_to(), definition.applies_to],
    [say.goals_unit(), unitOf(traits)],
    [facts.rule(), told(definition.rule, measured, () => counterRules[counter!]())],
    [facts.window(), definition.window],
    [facts.threshold(), definition.threshold],
    [facts.numerator(), definition.numerator],
    [facts.denominator(), definition.denominator],
    [say.goals_factor(), traits.calculation === 'ratio' ? factors[String(traits.factor) as keyof typeof factors]?.() : ''],
    [say.goals_direction(), directions[traits.direction]()],
    [facts.groups(), definition.groups?.join(' / ')],
    [say.goals_counter(), counter && counters[counter]()],
    [say.goals_formula(), definition.formula],
    [say.goals_composite(), definition.composite?.members.map(({ indicator, weight }) => `${indicator} × ${weight}`).join(', ')],
    [facts.delicate(), definition.delicate ? say.goals_delicate_yes() : ''],
    [say.goals_over_areas(), traits.calculation === 'plain' ? overAreas[traits.over_areas]() : say.goals_over_fraction()],
    [say.goals_over_time(), overTime[traits.over_time]()],
  ]);
};

export const byWhomRows = (measured: Measured): Row[] => {
  const { definition } = measured;
  return said([
    [facts.verification(), told(definition.verification, measured, say.goals_counter_verification)],
    [facts.assessor(), told(definition.assessor, measured, say.goals_counted_source)],
    [facts.source(), told(definition.source, measured, say.goals_counter)],
    [facts.keeper(), definition.keeper],
  ]);
};
