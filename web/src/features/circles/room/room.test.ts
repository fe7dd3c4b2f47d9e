import { describe, expect, it } from 'vitest';
import { clockText, spokenCode, withHands, withNews, type Ask, type RoomState, type WallCard } from './room.ts';

const card = (id: number, body: string, hidden = false): WallCard => ({ id, ask: 1, heading: 0, body, hidden });
const ask = (id: number, state: Ask['state'], more: Partial<Ask> = {}): Ask => ({
  id,
  kind: 'count',
  question: `${id}`,
  state,
  live: false,
  ...more,
});
const room = (revision: number, more: Partial<RoomState> = {}): RoomState => ({
  revision,
  open: true,
  now: '2026-11-21T02:00:00Z',
  screen: 'welcome',
  round: 0,
  speakers: [],
  asks: [],
  cards: [],
  phones: 0,
  points: 0,
  ...more,
});

describe('news of a room', () => {
  it('adds new cards to those that are here, in the order in which they were written', () => {
    const after = withNews(room(3, { cards: [card(2, 'สอง')] }), room(4, { cards: [card(3, 'สาม'), card(1, 'หนึ่ง')] }));
    expect(after.cards.map(({ body }) => body)).toEqual(['หนึ่ง', 'สอง', 'สาม']);
  });

  it('marks a card that was hidden, and keeps its words for whoever moderates', () => {
    const after = withNews(room(3, { cards: [card(2, 'คำ')] }), room(4, { cards: [card(2, '', true)] }));
    expect(after.cards).toEqual([card(2, 'คำ', true)]);
  });

  it('says nothing of questions in wait, which stay until they are asked', () => {
    const before = room(3, { asks: [ask(1, 'waiting'), ask(2, 'waiting')] });
    const after = withNews(before, room(4, { asks: [ask(1, 'open')] }));
    expect(after.asks.map(({ state }) => state)).toEqual(['open', 'waiting']);
  });

  it('leaves the hands that were counted by eye where they are', () => {
    const before = room(3, { asks: [ask(1, 'open', { counted: [1, 0, 0, 0, 0] })] });
    expect(withNews(before, room(4, { asks: [ask(1, 'closed')] })).asks[0]!.counted).toEqual([1, 0, 0, 0, 0]);
  });

  it('say which break-out is on, and nothing of one that is over', () => {
    const groups = { breakout: 1, question: 'ทำอะไรร่วมกัน', split_by: 'choice' as const, step: 'writing' as const, groups: [] };
    expect(withNews(room(3), room(4, { groups })).groups).toEqual(groups);
    expect(withNews(room(4, { groups }), room(5)).groups).toBeUndefined();
  });

  it('that come late change nothing', () => {
    const before = room(5, { screen: 'ask' });
    expect(withNews(before, room(4))).toBe(before);
  });

  it('of hands change the count that they are of', () => {
    const after = withHands(room(3, { asks: [ask(1, 'open'), ask(2, 'closed')] }), { ask: 1, tally: { raised: 9 } });
    expect(after.asks.map(({ tally }) => tally?.raised)).toEqual([9, undefined]);
  });
});

it('a block that is over counts on', () => {
  expect(clockText(299)).toBe('04:59');
  expect(clockText(-61)).toBe('−01:01');
  expect(clockText(3600)).toBe('60:00');
});

it('a code is read out in two parts', () => expect(spokenCode('48291736')).toBe('4829 1736'));
