import * as say from '#say';
import type { ImportReport } from './types.ts';

type WrongRow = ImportReport['wrong_rows'][number];

/** What the server found wrong with a row, in the person's words. */
const reasons: Record<string, (row: WrongRow) => string> = {
  bad_moo: () => say.problem_bad_moo(),
  bad_village_code: () => say.problem_bad_village_code(),
  name_too_long: () => say.problem_name_too_long(),
  not_in_thailand: () => say.problem_not_in_thailand(),
  not_the_codes_moo: () => say.problem_not_the_codes_moo(),
  not_the_codes_subdistrict: () => say.problem_not_the_codes_subdistrict(),
  ragged_row: () => say.problem_ragged_row(),
  required: () => say.problem_required(),
  twice_in_file: ({ value }) => say.problem_twice_in_file({ line: value }),
  changed_meanwhile: () => say.problem_changed_meanwhile(),
  taken: () => say.problem_taken(),
  bad_date: () => say.problem_bad_date(),
  bad_email: () => say.problem_bad_email(),
  cell_without_value: () => say.problem_cell_without_value(),
  cell_too_long: () => say.problem_cell_too_long(),
  ends_before_it_begins: () => say.problem_ends_before_it_begins(),
  inside_itself: () => say.problem_inside_itself(),
  not_yours: () => say.problem_not_yours(),
  several_of_this_name: () => say.problem_several_of_this_name(),
  unknown_area: () => say.problem_unknown_area(),
  unknown_organisation: () => say.problem_unknown_organisation(),
  unknown_parent: () => say.problem_unknown_parent(),
  unknown_post: () => say.problem_unknown_post(),
  unknown_sector: () => say.problem_unknown_sector(),
  unknown_type: () => say.problem_unknown_type(),
  unknown_subdistrict: () => say.problem_unknown_subdistrict(),
};

export const whatIsWrong = (row: WrongRow): string => reasons[row.code]?.(row) ?? row.code;
