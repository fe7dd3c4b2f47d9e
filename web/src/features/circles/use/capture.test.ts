import { expect, it, vi } from 'vitest';
import type { Waiting } from '#lib/store.ts';
import type { Session } from '../types.ts';

vi.mock('#lib/postman.ts', () => ({}));
const { queue } = await import('#lib/queue.svelte.ts');
const { Capture } = await import('./capture.svelte.ts');

const session = { record: { number: 43, address: '/sessions/43' }, rights: { edit: true } } as unknown as Session;
const answered = (id: number, place: number, body: string, use = 5): Waiting => ({
  id,
  title: '',
  method: 'POST',
  path: `/api/sessions/43/methods/${use}/answers`,
  headers: {},
  body: JSON.stringify({ part: 'field', place, body }),
  at: 1,
});

it('what waits stands at the field into which it was written', () => {
  queue.waiting = [answered(1, 0, 'ฝนแล้ง'), answered(2, 1, 'ขุดบ่อ'), answered(3, 0, 'อีกวิธี', 6)];
  const capture = new Capture(session, []);
  const at = (place: number) => capture.heldAt({ use: 5, part: 'field', place }).map(({ form }) => form.body);
  expect([at(0), at(1), at(2)]).toEqual([['ฝนแล้ง'], ['ขุดบ่อ'], []]);
  expect(capture.heldAt({ use: 5, part: 'role', place: 0 })).toEqual([]);
});
