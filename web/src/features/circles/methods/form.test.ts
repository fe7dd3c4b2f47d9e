import { expect, test } from 'vitest';
import { emptyField, emptyMethod, emptyStep, fromMethod, toMethod } from './form.ts';

test('what was read and not changed is sent back as it was', () => {
  const method = {
    title: 'วงกาแฟ',
    kind: 'tea_circle' as const,
    purpose: 'คุยก่อนเข้างาน',
    steps: [{ minutes: 10, title: 'ถามไถ่' }],
    questions: ['เช้านี้เป็นอย่างไร'],
    roles: [{ name: 'คุณอำนวย', does: 'ดูจังหวะ' }],
    fields: [
      { label: 'เอาไหม', kind: 'choice' as const, choices: ['เอา', 'ไม่เอา'] },
      { label: 'ผ่านไป 30 วัน', kind: 'text' as const, days_after: 30, becomes: 'knowledge' as const, knowledge: 'story' as const },
    ],
  };
  expect(toMethod(fromMethod(method))).toEqual(method);
});

test('rows that nobody filled in are not sent', () => {
  const typed = { ...emptyMethod(), steps: [emptyStep()], fields: [emptyField()], questions: '\n  \n' };
  expect(toMethod(typed)).toMatchObject({ steps: [], fields: [], questions: [] });
});
