// What two note-takers may have written differently in one session.
import * as say from '#say';
import { clashesIn, line, text, textIn, type Clash, type Field } from '#lib/meeting.ts';
import type { Typed } from '../session/forms.ts';

export const texts: Field<Typed>[] = [
  line('title', say.circles_session_title),
  text('summary', say.circles_summary),
  text('key_question', say.circles_key_question),
  text('planned_result', say.circles_planned_result),
  text('seen_result', say.circles_seen_result),
  textIn('process', 'check_in', say.circles_check_in),
  textIn('process', 'tool', say.circles_tool),
  textIn('process', 'steps', say.circles_steps),
  textIn('process', 'mood', say.circles_mood),
  textIn('process', 'would_change', say.circles_would_change),
  textIn('transparency', 'issue', say.circles_ita_issue),
  textIn('transparency', 'took_part', say.circles_ita_took_part),
  textIn('transparency', 'result', say.circles_ita_result),
  textIn('transparency', 'result_use', say.circles_ita_use),
];

/** What only they wrote comes along: an empty text of mine takes theirs. */
export const withTheirs = (mine: Typed, theirs: Typed): Typed =>
  texts.reduce((form, { of, put }) => (of(form) ? form : put(form, of(theirs), theirs)), mine);

/** What only I wrote is no question; where both wrote, the person is asked. */
export const bothWrote = (mine: Typed, theirs: Typed): Clash[] => clashesIn(texts, mine, theirs).filter((clash) => clash.theirs);
