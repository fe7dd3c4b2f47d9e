import { expect, it } from 'vitest';
import { after, fallOn, slotsOf } from './slots.ts';
import type { Grid } from './types.ts';

const column = (code: string, calculation: 'plain' | 'ratio') => ({ code, traits: { calculation } });
const grid = {
  columns: [column('people', 'plain'), column('saving', 'ratio')],
  rows: [
    { code: '80012101', title: 'หมู่ 1' },
    { code: '80012102', title: 'หมู่ 2' },
  ],
} as unknown as Grid;
const lines = slotsOf(grid, false);

it('a ratio has two cells beside each other', () => {
  expect(lines.map((line) => line.map(({ indicator, part }) => `${indicator} ${part}`))[0]).toEqual([
    'people value',
    'saving value',
    'saving denominator',
  ]);
  expect(slotsOf(grid, true)[1]).toHaveLength(4);
});

it('arrows and Enter walk the table and stop at its edge', () => {
  const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });
  expect(after(key('Enter'), { line: 0, at: 1 }, lines)).toEqual({ line: 1, at: 1 });
  expect(after(key('Enter', true), { line: 1, at: 1 }, lines)).toEqual({ line: 0, at: 1 });
  expect(after(key('ArrowDown'), { line: 1, at: 1 }, lines)).toBeUndefined();
  expect(after(key('ArrowRight'), { line: 1, at: 1 }, lines)).toEqual({ line: 1, at: 2 });
  expect(after(key('a'), { line: 0, at: 0 }, lines)).toBeUndefined();
});

it('a block falls on the cells from where it is pasted; what is too much is left out', () => {
  const fallen = fallOn(
    [
      ['1', '2 '],
      ['3', '4', '5', '6'],
    ],
    { line: 0, at: 0 },
    lines,
  );
  expect(fallen.map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
  expect(fallen[4]!.slot).toEqual({ indicator: 'saving', area: '80012102', part: 'denominator' });
});
