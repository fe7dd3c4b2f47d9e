import { expect, test } from 'vitest';
import type { InvitationsReply } from '../types.ts';
import { counted, isAddress, tapped, toForm, withOne } from './invite.ts';

test('what looks like an address is one, a name is not', () => {
  expect(isAddress(' Pa@Example.org ')).toBe(true);
  for (const text of ['ป้าสมมติ', 'pa@', 'pa@example', 'a b@example.org']) expect(isAddress(text)).toBe(false);
});

test('nobody is chosen twice', () => {
  const known = { id: 7, name: 'ธเนศ', detail: '' };
  const other = { id: 0, name: 'a@example.org', detail: '', address: 'a@example.org' };
  const all = withOne(withOne(withOne([], known), other), { ...known });
  expect(withOne(all, { ...other })).toHaveLength(2);
  expect(all.map(toForm)).toEqual([{ person_id: 7 }, { address: 'a@example.org' }]);
});

test('who may come has not decided yet', () => {
  const one = { id: 1, person_id: 0, name: '', address: '', sent_at: '', times: 1 };
  const invitations = [{ ...one, answer: 'yes' }, { ...one, answer: 'no' }, { ...one, answer: 'maybe' }, one];
  const reply = { sends: true, outcomes: [], invitations } as InvitationsReply;
  expect(counted(reply)).toEqual({ count: 4, yes: 1, no: 1, open: 2 });
});

test('only an answer in the address is one', () => {
  expect(tapped('yes')).toBe('yes');
  expect(tapped('perhaps')).toBe(undefined);
  expect(tapped(null)).toBe(undefined);
});
