// "ครั้งที่ 44 · แยกขยะอย่างไรให้คนอยากทำ"; one that did not take place says so instead of a number.
import * as say from '#say';
import { sessionStates } from '../labels.ts';
import type { SessionState } from '../types.ts';

export function titleOf({ state, ordinal, title }: { state: SessionState; ordinal?: number | undefined; title: string }): string {
  if (state === 'held' && ordinal) return `${say.circles_nth({ ordinal: String(ordinal) })} · ${title}`;
  return state === 'planned' ? title : `${sessionStates[state]()} · ${title}`;
}
