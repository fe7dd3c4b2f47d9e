import { expect, test } from 'vitest';
import { clashesIn, lines, texts, textsIn, withChosen, type Field } from './meeting.ts';

type Form = { title: string; tags: string; detail: string; kind: string; notes: { mood: string; tool: string } };
const fields: Field<Form>[] = [
  ...lines<Form>({ title: () => 'ชื่อ' }),
  ...lines<Form>({ tags: () => 'ป้าย' }, ', '),
  ...texts<Form>({ detail: () => 'เล่า' }),
  ...textsIn<Form, 'notes'>('notes', { mood: () => 'บรรยากาศ' }),
];
const mine: Form = { title: 'น้ำท่วมใหญ่', tags: 'น้ำ', detail: 'ปีนั้นฝนมาก', kind: 'flood', notes: { mood: 'ดี', tool: 'บัตรคำ' } };
const theirs: Form = { ...mine, detail: 'เรือเข้าถึงตลาด', kind: 'event', notes: { mood: 'เงียบ', tool: '' } };

test('only texts that differ are asked about', () =>
  expect(clashesIn(fields, mine, theirs)).toEqual([
    { name: 'detail', label: 'เล่า', mine: 'ปีนั้นฝนมาก', theirs: 'เรือเข้าถึงตลาด' },
    { name: 'notes.mood', label: 'บรรยากาศ', mine: 'ดี', theirs: 'เงียบ' },
  ]));

test('of two lines that are both kept one line is made, of two texts a longer text', () => {
  const form = withChosen(fields, mine, theirs, { title: 'ก\n\nข', tags: 'น้ำ\n\nป่า', detail: 'เรือเข้าถึงตลาด\n\nปีนั้นฝนมาก' });
  expect(form).toEqual({ ...mine, title: 'ก / ข', tags: 'น้ำ, ป่า', detail: 'เรือเข้าถึงตลาด\n\nปีนั้นฝนมาก' });
});

test('a text in a part of the form leaves the rest of the part alone', () =>
  expect(withChosen(fields, mine, theirs, { 'notes.mood': 'เงียบ' }).notes).toEqual({ mood: 'เงียบ', tool: 'บัตรคำ' }));
