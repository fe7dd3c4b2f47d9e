import { expect, it } from 'vitest';
import { firstOf, standing } from './assess.ts';

const content = {
  title: 'สี่มิติ',
  dimensions: [
    { name: 'หัว', statements: ['ก', 'ข'] },
    { name: 'ใจ', statements: ['ค'] },
  ],
};

it('the scores of a dimension begin after those of the dimensions before it', () => {
  expect(firstOf(content)).toEqual([0, 2]);
});

it('each dimension stands as it was answered last, and moved since the time before', () => {
  const mine = [
    { given_on: '2026-09-01', scores: [2, 3, 5], means: [2.5, 5] },
    { given_on: '2026-11-01', scores: [4, 3, 4], means: [3.5, 4] },
  ];
  expect(standing(content, mine)).toEqual([
    { name: 'หัว', mean: 3.5, moved: 1 },
    { name: 'ใจ', mean: 4, moved: -1 },
  ]);
  expect(standing(content, mine.slice(0, 1))[0]!.moved).toBeUndefined();
  expect(standing(content, [])).toEqual([]);
});
