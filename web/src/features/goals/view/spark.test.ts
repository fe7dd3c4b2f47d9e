import { expect, test } from 'vitest';
import { spots } from './spark.ts';

const size = { width: 100, height: 40, edge: 4 };

test('the first stands at the left, the last at the right, the highest on top', () => {
  expect(spots([10, 30, 20], size).line).toEqual([
    { x: 4, y: 36 },
    { x: 50, y: 4 },
    { x: 96, y: 20 },
  ]);
});

test('what is aimed at is seen in the same measure', () => {
  const { line, aims } = spots([10, 20], size, [30]);
  expect(aims).toEqual([4]);
  expect(line[1]).toEqual({ x: 96, y: 20 });
});

test('what never moved runs through the middle', () => {
  expect(spots([5, 5], size).line.map((spot) => spot.y)).toEqual([20, 20]);
});
