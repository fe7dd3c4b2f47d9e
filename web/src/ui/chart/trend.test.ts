import { expect, it } from 'vitest';
import { rangeOf, trendOf } from './trend.ts';

const room = { width: 100, height: 100, top: 10, bottom: 10, side: 0 };

it('a period without a number is a gap, never a zero', () => {
  const { runs, spots } = trendOf(
    [
      { name: '2566', value: 1 },
      { name: '2567', value: undefined },
      { name: '2568', value: 3 },
      { name: '2569', value: 2 },
    ],
    room,
  );
  expect(spots.map(({ name }) => name)).toEqual(['2566', '2568', '2569']);
  expect(runs).toHaveLength(1);
});

it('a line that never moved runs through the middle, and what is aimed at stands in the same measure', () => {
  const { spots, aims } = trendOf(
    [
      { name: 'ก', value: 5 },
      { name: 'ข', value: 5 },
    ],
    room,
  );
  expect(spots.map(({ y }) => y)).toEqual([50, 50]);
  expect(aims).toEqual([]);
  expect(trendOf([{ name: 'ก', value: 0 }], room, [10]).aims).toEqual([10]);
});

it('first and last are told, and words never stand on each other', () => {
  const points = [3, 9, 1, 2, 4].map((value, i) => ({ name: String(i), value }));
  const told = trendOf(points, room).spots.filter((spot) => spot.told);
  expect(told.map(({ name }) => name)).toEqual(['0', '2', '4']);
});

it('without a number there is neither line nor measure', () => {
  expect(trendOf([], room)).toEqual({ spots: [], runs: [], aims: [], names: [] });
  expect(rangeOf([undefined])).toBeUndefined();
});
