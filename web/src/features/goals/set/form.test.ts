import { expect, test } from 'vitest';
import { adopting, fromSet, toChange, toForm } from './form.ts';
import type { ShownSet } from '../types.ts';

const card = (code: string) => ({ code, title: `ข้อ ${code}`, title_en: '' });
const item = (code: string, is_core = false, name = '') => ({ code, name, is_core, indicator: card(code) });

const own = {
  from_year: 2021,
  base: { title: 'เก้าหมวด' },
  content: { title: 'ความดี', groups: [{ name: 'ออมดี', items: [{ code: 'b', name: 'ออมทุกบ้าน' }, { code: 'c' }] }] },
  groups: [
    { name: 'ออมดี', name_en: '', core_name: 'เศรษฐกิจ', items: [item('a', true), item('b', true, 'ออมทุกบ้าน'), item('c')] },
    { name: 'น้ำใจ', name_en: '', core_name: '', items: [item('d', true)] },
  ],
} as unknown as ShownSet;

test('what the core says is not said again by who makes it their own', () => {
  const { content } = toChange(fromSet(own));
  expect(content.groups).toEqual([...own.content.groups, { items: [] }]);
});

test('a set that is taken over is all core, to be called otherwise', () => {
  const typed = adopting({ ...own, base: undefined } as unknown as ShownSet, 2026);
  expect(typed.groups.map(({ core_name }) => core_name)).toEqual(['ออมดี', 'น้ำใจ']);
  expect(typed.groups.flatMap(({ items }) => items).every(({ is_core }) => is_core)).toBe(true);
  typed.groups[1]!.name = 'ใจดี';
  const form = toForm(typed, 'nine_slots');
  expect(form.base).toBe('nine_slots');
  expect(form.content.groups).toEqual([{ items: [] }, { name: 'ใจดี', items: [] }]);
});

test('a weight is typed where we give one, and that of the core is not said again', () => {
  const weighty = structuredClone(own) as ShownSet;
  weighty.groups[0]!.items[0]!.weight = 5;
  weighty.groups[0]!.items[2]!.weight = 3;
  weighty.content.groups[0]!.items[1]!.weight = 3;
  const typed = fromSet(weighty);
  expect(typed.groups[0]!.items.map(({ weight }) => weight)).toEqual(['', '', '3']);
  typed.groups[0]!.items[0]!.weight = '๒';
  typed.groups[0]!.items[2]!.weight = ' ';
  const { items } = toChange(typed).content.groups[0]!;
  expect(items).toEqual([{ code: 'a', weight: 2 }, { code: 'b', name: 'ออมทุกบ้าน' }, { code: 'c' }]);
});
