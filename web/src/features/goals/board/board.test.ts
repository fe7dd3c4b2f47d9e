import { expect, test } from 'vitest';
import type { BoardCard } from '../goal/types.ts';
import { isLate, spotAfter } from './board.ts';

const card = (id: number, stage: BoardCard['stage'], place: number, more = {}): BoardCard => ({
  id,
  stage,
  place,
  words: '',
  who: '',
  purpose: '',
  version: 1,
  ...more,
});
const cards = [card(1, 'problem', 1), card(2, 'problem', 2), card(3, 'cause', 1)];

test('a card moves within its column and to the foot of the next one, and stays at the edges', () => {
  expect(spotAfter(cards, cards[1]!, 'ArrowUp')).toEqual({ stage: 'problem', place: 0 });
  expect(spotAfter(cards, cards[1]!, 'ArrowDown')).toBeUndefined();
  expect(spotAfter(cards, cards[1]!, 'ArrowRight')).toEqual({ stage: 'cause', place: 1 });
  expect(spotAfter(cards, cards[0]!, 'ArrowLeft')).toBeUndefined();
  expect(spotAfter(cards, cards[0]!, 'Enter')).toBeUndefined();
});

test('a task is late from the day after it was due, until it is done', () => {
  const due = card(4, 'way', 1, { due_on: '2026-11-20' });
  expect(isLate(due, '2026-11-20')).toBe(false);
  expect(isLate(due, '2026-11-21')).toBe(true);
  expect(isLate({ ...due, done_on: '2026-11-22' }, '2026-11-22')).toBe(false);
});
