// The words of stages, moves and doubts.
import * as say from '#say';
import { number } from '#lib/format.ts';
import type { Words } from '#lib/words.ts';
import type { Doubt, Move, ShownDeed, Stage } from './types.ts';

export const stages: Words<Stage> = {
  draft: say.goals_stage_draft,
  checked: say.goals_stage_checked,
  approved: say.goals_stage_approved,
  locked: say.goals_stage_locked,
};
/** The same without colour or words. */
export const marks: Record<Stage, string> = { draft: '○', checked: '◐', approved: '●', locked: '■' };

export const moves: Words<Move> = {
  check: say.goals_move_check,
  approve: say.goals_move_approve,
  lock: say.goals_move_lock,
  send_back: say.goals_move_send_back,
  unlock: say.goals_move_unlock,
};

export const acts: Words<ShownDeed['act']> = {
  entered: say.goals_act_entered,
  removed: say.goals_act_removed,
  checked: say.goals_act_checked,
  approved: say.goals_act_approved,
  locked: say.goals_act_locked,
  sent_back: say.goals_act_sent_back,
  unlocked: say.goals_act_unlocked,
  explained: say.goals_act_explained,
};

/** "ต่างจากพื้นที่ข้างเคียง 8 แห่งมาก …": the reason as people can judge it, and as those who know reckoning name it. */
export function doubtIn({ reason, against, score, middle, lowest, highest, among }: Doubt): string {
  const facts = { among, score: number(score), middle: number(middle), lowest: number(lowest), highest: number(highest) };
  const than = against === 'history' ? say.goals_doubt_history(facts) : say.goals_doubt_siblings(facts);
  const why = { z: say.goals_doubt_z, modified_z: say.goals_doubt_modified_z, range: say.goals_doubt_range }[reason](facts);
  return `${than} ${why}`;
}
