import { expect, it } from 'vitest';
import { rhythmText } from './rhythm.ts';

it.each([
  [{ every: 'week', interval: 1, weekday: 'wednesday' } as const, 'ทุกวันพุธ'],
  [{ every: 'week', interval: 2, weekday: 'friday' } as const, 'วันศุกร์ ทุก 2 สัปดาห์'],
  [{ every: 'month_day', interval: 3, day: 15 } as const, 'ทุก 3 เดือน วันที่ 15'],
  [{ every: 'month_weekday', interval: 1, weekday: 'wednesday', nth: 2 } as const, 'ทุกเดือน วันพุธที่ 2 ของเดือน'],
  [{ every: 'month_weekday', interval: 1, weekday: 'sunday', nth: 5 } as const, 'ทุกเดือน วันอาทิตย์สุดท้ายของเดือน'],
])('a rhythm is said in words: %o', (rhythm, text) => expect(rhythmText(rhythm)).toBe(text));
