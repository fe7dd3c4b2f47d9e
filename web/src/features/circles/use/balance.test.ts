import { expect, test } from 'vitest';
import { balanceOf } from './balance.ts';

test('three generations are even while the largest is at most twice the smallest', () => {
  expect(balanceOf([10, 8, 5])).toBe('even');
  expect(balanceOf([11, 8, 5])).toBe('leaning');
});

test('a generation that is not there, or that nobody counted, is told', () => {
  expect(balanceOf([10, 8, 0])).toBe('missing');
  expect(balanceOf([10, 8, undefined])).toBe('missing');
});
