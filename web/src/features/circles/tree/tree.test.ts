import { expect, it } from 'vitest';
import type { Thread, TreeReply } from '../types.ts';
import { waits, waysOf } from './tree.ts';

const line = (id: number, title: string, depth = 0) => ({ id, title, depth });

it('offers the circle right above first, then those right below, and nobody farther', () => {
  const reply = {
    above_id: 2,
    above: [line(1, 'อำเภอ'), line(2, 'ตำบล')],
    below: [line(4, 'หมู่ 1', 1), line(5, 'คุ้มเหนือ', 2), line(6, 'หมู่ 2', 1)],
  } as TreeReply;
  expect(waysOf(reply).map(({ id }) => id)).toEqual([2, 4, 6]);
  expect(waysOf(reply).filter(({ up }) => up)).toHaveLength(1);
});

it('offers no circle above that the reader may not know', () =>
  expect(waysOf({ above_id: 2, above: [line(1, 'อำเภอ')], below: [] } as unknown as TreeReply)).toEqual([]));

it('waits until some circle on the way has answered', () => {
  expect(waits({ steps: [{}, {}] } as unknown as Thread)).toBe(true);
  expect(waits({ steps: [{}, { outcome: 'told' }] } as unknown as Thread)).toBe(false);
});
