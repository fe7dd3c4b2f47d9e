// What is said of an indicator, as rows of a name and a text; what nobody has said is left out.
import * as say from '#say';
import { number } from '#lib/format.ts';
import { counters, directions, facts, factors, frequencies, overAreas, overTime, unitOf } from '../labels.ts';
import type { Definition, ShownIndicator } from '../types.ts';

export type Row = [name: string, text: string];
type Maybe = [name: string, text: string | undefined | null];

const said = (rows: Maybe[]): Row[] => rows.filter((row): row is Row => Boolean(row[1]));

type Measured = Pick<ShownIndicator, 'definition' | 'traits' | 'counter'>;

function target({ definition, traits }: Omit<Measured, 'counter'>): string {
  const ends = [definition.target, definition.target_to].filter((end) => end != null).map(number);
  const isPercent = traits.calculation === 'ratio' && traits.factor === 100;
  return ends.length && isPercent ? say.goals_percent({ number: ends.join('–') }) : ends.join('–');
}

export const whyRows = ({ definition, traits }: Measured): Row[] =>
  said([
    [facts.reason(), definition.reason],
    [facts.goal(), definition.goal],
    [facts.looked_at_by(), definition.looked_at_by],
    [facts.looked_at_on(), definition.looked_at_on],
    [facts.frequency(), definition.frequency && frequencies[definition.frequency]()],
    [facts.target(), target({ definition, traits })],
  ]);

export const countingRows = ({ definition, traits, counter }: Measured): Row[] =>
  said([
    [facts.applies_to(), definition.applies_to],
    [say.goals_unit(), unitOf(traits)],
    [facts.rule(), definition.rule],
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

export const byWhomRows = (definition: Definition): Row[] =>
  said([
    [facts.verification(), definition.verification],
    [facts.assessor(), definition.assessor],
    [facts.source(), definition.source],
    [facts.keeper(), definition.keeper],
  ]);
