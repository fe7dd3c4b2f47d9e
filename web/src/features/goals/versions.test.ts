import { expect, test } from 'vitest';
import { changedInDefinition, changedInSet } from './versions.ts';

test('only what differs is told, in words', () => {
  const before = { title: 'ออม', threshold: '20 บาท', frequency: 'year' as const };
  const changed = changedInDefinition(before, { ...before, threshold: '50 บาท', frequency: 'month' });
  expect(changed.map(({ before: was, after }) => [was, after])).toEqual([
    ['ทุกปี', 'ทุกเดือน'],
    ['20 บาท', '50 บาท'],
  ]);
});

test('an indicator that came into a set is seen in its group', () => {
  const before = { title: 'ความดี', groups: [{ name: 'ออมดี', items: [{ code: 'saving' }] }] };
  const after = { title: 'ความดี', groups: [{ name: 'ออมดี', items: [{ code: 'saving' }, { code: 'debt', name: 'ไม่มีหนี้นอกระบบ' }] }] };
  expect(changedInSet(before, after)).toMatchObject([{ before: 'ออมดี\n– saving', after: 'ออมดี\n– saving\n– ไม่มีหนี้นอกระบบ' }]);
  expect(changedInSet(before, before)).toEqual([]);
});
