import { expect, it } from 'vitest';
import { inDays } from './in-days.ts';

it.each([
  ['2026-11-23', 'วันนี้'],
  ['2026-11-24', 'พรุ่งนี้'],
  ['2026-12-09', 'อีก 16 วัน'],
  ['2027-01-04', 'อีก 42 วัน'],
])('how far a coming day is: %s', (date, words) => expect(inDays(date, '2026-11-23')).toBe(words));
