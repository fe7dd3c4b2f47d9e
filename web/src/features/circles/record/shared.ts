// What two note-takers may have written differently in one session.
import * as say from '#say';
import { clashesIn, lines, texts, textsIn, withChosen, type Chosen, type Clash, type Field } from '#lib/meeting.ts';
import type { Typed } from '../session/forms.ts';

export const shared: Field<Typed>[] = [
  ...lines<Typed>({ title: say.circles_session_title }),
  ...texts<Typed>({ summary: say.circles_summary, key_question: say.circles_key_question }),
  ...texts<Typed>({ planned_result: say.circles_planned_result, seen_result: say.circles_seen_result }),
  ...textsIn<Typed, 'process'>('process', { check_in: say.circles_check_in, tool: say.circles_tool, steps: say.circles_steps }),
  ...textsIn<Typed, 'process'>('process', { mood: say.circles_mood, would_change: say.circles_would_change }),
  ...textsIn<Typed, 'transparency'>('transparency', { issue: say.circles_ita_issue, took_part: say.circles_ita_took_part }),
  ...textsIn<Typed, 'transparency'>('transparency', { result: say.circles_ita_result, result_use: say.circles_ita_use }),
];

/** What only they wrote comes along: an empty text of mine takes theirs. */
export const withTheirs = (mine: Typed, theirs: Typed): Typed =>
  shared.reduce((form, { of, put }) => (of(form) ? form : put(form, of(theirs), theirs)), mine);

/** What only I wrote is no question; where both wrote, the person is asked. */
export const bothWrote = (mine: Typed, theirs: Typed): Clash[] => clashesIn(shared, mine, theirs).filter((clash) => clash.theirs);

/** Mine, with what was chosen where both wrote. */
export const chosen = (mine: Typed, theirs: Typed, texts: Chosen): Typed => withChosen(shared, mine, theirs, texts);
