// A count of hands as pages know it: what the server tells, and what a phone makes of what it has not sent yet.
import type { components } from '#api/generated/paths.gen.ts';
import * as say from '#say';
import { api, ask } from '#lib/api.ts';
import type { Words } from '#lib/words.ts';

type Schemas = components['schemas'];
export type CountReply = Schemas['goals.CountReply'];
export type CountState = Schemas['goals.CountState'];
export type CountItem = Schemas['goals.CountItem'];
export type CountForm = Schemas['goals.CountForm'];
export type CountLine = Schemas['goals.CountLine'];
export type CountChoices = Schemas['goals.CountChoices'];
export type CountChoice = Schemas['goals.CountChoice'];
export type ComparedFigure = Schemas['goals.ComparedFigure'];
export type Way = CountItem['way'];

export const ways: Words<Way> = {
  hands: say.goals_way_hands,
  eyes_closed: say.goals_way_eyes_closed,
  seeds: say.goals_way_seeds,
  slips: say.goals_way_slips,
};
export const isSecret = (way: Way): boolean => way !== 'hands';

/** What a facilitator does for it, in a sentence. */
export const howTo: Words<Way> = {
  hands: say.goals_way_hands_how,
  eyes_closed: say.goals_way_eyes_closed_how,
  seeds: say.goals_way_seeds_how,
  slips: say.goals_way_slips_how,
};

export const getCount = (count: string): Promise<CountReply> => ask(api.GET('/api/counts/{count}', { params: { path: { count } } }));

export const listCountsOf = (indicator: string): Promise<CountLine[]> =>
  ask(api.GET('/api/indicators/{indicator}/counts', { params: { path: { indicator } } }));

export const getChoices = (what: { set: string } | { indicator: string }, year: number): Promise<CountChoices> =>
  ask(api.GET('/api/count-choices', { params: { query: { ...what, year } } }));

/** Its address. */
export const openCount = async (body: CountForm): Promise<string> => (await ask(api.POST('/api/counts', { body }))).address;

/** One number: of an indicator, a group and a step. */
export type Place = { position: number; group: number; level: number };
export const keyOf = ({ position, group, level }: Place): string => `${position}/groups/${group}/levels/${level}`;
export const pathOf = (count: string, place: Place): string => `/api/counts/${count}/items/${keyOf(place)}`;

/** What waits on this phone, by its place; the newest of several. */
export function waitingOf(count: string, waiting: { path: string; body: unknown; refused?: string | undefined }[]): Map<string, number> {
  const root = `/api/counts/${count}/items/`;
  const found = new Map<string, number>();
  for (const { path, body, refused } of waiting)
    if (!refused && path.startsWith(root) && typeof body === 'string')
      found.set(path.slice(root.length), (JSON.parse(body) as { hands: number }).hands);
  return found;
}

export type Tally = { hands: number; mean: number | undefined; spread: number | undefined };

/** As the server tells it, for what it has not heard yet. */
export function tallyOf(levels: number[]): Tally {
  const hands = levels.reduce((all, each) => all + each, 0);
  if (!hands) return { hands, mean: undefined, spread: undefined };
  const sum = levels.reduce((all, each, i) => all + each * (i + 1), 0);
  const squares = levels.reduce((all, each, i) => all + each * (i + 1) ** 2, 0);
  return { hands, mean: sum / hands, spread: Math.sqrt(hands * squares - sum * sum) / hands };
}

/** "3.70" */
export const twoDecimals = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(2));

/** "14" and the key 3 → "143", as far as a hall can hold; the first key after coming to a place begins anew. */
export const withDigit = (typed: string, digit: number): string => {
  const longer = `${typed}${digit}`.replace(/^0+(?=\d)/, '');
  return longer.length > 4 ? typed : longer;
};
