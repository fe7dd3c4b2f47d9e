// A figure in words: with the decimals that its indicator shows, and what is counted.
import * as say from '#say';
import { unitOf } from './labels.ts';
import type { Traits } from './types.ts';

const fixed = (value: number, decimals: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

export function amount(value: number, traits: Traits): string {
  const number = fixed(value, traits.decimals);
  if (traits.calculation === 'score') return say.goals_points({ number });
  if (traits.calculation === 'plain') return `${number} ${unitOf(traits)}`;
  return traits.factor === 100 ? say.goals_percent({ number }) : number;
}

export type Aim = { from: number; to?: number | undefined };

/** What a line is drawn at: one value, or both ends of a band. */
export const endsOf = (aim: Aim | undefined): number[] => [aim?.from, aim?.to].filter((end) => end != null);

/** "ร้อยละ 80.0"; of a band "18.5 จุด–22.9 จุด" */
export const aimInWords = (aim: Aim | undefined, traits: Traits): string =>
  endsOf(aim)
    .map((end) => amount(end, traits))
    .join('–');

/** The number alone, for tables whose rows say what is counted. */
export const plain = (value: number, traits: Traits): string => fixed(value, traits.decimals);
