import * as say from '#say';
import { longDate, number } from '#lib/format.ts';
import type { Words } from '#lib/words.ts';
import type { ShownDecision, VoteWay } from './types.ts';

export const ways: Words<VoteWay> = { paper: say.goals_vote_way_paper, hands: say.goals_vote_way_hands };

/** "เห็นด้วย 41 · ไม่เห็นด้วย 3 · งดออกเสียง 2" */
export const counts = (vote: { yes: number; no: number; abstain: number }): string =>
  say.goals_vote_counts({ yes: number(vote.yes), no: number(vote.no), abstain: number(vote.abstain) });

/** "รับเป็นตัวชี้วัดแล้ว · 21 พฤศจิกายน 2569 · ประชาคมตำบล · สมศรี": what was decided, when, where, and who wrote it down. */
export const told = (outcome: string, decision: ShownDecision): string => [outcome, decidedIn(decision)].filter(Boolean).join(' · ');
export const decidedIn = ({ on, meeting, written_by }: ShownDecision): string =>
  [on ? longDate(on) : '', meeting, written_by].filter(Boolean).join(' · ');
