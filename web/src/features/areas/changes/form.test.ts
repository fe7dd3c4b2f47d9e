import { expect, test } from 'vitest';
import type { Suggestion } from '../types.ts';
import { emptyChange, toForm, type Typed } from './form.ts';

const area = (code: string): Suggestion => ({ id: 1, code, level: 'subdistrict', title: code, path: '' });
const typed = (more: Partial<Typed>): Typed => ({
  ...emptyChange(),
  holds_on: '2024-01-15',
  source: 'ราชกิจจานุเบกษา',
  areas: [area('800121')],
  made: [{ code: ' 800197', name: 'เหนือ', name_en: '' }],
  ...more,
});

test('rows of new areas left empty are not sent, and villages that go nowhere yet are not either', () => {
  const form = toForm(
    typed({
      made: [...typed({}).made, { code: '', name: '', name_en: '' }],
      placed: { '80012101': { into: '800197', number: '3' }, '80012102': { into: '', number: '' } },
    }),
  );
  expect(form.made).toEqual([{ code: '800197', name: 'เหนือ' }]);
  expect(form.placed).toEqual([{ code: '80012101', into: '800197', number: 3 }]);
  expect(form.stays).toBeUndefined();
});

test('an area that gives a part away stays', () => {
  expect(toForm(typed({ goesOn: true })).stays).toBe('800121');
});

test('who takes the others in needs no new area', () => {
  const form = toForm(typed({ kind: 'merge', areas: [area('800120'), area('800121')], takes: '800120' }));
  expect(form.stays).toBe('800120');
  expect(form.made).toEqual([]);
});

test('a new name keeps the code', () => {
  const form = toForm(typed({ kind: 'rename', made: [{ code: '', name: 'ใหม่', name_en: '' }] }));
  expect(form.made).toEqual([{ code: '800121', name: 'ใหม่' }]);
});

test('a municipality has a name and makes no area', () => {
  const form = toForm(typed({ kind: 'raise', municipality: 'town', name: 'ท่าซัก', isWhole: false }));
  expect(form.made).toEqual([]);
  expect(form.raised).toEqual({ kind: 'town', name: 'ท่าซัก', is_whole: false });
});
