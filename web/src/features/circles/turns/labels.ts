import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { HostTask } from '../types.ts';

/** In the order in which one thinks of them. */
export const tasks: Words<HostTask> = {
  place: say.circles_task_place,
  invitation: say.circles_task_invitation,
  seats: say.circles_task_seats,
  refreshments: say.circles_task_refreshments,
  sound: say.circles_task_sound,
  sign_in_sheet: say.circles_task_sign_in_sheet,
  note_taker: say.circles_task_note_taker,
  welcome: say.circles_task_welcome,
};
