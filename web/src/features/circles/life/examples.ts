// By what one can tell on which rung a session stands.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { Rung } from '../types.ts';

export const examples: Words<Rung> = {
  inform: say.circles_rung_inform_example,
  consult: say.circles_rung_consult_example,
  involve: say.circles_rung_involve_example,
  collaborate: say.circles_rung_collaborate_example,
  empower: say.circles_rung_empower_example,
};
