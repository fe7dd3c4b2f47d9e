import { expect, test } from 'vitest';
import { crossedIn, together } from '#lib/meeting.ts';
import { emptyGoal, periodText, readNumber, shared, toContent } from './form.ts';

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

test('an indicator that was voted in while somebody wrote at the title stays in the goal', () => {
  const begun = { ...emptyGoal(), title: 'ทุกบ้านมีเงินออม' };
  const indicator = { code: 'passbooks', title: 'บ้านที่มีสมุดเงินฝาก', direction: 'up' as const };
  const met = { begun, mine: { ...begun, title: 'ทุกบ้านมีเงินออมในปี 2570' }, theirs: { ...begun, indicator } };
  expect(crossedIn(shared, met)).toEqual([]);
  expect(together(shared, met, {})).toEqual({ ...met.mine, indicator });
  const other = { ...indicator, code: 'debts', title: 'บ้านที่ไม่มีหนี้นอกระบบ' };
  expect(crossedIn(shared, { ...met, mine: { ...begun, indicator: other } })).toMatchObject([
    { name: 'indicator', mine: 'บ้านที่ไม่มีหนี้นอกระบบ', theirs: 'บ้านที่มีสมุดเงินฝาก', whole: true },
  ]);
});
