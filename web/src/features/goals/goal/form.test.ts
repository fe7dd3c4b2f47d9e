import { expect, test } from 'vitest';
import { emptyGoal, periodText, readNumber, toContent } from './form.ts';

test('numbers are read as people in Thailand write them', () => {
  expect(readNumber('๑,๒๕๐.๕')).toBe(1250.5);
  expect(readNumber('0')).toBe(0);
  expect(readNumber('')).toBeNaN();
  expect(readNumber('สิบ')).toBeNaN();
});

test('a year is written as the language counts it, a fiscal year by the year in which it ends', () => {
  expect(periodText('2021')).toBe('2564');
  expect(periodText('2020Oct')).toBe('งบ2564');
  expect(periodText('2021Q1')).toBe('2021Q1');
});

test('a wish alone is a goal; what nobody filled in is not sent', () => {
  const typed = { ...emptyGoal(), title: 'ทุกบ้านมีเงินออม', wish: ' ' };
  expect(toContent(typed)).toEqual({ title: 'ทุกบ้านมีเงินออม', area: 0, targets: [] });
});

test('a target with a number and no year is sent, so that what is missing is named', () => {
  const typed = { ...emptyGoal(), title: 'ก', targets: [{ period: '', value: '80', value_to: '' }] };
  expect(toContent(typed, 7)).toEqual({ title: 'ก', area: 0, parent: 7, targets: [{ period: '', value: 80 }] });
});
