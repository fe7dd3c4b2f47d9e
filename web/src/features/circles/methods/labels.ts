// The words of methods for every value that the server knows.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { Becomes, FieldKind, SplitBy } from '../types.ts';

export const fieldKinds: Words<FieldKind> = {
  text: say.methods_field_text,
  number: say.methods_field_number,
  choice: say.methods_field_choice,
  date: say.methods_field_date,
  person: say.methods_field_person,
};

export const outcomes: Words<Becomes> = {
  point: say.methods_becomes_point,
  story: say.methods_becomes_story,
  lesson: say.methods_becomes_lesson,
  agreement: say.methods_becomes_agreement,
  knowledge: say.methods_becomes_knowledge,
};

export const splits: Words<SplitBy> = {
  organisation: say.groups_split_organisation,
  sector: say.groups_split_sector,
  lot: say.groups_split_lot,
  choice: say.groups_split_choice,
};
