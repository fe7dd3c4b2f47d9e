import { describe, expect, it } from 'vitest';
import { readThaiDate, readTime } from './thai-dates.ts';

describe('a date field understands what people type', () => {
  const sameDay = [
    '24 ม.ค. 2553',
    '24/1/53',
    '24/01/2553',
    '๒๔ มกราคม ๒๕๕๓',
    '๒๔/๑/๕๓',
    '24 มค 53',
    '24 ม.ค.53',
    'วันอาทิตย์ที่ 24 มกราคม พ.ศ. 2553',
    'วันที่ 24 มกราคม พ.ศ.2553',
    '24-1-2553',
    '24.1.53',
    '24 January 2010',
    '24 jan 2010',
    '2010-01-24',
    '2553-01-24',
    '24 มกราคม ค.ศ. 2010',
    ' 24  ม.ค.  2553 ',
  ];
  it.each(sameDay)('%s is 24 January 2010', (typed) => expect(readThaiDate(typed)).toBe('2010-01-24'));

  it('a year of the common era beside a Thai month stays what it is', () => expect(readThaiDate('15 มีนาคม 2010')).toBe('2010-03-15'));
  it.each(['', 'พรุ่งนี้', '31 ก.พ. 2553', '32/1/53', '24/13/53', '24 มกรา'])('%j is no date', (typed) =>
    expect(readThaiDate(typed)).toBeUndefined(),
  );
});

describe('a time field understands what people type', () => {
  it.each([
    ['9.00 น.', '09:00'],
    ['09:00', '09:00'],
    ['๙.๓๐', '09:30'],
    ['13', '13:00'],
    ['16.00น.', '16:00'],
  ])('%s is %s', (typed, time) => expect(readTime(typed)).toBe(time));
  it.each(['25.00', '9.75', 'เช้า'])('%s is no time', (typed) => expect(readTime(typed)).toBeUndefined());
});
