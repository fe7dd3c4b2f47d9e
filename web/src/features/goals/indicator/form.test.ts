import { expect, test } from 'vitest';
import { emptyIndicator, fromIndicator, toForm, toRedefinition } from './form.ts';
import { householdShare } from '../testing.ts';
import type { ShownIndicator } from '../types.ts';

const shown = {
  code: 'saving_20',
  from_year: 2021,
  traits: householdShare(1),
  definition: { title: 'ออมทุกเดือน', threshold: '20 บาท', numerator: 'ครัวเรือนที่ออม', groups: ['ชาย', 'หญิง'], target: 75 },
} as unknown as ShownIndicator;

test('what was read and not changed is sent back as it was', () => {
  expect(toRedefinition(fromIndicator(shown))).toEqual({ traits: shown.traits, definition: shown.definition, from_year: 2021 });
});

test('a plain count has no fraction and no steps', () => {
  const typed = { ...fromIndicator(shown), calculation: 'plain' as const, levels: ['แย่', '', '', '', ''] };
  const { traits, definition } = toRedefinition(typed);
  expect(traits.factor).toBe(1);
  expect(definition).not.toHaveProperty('numerator');
  expect(definition).not.toHaveProperty('levels');
});

test('only groups that are named can be everyone', () => {
  const typed = { ...fromIndicator(shown), groups_add_up: true };
  expect(toRedefinition(typed).definition.groups_add_up).toBe(true);
  expect(toRedefinition({ ...typed, groups: ' ' }).definition).not.toHaveProperty('groups_add_up');
});

test('what is made of several indicators is sent back with its weights, and no formula beside it', () => {
  const composite = { members: [{ indicator: 'born', weight: 2, worst: 0, best: 50 }], steps: [20, 40] };
  const made = { ...shown, traits: { ...shown.traits, calculation: 'plain', factor: 1 }, definition: { title: 'ดัชนี', composite } };
  const typed = fromIndicator(made as unknown as ShownIndicator);
  expect(toRedefinition(typed).definition.composite).toEqual(composite);
  expect(toRedefinition({ ...typed, formula: '[born]' }).definition).not.toHaveProperty('formula');
  expect(toRedefinition({ ...typed, members: [], formula: '[born] * 2' }).definition.formula).toBe('[born] * 2');
});

test('a year is that of the reader, and a code may be left to the server', () => {
  const form = toForm({ ...emptyIndicator(2026), title: 'คนที่มาประชุม', from_year: '2567' });
  expect(form.from_year).toBe(2024);
  expect(form).not.toHaveProperty('code');
});
