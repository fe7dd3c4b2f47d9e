import { expect, test } from 'vitest';
import { inFours } from './second-step.ts';

test('a key to be typed is read in fours, and nothing hangs at its end', () => {
  expect(inFours('GEZDGNBVGY3TQOJQ')).toBe('GEZD GNBV GY3T QOJQ');
  expect(inFours('GEZDGN')).toBe('GEZD GN');
  expect(inFours('')).toBe('');
});
