import { expect, test } from 'vitest';
import { emptyTopic, toForm } from './form.ts';

test('a topic travels with its tags one by one', () => {
  expect(toForm({ ...emptyTopic(), title: 'ขยะ', tags: '#ขยะ, ตลาด' })).toEqual({ title: 'ขยะ', note: '', tags: ['ขยะ', 'ตลาด'] });
});
