// The live room of a session as pages know it: what the server tells, and what a page makes of the news that come in.
import type { components } from '#api/generated/paths.gen.ts';
import * as say from '#say';
import { api, ask as asking } from '#lib/api.ts';

type Schemas = components['schemas'];
export type RoomState = Schemas['circles.RoomState'];
export type RoomReply = Schemas['circles.RoomReply'];
export type SeatReply = Schemas['circles.SeatReply'];
export type Ask = Schemas['circles.Ask'];
export type AskKind = Ask['kind'];
export type AskState = Ask['state'];
export type WallCard = Schemas['circles.WallCard'];
export type GroupsNow = Schemas['circles.GroupsNow'];
export type SeatGroup = Schemas['circles.SeatGroup'];
export type Tally = Schemas['circles.Tally'];
export type Speaker = Schemas['circles.Speaker'];
export type HandsNow = { ask: number; tally: Tally };

export const levels = [say.room_level_1, say.room_level_2, say.room_level_3, say.room_level_4, say.room_level_5];

/** Of a review after the deed; cards of other questions stand under none. */
export const headings = [say.room_review_1, say.room_review_2, say.room_review_3, say.room_review_4];

export const askKinds: Record<AskKind, () => string> = {
  cards: say.room_ask_cards,
  count: say.room_ask_count,
  review: say.room_ask_review,
};

export const getRoom = (session: string): Promise<RoomReply> =>
  asking(api.GET('/api/sessions/{session}/room', { params: { path: { session } } }));

const known = <T extends { id: number }>(list: T[]) => new Map(list.map((one) => [one.id, one]));

/** A card that was hidden comes without its words: who may still see it keeps those that are here. */
function withNewCards(before: WallCard[], news: WallCard[]): WallCard[] {
  const cards = known(before);
  for (const card of news) {
    const old = cards.get(card.id);
    cards.set(card.id, { ...old, ...card, body: card.body || (old?.body ?? '') });
  }
  return [...cards.values()].sort((one, other) => one.id - other.id);
}

/** News are for everybody: what only a facilitator is told (questions in wait, hands counted by eye) stays as it was until asked for anew. */
function withNewAsks(before: Ask[], news: Ask[]): Ask[] {
  const asks = known(before.filter(({ state }) => state === 'waiting'));
  const old = known(before);
  for (const ask of news) {
    const counted = old.get(ask.id)?.counted;
    asks.set(ask.id, counted ? { counted, ...ask } : ask);
  }
  return [...asks.values()].sort((one, other) => one.id - other.id);
}

/** What is older than what stands here, as after a stream that came late, changes nothing. */
export function withNews(before: RoomState, news: RoomState): RoomState {
  if (news.revision < before.revision) return before;
  return { ...news, cards: withNewCards(before.cards, news.cards), asks: withNewAsks(before.asks, news.asks) };
}

export const withHands = (before: RoomState, { ask, tally }: HandsNow): RoomState => ({
  ...before,
  asks: before.asks.map((one) => (one.id === ask ? { ...one, tally } : one)),
});

export const onScreen = (state: RoomState): Ask | undefined => state.asks.find(({ id }) => id === state.screen_ask);
export const openAsk = (state: RoomState): Ask | undefined => state.asks.find((ask) => ask.state === 'open');
export const cardsOf = (state: RoomState, ask: number, heading?: number): WallCard[] =>
  state.cards.filter((card) => card.ask === ask && (heading === undefined || card.heading === heading));

/** "04:59"; after its time a block counts on, with a minus before it. */
export function clockText(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${seconds < 0 ? '−' : ''}${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

/** Eight digits are easier to say and to type as two times four. */
export const spokenCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
