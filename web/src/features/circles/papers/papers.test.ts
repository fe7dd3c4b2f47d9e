import { expect, test } from 'vitest';
import { fromPapers, guestsIn, toPapers, type Papers } from './papers.ts';

const stored = {
  form: { numbering: 'running', blank_rows: 20, memo_number: '12', memo_date: '2026-11-16', invited: [{ name: 'นายสมมุติ', rank: 3 }] },
} as unknown as Papers;

test('what was stored goes back as it came, and what is empty is not sent', () => {
  const typed = fromPapers(stored);
  expect(typed.letter_date).toBe('');
  const form = toPapers(typed);
  expect(form.memo_date).toBe('2026-11-16');
  expect('letter_date' in form).toBe(false);
  expect(form.invited).toEqual([{ name: 'นายสมมุติ', position: '', organisation: '', rank: 3 }]);
});

test('a list out of a spreadsheet or a chat becomes guests, empty lines and all', () => {
  expect(guestsIn('นายก\tนายอำเภอ\tที่ว่าการอำเภอ\n\n นางข, กำนัน \n')).toEqual([
    { name: 'นายก', position: 'นายอำเภอ', organisation: 'ที่ว่าการอำเภอ', rank: '' },
    { name: 'นางข', position: 'กำนัน', organisation: '', rank: '' },
  ]);
});
