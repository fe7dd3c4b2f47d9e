// A map's classes in words, and how deep their colour is.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import { number } from '#lib/format.ts';
import { amount, plain } from '../amount.ts';
import { whyNone } from '../view/words.ts';
import type { Found } from '../view/types.ts';
import type { MapNumbers, MapTile, NumberClass } from './types.ts';

export type NoNumber = Exclude<Found, 'value'>;

export const classings: Words<MapNumbers['by']> = {
  quantile: say.goals_map_by_quantile,
  target: say.goals_map_by_target,
  score: say.goals_map_by_score,
  single: say.goals_map_by_single,
};

/** "12.0–15.4", "ต่ำกว่า 40.0", "80.0 ขึ้นไป" */
export function rangeOf({ from, to }: NumberClass, { by, traits }: MapNumbers): string {
  const said = (value: number) => plain(value, traits);
  const isDown = by === 'target' && traits.direction === 'down';
  if (from == null) return to == null ? '' : isDown ? say.goals_map_at_most({ to: said(to) }) : say.goals_map_below({ to: said(to) });
  if (to == null) return isDown ? say.goals_map_above({ from: said(from) }) : say.goals_map_from({ from: said(from) });
  if (from === to) return said(from);
  if (by === 'target' || by === 'score') {
    const ends = { from: said(from), to: said(to) };
    return isDown ? say.goals_map_above_to({ ...ends }) : say.goals_map_from_below({ ...ends });
  }
  return `${said(from)}–${said(to)}`;
}

export const shades = 5;

/** 0, the palest, to 4: the deeper the better, where anybody has said which way that is, and else the more. */
export function shadeOf(place: number, { classes, traits }: MapNumbers): number {
  const deep = classes.length < 2 ? shades - 1 : Math.round((place / (classes.length - 1)) * (shades - 1));
  return traits.direction === 'down' ? shades - 1 - deep : deep;
}

/** The name of what an area is filled with: a shade, or a pattern that says why there is no number. */
export const fillOf = (tile: MapTile, numbers: MapNumbers): string =>
  tile.in_class == null ? tile.found : `shade${shadeOf(tile.in_class, numbers)}`;

export const valueOf = (tile: MapTile, { traits }: MapNumbers): string =>
  tile.value != null ? amount(tile.value, traits) : tile.found === 'value' ? '' : whyNone[tile.found]();

export const rested = ({ reported, expected }: MapTile): string =>
  expected == null
    ? say.goals_reported({ reported: number(reported) })
    : say.goals_reported_of({ reported: number(reported), expected: number(expected) });

export const countOf = ({ tiles }: MapNumbers, found: NoNumber): number => tiles.filter((tile) => tile.found === found).length;
