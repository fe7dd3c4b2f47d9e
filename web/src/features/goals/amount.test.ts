import { expect, test } from 'vitest';
import { aimInWords, amount, endsOf } from './amount.ts';
import type { Traits } from './types.ts';

const traits = { calculation: 'ratio', factor: 100, decimals: 2, unit: 'person', unit_name: '' } as Traits;

test('a share that rounds to all is printed as the rule says', () => {
  expect(amount((100 * 899080) / 899118, traits)).toBe('ร้อยละ 100.00');
  expect(amount((100 * 12144) / 12412, traits)).toBe('ร้อยละ 97.84');
});

test('a count says what it counts', () => {
  expect(amount(12943, { ...traits, calculation: 'plain', decimals: 0 })).toBe('12,943 คน');
});

test('an aim is one value or a band', () => {
  expect(aimInWords({ from: 80 }, traits)).toBe('ร้อยละ 80.00');
  expect(aimInWords({ from: 10, to: 0 }, { ...traits, calculation: 'plain', decimals: 0 })).toBe('10 คน–0 คน');
  expect(aimInWords(undefined, traits)).toBe('');
  expect(endsOf({ from: 0, to: 5 })).toEqual([0, 5]);
});
