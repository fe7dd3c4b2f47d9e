import * as say from '#say';
import type { EntryKind } from '../types.ts';

export const entryKinds: Record<EntryKind, () => string> = {
  beginning: say.areas_entry_beginning,
  turning_point: say.areas_entry_turning_point,
  plan: say.areas_entry_plan,
  activity: say.areas_entry_activity,
  organisation: say.areas_entry_organisation,
  result: say.areas_entry_result,
  award: say.areas_entry_award,
  disaster: say.areas_entry_disaster,
  other: say.areas_entry_other,
};
