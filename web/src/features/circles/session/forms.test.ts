import { expect, it } from 'vitest';
import { emptyBlock, emptySession, toForm } from './forms.ts';

const typed = () => ({ ...emptySession(), title: 'แยกขยะ', date: '2026-11-18' });

it('what was left empty is not sent, so that missing stays missing', () => {
  expect(toForm(typed())).toEqual({ title: 'แยกขยะ', date: '2026-11-18', agenda: [] });
});

it('an empty agenda block is dropped, a written one keeps what it has', () => {
  const form = toForm({ ...typed(), agenda: [emptyBlock(), { ...emptyBlock(), starts: '09:00', title: 'เปิดวง' }] });
  expect(form.agenda).toEqual([{ starts: '09:00', title: 'เปิดวง' }]);
});
