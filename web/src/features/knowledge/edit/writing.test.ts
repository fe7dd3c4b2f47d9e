import { expect, test } from 'vitest';
import { link, prefix, wrap } from './writing.ts';

test('marks go around the selection and come off again', () => {
  const strong = wrap({ text: 'คำหนักครับ', from: 2, to: 5 }, '**', 'ตัวหนา');
  expect(strong.text).toBe('คำ**หนั**กครับ');
  expect(wrap(strong, '**', '').text).toBe('คำหนักครับ');
  expect(wrap({ text: '', from: 0, to: 0 }, '**', 'ตัวหนา').text).toBe('**ตัวหนา**');
});

test('every selected line begins with the sign, or none', () => {
  const list = prefix({ text: 'ก\nข\nค', from: 2, to: 5 }, '- ');
  expect(list.text).toBe('ก\n- ข\n- ค');
  expect(prefix(list, '- ').text).toBe('ก\nข\nค');
});

test('a link waits for its address', () => {
  const made = link({ text: 'ดู', from: 2, to: 2 }, 'ที่นี่');
  expect(made.text).toBe('ดู[ที่นี่](https://)');
  expect(made.text.slice(made.from, made.to)).toBe('https://');
});
