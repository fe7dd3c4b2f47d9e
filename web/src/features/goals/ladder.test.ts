import { expect, test } from 'vitest';
import type { Ladder } from './goal/types.ts';
import { missing, rungsOf } from './ladder.ts';
import { householdShare } from './testing.ts';

const traits = householdShare();
const mark = (year: string, value: number) => ({ period: year, period_title: year, value });
const latest = (value: number) => ({ period: '2023', period_title: '2023', figure: { value, reported: 3, expected: 9 } });
const ladder = (more: object): Ladder =>
  ({ traits, baseline: mark('2021', 40), targets: [mark('2023', 60), mark('2025', 90)], progress: 'closer', ...more }) as Ladder;
const kinds = (more: object) => rungsOf(ladder(more)).map(({ kind, period }) => `${kind} ${period}`);

test('where we are stands between the rungs that are met and those that are not', () => {
  expect(kinds({ latest: latest(50) })).toEqual(['target 2025', 'target 2023', 'now 2023', 'baseline 2021']);
  expect(kinds({ latest: latest(60) })).toEqual(['target 2025', 'now 2023', 'target 2023', 'baseline 2021']);
  expect(kinds({ latest: latest(95) })[0]).toBe('now 2023');
  expect(kinds({ latest: latest(30) }).at(-1)).toBe('now 2023');
  expect(kinds({})).toEqual(['target 2025', 'target 2023', 'baseline 2021']);
});

test('a rung is met by what is there or beyond', () => {
  expect(rungsOf(ladder({ latest: latest(60) })).map(({ met }) => met)).toEqual([false, false, true, false]);
});

test('what goes down is met from above, a band from both sides', () => {
  expect(missing('down', mark('2025', 10), 4)).toBe(0);
  expect(missing('down', mark('2025', 10), 14)).toBe(4);
  expect(missing('band', { ...mark('2025', 18), value_to: 23 }, 20)).toBe(0);
  expect(missing('band', { ...mark('2025', 18), value_to: 23 }, 25)).toBe(2);
});

test('without a target there is nothing to climb to', () => {
  expect(rungsOf(ladder({ targets: [] }))).toEqual([]);
});
