// What the home page shows: the newest of the commons, and for who is signed in, what comes and what waits.
import { api, ask } from '#lib/api.ts';
import { listComing } from '#features/circles/circles.ts';
import type { SessionCard } from '#features/circles/types.ts';
import type { Card } from '#features/records/types.ts';

/** Sessions in one card. */
export const few = 3;

type Wanted = { kind?: string; state?: Card['state']; limit: number };

async function cards(query: Wanted): Promise<Card[]> {
  return (await ask(api.GET('/api/records', { params: { query } }))).items;
}

export type Commons = { circles: Card[]; knowledge: Card[]; coming: SessionCard[] };

export async function loadCommons(): Promise<Commons> {
  const [circles, knowledge, coming] = await Promise.all([
    cards({ kind: 'circle', limit: 4 }),
    cards({ kind: 'knowledge', limit: 6 }),
    listComing(few * 2),
  ]);
  return { circles, knowledge, coming };
}

export type Waiting = { review: Card[]; drafts: Card[] };

export async function loadWaiting(): Promise<Waiting> {
  const [review, drafts] = await Promise.all([cards({ state: 'review', limit: 5 }), cards({ state: 'draft', limit: 5 })]);
  return { review, drafts };
}
