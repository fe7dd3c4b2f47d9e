import { expect, it, vi } from 'vitest';
import type { SessionCard } from '../types.ts';
import { strip } from './heat.ts';

vi.useFakeTimers({ now: new Date('2026-11-21T05:00:00Z') });

const session = (date: string, people?: number) => ({ date, people, state: 'held' }) as SessionCard;

it('a year of Wednesdays has a column a month and a row a week, the fullest circle the largest dot', () => {
  const { months, dots } = strip([session('2026-11-18', 21), session('2026-11-11', 84), session('2026-01-07', 10)]);
  expect(months.map(({ first }) => first)).toEqual(expect.arrayContaining(['2025-12-01', '2026-11-01']));
  expect(dots.map(({ y }) => (y - 56) / 24)).toEqual([2, 1, 0]);
  expect(dots[1]!.radius).toBe(11);
  expect(dots[0]!.radius).toBe(7.5);
});

it('a session that nobody counted is small, not absent', () => expect(strip([session('2026-11-18')]).dots[0]!.radius).toBe(4));

it('two circles in one week stand side by side', () => {
  const [a, b] = strip([session('2026-11-17', 5), session('2026-11-18', 5)]).dots;
  expect(b!.x - a!.x).toBe(14);
});

it('older years are a page further back', () => expect(strip([session('2025-03-05', 5)], 1).dots).toHaveLength(1));
