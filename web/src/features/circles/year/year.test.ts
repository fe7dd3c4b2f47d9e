import { expect, it, vi } from 'vitest';
import type { SessionCard, UnitPlan, YearPlan } from '../types.ts';
import { byMonth, circlesOf, quartersOf, queryOf, yearOf, years } from './year.ts';

vi.useFakeTimers({ now: new Date('2026-11-21T05:00:00Z') });

const session = (number: number, organiser_id: number, date: string, circle_id = organiser_id) =>
  ({
    address: `/sessions/${number}`,
    organiser_id,
    date,
    circle_id,
    circle: `วง ${circle_id}`,
    circle_address: `/circles/${circle_id}`,
  }) as SessionCard;
const unit = (organiser_id: number, ...sessions: SessionCard[]) =>
  ({
    organiser_id,
    organiser: `หน่วย ${organiser_id}`,
    quarters: [sessions, [], [], []],
  }) as UnitPlan;

it('next year can be planned already', () => {
  expect(years(10)[0]).toBe(2571);
  expect(years(1)[0]).toBe(2570);
});

it('quarters are counted from the month with which the year begins here', () => {
  expect(quartersOf({ year: 2570, begins: 10 })).toEqual(['ต.ค.–ธ.ค. 69', 'ม.ค.–มี.ค. 70', 'เม.ย.–มิ.ย. 70', 'ก.ค.–ก.ย. 70']);
  expect(quartersOf({ year: 2570, begins: 11 })[0]).toBe('พ.ย.–ม.ค. 70');
});

it('one unit still sees that another has taken its hall, and not what others do among themselves', () => {
  const plan = {
    year: 2570,
    units: [unit(1, session(11, 1, '2026-11-25')), unit(2, session(21, 2, '2026-11-25')), unit(3, session(31, 3, '2026-11-25'))],
    clashes: [
      { first: '/sessions/11', second: '/sessions/21', reason: 'place' },
      { first: '/sessions/21', second: '/sessions/31', reason: 'place' },
    ],
    met: ['/sessions/11', '/sessions/21'].map((address) => ({ address, met: { kept: [] } })),
  } as YearPlan;
  const year = yearOf(plan, 1);
  expect(year.units).toHaveLength(1);
  expect(year.clashes.map(({ second }) => second.address)).toEqual(['/sessions/21']);
  expect(yearOf(plan, undefined).clashes).toHaveLength(2);
  expect(year.met.map(({ session }) => session.address)).toEqual(['/sessions/11']);
});

it('days stand under their circle, a line a month', () => {
  const days = [session(1, 1, '2026-10-07'), session(2, 1, '2026-10-09', 5), session(3, 1, '2026-10-14'), session(4, 1, '2026-11-04')];
  const [weekly, other] = circlesOf(days);
  expect(byMonth(weekly!.sessions).map(({ month, sessions }) => [month, sessions.length])).toEqual([
    ['2026-10-01', 2],
    ['2026-11-01', 1],
  ]);
  expect(other!.title).toBe('วง 5');
});

it('a narrowed year has an address that can be sent on', () =>
  expect(queryOf({ year: 2570, organiser: { id: 890, number: 7, title: 'เทศบาล' }, area: undefined })).toBe('year=2570&organisation=7'));
