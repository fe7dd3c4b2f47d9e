import { expect, test } from 'vitest';
import { orderIn, queryOf } from './sheet.ts';

const there = (query: string) => orderIn(new URLSearchParams(query));

test('a sheet that was sent on is the same at the other end', () => {
  const order = { letters: 'near' as const, codes: ['ออม', 'saving_monthly'] };
  expect(there(queryOf(order))).toEqual(order);
});

test('what is usual leaves the address as it was', () => {
  expect(queryOf({ letters: 'wall', codes: [] })).toBe('');
});

test('letters that there are not are large, and what stands twice stands once', () => {
  expect(there('letters=constructor&indicators=a,,b,a')).toEqual({ letters: 'wall', codes: ['a', 'b'] });
});
