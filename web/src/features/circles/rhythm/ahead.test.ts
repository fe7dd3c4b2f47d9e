import { expect, it } from 'vitest';
import type { LaidOut, MonthOfCircle } from '../types.ts';
import { byMonth, lastYear, spansAhead } from './ahead.ts';

it('plans ahead the rest of this quarter, the two after it, and the rest of the fiscal year', () =>
  expect(spansAhead(10, '2026-11-21')).toEqual([
    { from: '2026-11-21', to: '2026-12-31', year: 2570, quarter: 1 },
    { from: '2027-01-01', to: '2027-03-31', year: 2570, quarter: 2 },
    { from: '2027-04-01', to: '2027-06-30', year: 2570, quarter: 3 },
    { from: '2026-11-21', to: '2027-09-30', year: 2570 },
  ]));

it('goes from the last quarter of a year into the next', () =>
  expect(spansAhead(10, '2026-09-30')[1]).toEqual({ from: '2026-10-01', to: '2026-12-31', year: 2570, quarter: 1 }));

it('a day that was put off stands in the month in which it meets now', () => {
  const day = (due: string, on?: string): LaidOut =>
    ({ due, ...(on ? { on } : {}), became: 'kept', holiday: '', holiday_en: '', reason: '' }) as LaidOut;
  const months = byMonth([day('2026-11-25', '2026-12-03'), day('2026-11-18', '2026-11-18'), day('2026-12-02')]);
  expect(months.map(({ month, days }) => [month, days.map(({ due }) => due)])).toEqual([
    ['2026-11', ['2026-11-18']],
    ['2026-12', ['2026-12-02', '2026-11-25']],
  ]);
});

it('the target of a year is not told where a month of it has none', () => {
  const months = Array.from({ length: 24 }, (_, i): MonthOfCircle => ({ first: `${i}`, held: 2, ...(i > 12 ? { due: 4 } : {}) }));
  expect(lastYear(months)).toEqual({ held: 24, due: undefined });
  expect(lastYear(months.map((month) => ({ ...month, due: 4 })))).toEqual({ held: 24, due: 48 });
});
