// What to look into, in the words of who reads it.
import * as say from '#say';
import { number } from '#lib/format.ts';
import type { Words } from '#lib/words.ts';
import { aimInWords, amount } from '../amount.ts';
import type { ExceptionLine, ExceptionList, Reason } from './types.ts';

/** In a word or two. */
export const reasons: Words<Reason> = {
  off_target: say.goals_exception_is_off_target,
  worse: say.goals_exception_is_worse,
  missing: say.goals_exception_is_missing,
  odd: say.goals_exception_is_odd,
};

/** How many lines have each reason, those that none has left out. */
export const countsOf = ({ counts }: ExceptionList): { reason: Reason; count: number }[] =>
  (Object.keys(reasons) as Reason[]).map((reason) => ({ reason, count: counts[reason] })).filter(({ count }) => count > 0);

function missingIn({ period, value, reported, expected }: ExceptionLine): string {
  if (!period) return say.goals_exception_never();
  if (value != null || (expected ?? 1) > 1)
    return say.goals_exception_incomplete({ reported: number(reported), expected: number(expected ?? 0) });
  return say.goals_exception_missing();
}

export function inWords(line: ExceptionLine, reason: Reason): string {
  const said = (value: number | undefined) => (value == null ? '' : amount(value, line.traits));
  switch (reason) {
    case 'off_target':
      return say.goals_exception_off_target({ gap: said(line.gap), value: said(line.value), aim: aimInWords(line.aim, line.traits) });
    case 'worse':
      return say.goals_exception_worse({ before: said(line.before), period: line.before_title, value: said(line.value) });
    case 'missing':
      return missingIn(line);
    case 'odd':
      return say.goals_exception_odd({ count: line.odd });
  }
}

/** What is left out, and what was not looked for. */
export const notesOf = ({ hidden, seeks_odd }: ExceptionList): string[] => [
  ...(hidden ? [say.goals_exceptions_hidden({ count: hidden })] : []),
  ...(seeks_odd ? [] : [say.goals_exceptions_odd_from()]),
];
