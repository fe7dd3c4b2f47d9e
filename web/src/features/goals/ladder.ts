// The rungs of a ladder from above: the farthest target first, then down to where it began, with where we are between them.
import * as say from '#say';
import { number } from '#lib/format.ts';
import { amount } from './amount.ts';
import type { Ladder, LatestFigure, ShownMark } from './goal/types.ts';

type Figure = LatestFigure['figure'];
type Direction = Ladder['traits']['direction'];

export type Rung = {
  kind: 'target' | 'now' | 'baseline';
  value: string;
  period: string;
  /** The newest number is there, or beyond. */
  met: boolean;
  /** How far it is to the rung below, of the whole ladder. */
  gap: number;
};

/** What a rung stands for. */
export const rungNames = { target: say.goals_rung_target, now: say.goals_rung_now, baseline: say.goals_rung_baseline };

/** "รายงาน 3 จาก 9"; never "all" unless all have. Where nobody below was to report, the place said it itself. */
export function reportedOf({ reported, expected, entered }: Figure): string {
  if (!reported && entered) return say.goals_reported_itself();
  return expected == null
    ? say.goals_reported({ reported: number(reported) })
    : say.goals_reported_of({ reported: number(reported), expected: number(expected) });
}

/** Of what Lomwong counts, different people and organisations: the same come again, so that two times or two areas do not add up. */
export const isApart = ({ over_time }: Ladder['traits']): boolean => over_time === 'none';

const inWords = (mark: ShownMark, traits: Ladder['traits']): string =>
  mark.value_to == null ? amount(mark.value, traits) : `${amount(mark.value, traits)} – ${amount(mark.value_to, traits)}`;

/** How much is missing to a target; 0 where it is met. */
export function missing(direction: Direction, target: ShownMark, value: number): number {
  const below = direction === 'down' ? 0 : target.value - value;
  const above = direction === 'up' ? 0 : value - (target.value_to ?? target.value);
  return Math.max(below, above, 0);
}

type Placed = Omit<Rung, 'gap'> & { missing: number };

/** Without a target there is nothing to climb to. */
export function rungsOf({ traits, baseline, targets, latest }: Ladder): Rung[] {
  const goal = targets.at(-1);
  if (!goal) return [];
  const now = latest?.figure.value;
  const away = (value: number) => missing(traits.direction, goal, value);
  const placed: Placed[] = targets.toReversed().map((mark) => ({
    kind: 'target',
    value: inWords(mark, traits),
    period: mark.period_title,
    met: now != null && missing(traits.direction, mark, now) === 0,
    missing: away(traits.direction === 'down' ? (mark.value_to ?? mark.value) : mark.value),
  }));
  if (baseline)
    placed.push({
      kind: 'baseline',
      value: amount(baseline.value, traits),
      period: baseline.period_title,
      met: false,
      missing: away(baseline.value),
    });
  if (latest && now != null) {
    const here: Placed = { kind: 'now', value: amount(now, traits), period: latest.period_title, met: false, missing: away(now) };
    const below = placed.findIndex((rung) => rung.missing >= here.missing);
    placed.splice(below < 0 ? placed.length : below, 0, here);
  }
  const most = Math.max(...placed.map((rung) => rung.missing)) || 1;
  return placed.map(({ missing: left, ...rung }, i) => ({ ...rung, gap: Math.abs((placed[i + 1]?.missing ?? left) - left) / most }));
}
