// Years travel in the common era; people write and read the year of their language.
import { thai } from './say/language.svelte.ts';

const buddhist = 543;

/** 2564 and 2021 are one year. A year that cannot be CE is พ.ศ. in either language. */
export function yearFrom(text: string): number {
  const year = Number(text);
  return year > 2300 ? year - buddhist : year;
}
export const yearTo = (year: number): string => String(thai() ? year + buddhist : year);
