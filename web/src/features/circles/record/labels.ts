// What the fields of a session's form are called where two people's texts are shown beside one another.
import * as say from '#say';
import type { TextName } from '../session/forms.ts';

export const textLabels: Record<TextName, () => string> = {
  title: say.circles_session_title,
  summary: say.circles_summary,
  key_question: say.circles_key_question,
  planned_result: say.circles_planned_result,
  seen_result: say.circles_seen_result,
  'process.check_in': say.circles_check_in,
  'process.tool': say.circles_tool,
  'process.steps': say.circles_steps,
  'process.mood': say.circles_mood,
  'process.would_change': say.circles_would_change,
  'transparency.issue': say.circles_ita_issue,
  'transparency.took_part': say.circles_ita_took_part,
  'transparency.result': say.circles_ita_result,
  'transparency.result_use': say.circles_ita_use,
};
