import { expect, test } from 'vitest';
import { amount } from './amount.ts';
import type { Traits } from './types.ts';

const traits = { calculation: 'ratio', factor: 100, decimals: 2, unit: 'person', unit_name: '' } as Traits;

test('a share that rounds to all is printed as the rule says', () => {
  expect(amount((100 * 899080) / 899118, traits)).toBe('ร้อยละ 100.00');
  expect(amount((100 * 12144) / 12412, traits)).toBe('ร้อยละ 97.84');
});

test('a count says what it counts', () => {
  expect(amount(12943, { ...traits, calculation: 'plain', decimals: 0 })).toBe('12,943 คน');
});
