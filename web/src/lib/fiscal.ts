// The fiscal year: twelve months from the month with which it begins here (`begins`, October in offices), named by the year in which it
// ends. Years count พ.ศ., as the server counts them.
import { daysFrom } from './format.ts';
import { thai } from './say/language.svelte.ts';

const parts = (date: string) => date.split('-').map(Number) as [year: number, month: number];
const firstOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;

export function fiscalYear(date: string, begins: number): number {
  const [year, month] = parts(date);
  return year + 543 + (begins > 1 && month >= begins ? 1 : 0);
}

export const fiscalQuarter = (date: string, begins: number): number => Math.floor(((parts(date)[1] + 12 - begins) % 12) / 3) + 1;

/** Its twelve months in their order, each by its first day. */
export function fiscalMonths(year: number, begins: number): string[] {
  const first = year - 543 - (begins > 1 ? 1 : 0);
  return Array.from({ length: 12 }, (_, i) => begins + i).map((month) =>
    month > 12 ? firstOf(first + 1, month - 12) : firstOf(first, month),
  );
}

export const fiscalDays = (year: number, begins: number): { from: string; to: string } => ({
  from: fiscalMonths(year, begins)[0]!,
  to: daysFrom(fiscalMonths(year + 1, begins)[0]!, -1),
});

export const shownYear = (year: number): string => String(thai() ? year : year - 543);
