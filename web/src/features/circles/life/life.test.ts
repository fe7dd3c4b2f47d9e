import { expect, it } from 'vitest';
import type { LifeSession, OfficeLine, Sector } from '../types.ts';
import { byOffice, byRung, bySector, periodsOf, placeIn } from './life.ts';

const session = (date: string, more: Partial<LifeSession> = {}): LifeSession => ({ date, rungs: [], sectors: [], ...more }) as LifeSession;
const names = { state: () => 'รัฐ', people: () => 'ประชาชน' } as Record<Sector, () => string>;

it('counts in quarters, also those in which nothing was held', () => {
  const periods = periodsOf(['2026-02-04', '2026-11-18']);
  expect(periods.map(({ first }) => first)).toEqual(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']);
  expect(placeIn(periods, '2026-09-30')).toBe(2);
  expect(placeIn(periods, '2026-10')).toBe(3);
  expect(periodsOf([])).toEqual([]);
});

it('counts in years where a circle is older than four of them', () => expect(periodsOf(['2009-08-23', '2026-11-18'])).toHaveLength(18));

it('keeps apart what reached a rung and what nobody has said', () => {
  const [first, second] = byRung([
    session('2026-08-01', { rung: 'empower' }),
    session('2026-08-08'),
    session('2026-11-18', { rung: 'inform' }),
  ]);
  expect(first).toMatchObject({ all: 2, unsaid: 1, counts: { empower: 1, inform: 0 } });
  expect(second).toMatchObject({ all: 1, unsaid: 0, counts: { inform: 1 } });
});

it('never makes a zero of what nobody counted', () => {
  const lines = bySector([session('2026-08-01', { sectors: [{ sector: 'people', people: 12 }] }), session('2026-11-18')], names);
  expect(lines).toEqual([{ name: 'ประชาชน', values: [12, undefined], all: 12 }]);
});

it('sums an office over the months of each period', () => {
  const months = [
    { month: '2026-10', people: 4 },
    { month: '2026-11', people: 3 },
  ];
  const [office] = byOffice([{ office: 'เทศบาล', people: 7, months } as OfficeLine], periodsOf(['2026-08-01', '2026-11-18']));
  expect(office).toEqual({ name: 'เทศบาล', values: [undefined, 7], all: 7 });
});
