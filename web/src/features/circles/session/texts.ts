// The written parts of a session under the names that the page, the paper and the form give them.
import * as say from '#say';
import type { Session } from '../types.ts';

type Named = { name: string; text: string };

export const contentTexts = (session: Session): Named[] => [
  { name: say.circles_key_question(), text: session.key_question },
  { name: say.circles_planned_result(), text: session.planned_result },
  { name: say.circles_seen_result(), text: session.seen_result },
];

export const processTexts = ({ process }: Session): Named[] =>
  process
    ? [
        { name: say.circles_check_in(), text: process.check_in },
        { name: say.circles_tool(), text: process.tool },
        { name: say.circles_steps(), text: process.steps },
        { name: say.circles_mood(), text: process.mood },
        { name: say.circles_would_change(), text: process.would_change },
      ]
    : [];

export const transparencyTexts = ({ transparency }: Session): Named[] => [
  { name: say.circles_ita_issue(), text: transparency.issue },
  { name: say.circles_ita_took_part(), text: transparency.took_part },
  { name: say.circles_ita_result(), text: transparency.result },
  { name: say.circles_ita_use(), text: transparency.result_use },
];
