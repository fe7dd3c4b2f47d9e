import { expect, it } from 'vitest';
import { countsOf, inWords, notesOf } from './exceptions.ts';
import { householdShare } from '../testing.ts';
import type { ExceptionLine, ExceptionList } from './types.ts';

const line: ExceptionLine = {
  area: { code: '71091104', level: 'village', title: 'หมู่ 4' },
  code: 'saving',
  title: 'ออม',
  title_en: '',
  traits: householdShare(),
  period: '2025',
  period_title: 'พ.ศ. 2568',
  reasons: ['off_target', 'missing'],
  value: 60,
  aim: { from: 80 },
  gap: 20,
  before_title: '',
  reported: 7,
  expected: 9,
  odd: 0,
};
const list: ExceptionList = {
  lines: [line],
  more: 0,
  counts: { off_target: 1, worse: 0, missing: 1, odd: 0 },
  looked_at: 3,
  hidden: 2,
  seeks_odd: true,
};

it('each reason says how far, from what and to what', () => {
  expect(inWords(line, 'off_target')).toBe('ยังห่างเป้า ร้อยละ 20 (ตอนนี้ ร้อยละ 60 เป้า ร้อยละ 80)');
  expect(inWords(line, 'missing')).toBe('รายงานแล้ว 7 จาก 9 แห่ง');
});

it('missing is no zero', () => {
  const { value, ...without } = line;
  expect(value).toBe(60);
  expect(inWords({ ...without, reported: 0, expected: 1 }, 'missing')).toBe('ยังไม่มีข้อมูล');
  expect(inWords({ ...without, period: '' }, 'missing')).toBe('ยังไม่เคยมีข้อมูล');
});

it('what is hidden is counted and not told, and reasons that nothing has are left out', () => {
  expect(countsOf(list)).toEqual([
    { reason: 'off_target', count: 1 },
    { reason: 'missing', count: 1 },
  ]);
  expect(notesOf(list)).toEqual(['อีก 2 ตัวเลขไม่แสดง เพราะจำนวนคนน้อยเกินไป']);
});
