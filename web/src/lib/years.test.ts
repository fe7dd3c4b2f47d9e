import { expect, test } from 'vitest';
import { yearFrom } from './years.ts';

test('a year is one year in both calendars', () => {
  expect(yearFrom('2564')).toBe(2021);
  expect(yearFrom('2021')).toBe(2021);
});
