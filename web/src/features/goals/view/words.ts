// The words of what was found, and of which way it goes.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { Found, Turn } from './types.ts';

export const whyNone: Words<Exclude<Found, 'value'>> = {
  missing: say.goals_found_missing,
  not_asked: say.goals_found_not_asked,
  not_applicable: say.goals_found_not_applicable,
  no_total: say.goals_found_no_total,
  no_area: say.goals_found_no_area,
  hidden: say.goals_hidden,
};

/** Where there is little room. */
export const whyNoneShort: Words<Exclude<Found, 'value'>> = {
  missing: say.goals_short_missing,
  not_asked: say.goals_short_not_asked,
  not_applicable: say.goals_short_not_applicable,
  no_total: say.goals_short_no_total,
  no_area: say.goals_short_no_area,
  hidden: say.goals_short_hidden,
};

/** Against the period before. */
export const turns: Words<Turn> = {
  better: say.goals_turn_better,
  worse: say.goals_turn_worse,
  same: say.goals_turn_same,
  unlike: say.goals_turn_unlike,
};

/** Against the median of the areas beside it. */
export const besides: Words<Turn> = {
  better: say.goals_beside_better,
  worse: say.goals_beside_worse,
  same: say.goals_beside_same,
  unlike: say.goals_beside_unlike,
};

/** A shape for each, for where colours do not show. */
export const shapes: Record<Turn, string> = { better: '●', worse: '◆', same: '=', unlike: '~' };
