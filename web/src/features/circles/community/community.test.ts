import { expect, it } from 'vitest';
import type { KeptDay } from '../types.ts';
import { monthsOf, namesOf } from './community.ts';

const kept = (kind: KeptDay['kind'], first: string, last = first, name = ''): KeptDay => ({ kind, name, name_en: '', first, last });

it('months stand in their order over the turn of the year, holy days on one line', () => {
  const days = [kept('holy', '2026-12-02'), kept('holy', '2026-12-09'), kept('merit', '2027-01-20', '2027-01-20', 'บุญข้าวจี่')];
  const months = monthsOf({ from: '2026-11-22', to: '2027-01-31', calendar: { days } });
  expect(months.map(({ month, holy, days }) => [month, holy, days.length])).toEqual([
    ['2026-11-01', '', 0],
    ['2026-12-01', '2, 9', 0],
    ['2027-01-01', '', 1],
  ]);
});

it('a span that began before stands in the first month that is shown', () => {
  const months = monthsOf({ from: '2026-12-05', to: '2026-12-31', calendar: { days: [kept('season', '2026-11-20', '2026-12-10')] } });
  expect(months[0]!.days).toHaveLength(1);
});

it('what is met is named once, by its name or its kind', () => {
  expect(namesOf([kept('holy', '2026-12-02'), kept('merit', '2026-12-02', '2026-12-02', 'สลากภัต')])).toBe('วันพระ · สลากภัต');
});
