// What a held session still owes to the yearly transparency assessment.
import * as say from '#say';
import type { Participation } from '../types.ts';

const asked = ['issue', 'took_part', 'result', 'result_use'] as const;
export type Asked = (typeof asked)[number];

export const answers: { name: Asked; label: () => string }[] = [
  { name: 'issue', label: say.circles_ita_issue },
  { name: 'took_part', label: say.circles_ita_took_part },
  { name: 'result', label: say.circles_ita_result },
  { name: 'result_use', label: say.circles_ita_use },
];

export const lacking = (row: Participation): Asked[] => asked.filter((name) => row[name].trim() === '');
