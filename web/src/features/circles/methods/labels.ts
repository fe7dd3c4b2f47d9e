// The words of methods for every value that the server knows.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { Becomes, FieldKind, SplitBy } from '../types.ts';

export const fieldKinds: Words<FieldKind> = {
  text: say.circles_field_text,
  number: say.circles_field_number,
  choice: say.circles_field_choice,
  date: say.circles_field_date,
  person: say.circles_field_person,
};

export const outcomes: Words<Becomes> = {
  point: say.circles_becomes_point,
  story: say.circles_becomes_story,
  lesson: say.circles_becomes_lesson,
  agreement: say.circles_becomes_agreement,
  knowledge: say.circles_becomes_knowledge,
};

export const splits: Words<SplitBy> = {
  organisation: say.circles_split_organisation,
  sector: say.circles_split_sector,
  lot: say.circles_split_lot,
  choice: say.circles_split_choice,
};
