import { expect, it } from 'vitest';
import type { HostLine } from '../types.ts';
import { wheel } from './wheel.ts';

const host = (id: number, hosted = 0, left_on?: string): HostLine =>
  ({ host: { id, title: `${id}`, address: '' }, hosted, passed: 0, ...(left_on ? { left_on } : {}) }) as HostLine;

it('sits the hosts around the circle from the top, with a dot for each turn held', () => {
  const { seats } = wheel([host(1, 2), host(2), host(3), host(4)], 2);
  expect(seats.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
    [180, 88],
    [272, 180],
    [180, 272],
    [88, 180],
  ]);
  expect(seats.map(({ dots }) => dots.length)).toEqual([2, 0, 0, 0]);
});

it('points the hand at whose turn it is, and nowhere when nobody is due', () => {
  const { hand } = wheel([host(1), host(2)], 2);
  expect([Math.round(hand!.x), Math.round(hand!.y)]).toEqual([180, 242]);
  expect(wheel([host(1), host(2)], undefined).hand).toBeUndefined();
});

it('keeps no seat for who has left', () => expect(wheel([host(1), host(2, 3, '2026-11-01'), host(3)], 3).seats).toHaveLength(2));
