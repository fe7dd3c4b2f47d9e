import { expect, it } from 'vitest';
import { rhythmText, weekdaysOf, withWeekday } from './rhythm.ts';
import type { Rhythm } from './types.ts';

it.each([
  [{ every: 'week', interval: 1, weekday: 'wednesday' } as const, 'ทุกวันพุธ'],
  [{ every: 'week', interval: 2, weekday: 'friday' } as const, 'วันศุกร์ ทุก 2 สัปดาห์'],
  [{ every: 'month_day', interval: 3, day: 15 } as const, 'ทุก 3 เดือน วันที่ 15'],
  [{ every: 'week', interval: 2, weekday: 'monday', count: 12 } as const, 'วันจันทร์ ทุก 2 สัปดาห์ รวม 12 ครั้ง'],
  [{ every: 'month_day', interval: 1, day: 15, until: '2027-09-30' } as const, 'ทุกเดือน วันที่ 15 จนถึง 30 ก.ย. 2570'],
  [{ every: 'month_weekday', interval: 1, weekday: 'wednesday', nth: 2 } as const, 'ทุกเดือน วันพุธที่ 2 ของเดือน'],
  [{ every: 'month_weekday', interval: 1, weekday: 'sunday', nth: 5 } as const, 'ทุกเดือน วันอาทิตย์สุดท้ายของเดือน'],
  [
    { every: 'month_weekday', interval: 1, weekday: 'tuesday', nth: 2, cycle: 'quarter', month: 2 } as const,
    'ทุกไตรมาส เดือนที่ 2 ของไตรมาส วันอังคารที่ 2 ของเดือน',
  ],
  [{ every: 'month_day', interval: 2, day: 15, cycle: 'year', month: 2 } as const, 'ทุก 2 ปี เดือนกุมภาพันธ์ วันที่ 15'],
  [{ every: 'month_day', interval: 1, day: 15, cycle: 'year', month: 2, years: 'fiscal' } as const, 'ทุกปี เดือนที่ 2 ของปีงบประมาณ วันที่ 15'],
])('a rhythm is said in words: %o', (rhythm, text) => expect(rhythmText(rhythm)).toBe(text));

const threeDays: Rhythm = { every: 'week', interval: 1, weekday: 'friday', also: ['wednesday', 'monday'], until: '2027-09-30' };

it('several weekdays are said from Monday on, with the last day', () =>
  expect(rhythmText(threeDays)).toBe('ทุกวันจันทร์ พุธ และศุกร์ จนถึง 30 ก.ย. 2570'));

it('a weekday is chosen and left again, and the last one stays', () => {
  const without = withWeekday(threeDays, 'monday');
  expect(weekdaysOf(without)).toEqual(['wednesday', 'friday']);
  const one = withWeekday(without, 'wednesday');
  expect(one).toEqual({ every: 'week', interval: 1, weekday: 'friday', until: '2027-09-30' });
  expect(withWeekday(one, 'friday')).toEqual(one);
  expect(weekdaysOf(withWeekday(one, 'sunday'))).toEqual(['friday', 'sunday']);
});
