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

/** The number alone, for tables whose rows say what is counted. */
export const plain = (value: number, traits: Traits): string => fixed(value, traits.decimals);
