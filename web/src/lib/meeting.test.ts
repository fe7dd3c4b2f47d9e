import { expect, test } from 'vitest';
import { clashesIn, withChosen, type Field } from './meeting.ts';

type Form = { title: string; detail: string; kind: string };
const fields: Field<Form>[] = [
  { name: 'title', label: () => 'ชื่อ' },
  { name: 'detail', label: () => 'เล่า', long: true },
];
const mine = { title: 'น้ำท่วมใหญ่', detail: 'ปีนั้นฝนมาก', kind: 'flood' };
const theirs = { title: 'น้ำท่วมใหญ่', detail: 'เรือเข้าถึงตลาด', kind: 'event' };

test('only texts that differ are asked about', () => expect(clashesIn(fields, mine, theirs).map(({ name }) => name)).toEqual(['detail']));

test('of two lines that are both kept one line is made, of two texts a longer text', () => {
  const form = withChosen(fields, mine, { title: 'ก\n\nข', detail: 'เรือเข้าถึงตลาด\n\nปีนั้นฝนมาก' });
  expect(form).toEqual({ title: 'ก / ข', detail: 'เรือเข้าถึงตลาด\n\nปีนั้นฝนมาก', kind: 'flood' });
});
