// A change of areas, and the line of descent that it leaves, in the person's words.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { Descent } from '../types.ts';
import type { Kind, Municipality } from './changes.ts';

export const kinds: Words<Kind> = {
  split: say.areas_changes_kind_split,
  merge: say.areas_changes_kind_merge,
  rename: say.areas_changes_kind_rename,
  move: say.areas_changes_kind_move,
  raise: say.areas_changes_kind_raise,
};

export const municipalities: Words<Municipality> = {
  subdistrict: say.areas_municipality_kind_subdistrict,
  town: say.areas_municipality_kind_town,
  city: say.areas_municipality_kind_city,
};

const municipalityOf: Record<Municipality, (it: { name: string }) => string> = {
  subdistrict: say.areas_municipality_subdistrict,
  town: say.areas_municipality_town,
  city: say.areas_municipality_city,
};

/** "เทศบาลตำบลท่าซัก (ทั้งตำบล)" */
export const municipalityInWords = (kind: Municipality, name: string, isWhole: boolean): string =>
  `${municipalityOf[kind]({ name })} (${isWhole ? say.areas_municipality_whole() : say.areas_municipality_part()})`;

/** What stands before the names of the other areas. */
export const descents: Words<Descent['what']> = {
  part_of: say.areas_descent_part_of,
  joined_of: say.areas_descent_joined_of,
  was: say.areas_descent_was,
  took: say.areas_descent_took,
  divided_into: say.areas_descent_divided_into,
  joined_to: say.areas_descent_joined_to,
  became: say.areas_descent_became,
  gave: say.areas_descent_gave,
  renamed: say.areas_descent_renamed,
  raised: say.areas_descent_raised,
};

/** What stands in the place of other areas. */
export function nameIn({ municipality, name, is_whole }: Descent): string {
  return municipality ? municipalityInWords(municipality, name, is_whole) : name;
}

const reasons: Record<string, () => string> = {
  change_has_values: say.problem_change_has_values,
  change_has_records: say.problem_change_has_records,
  change_has_later: say.problem_change_has_later,
  change_touched_since: say.problem_change_touched_since,
};
export const whyKept = (code: string): string => reasons[code]?.() ?? code;
