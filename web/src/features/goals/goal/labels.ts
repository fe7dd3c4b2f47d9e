// The words of goals for every value that the server knows.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { Column, Decision, Progress, Standing } from './types.ts';

export type Tone = 'plain' | 'warm' | 'good' | 'due' | 'late';

export const standings: Words<Standing> = {
  proposed: say.goals_standing_proposed,
  supported: say.goals_standing_supported,
  voted: say.goals_standing_voted,
  adopted: say.goals_standing_adopted,
  not_adopted: say.goals_standing_not_adopted,
};

export const progresses: Words<Progress> = {
  no_target: say.goals_progress_no_target,
  not_measured: say.goals_progress_not_measured,
  hidden: say.goals_progress_hidden,
  partly_reported: say.goals_progress_partly_reported,
  short_of: say.goals_progress_short_of,
  farther: say.goals_progress_farther,
  unchanged: say.goals_progress_unchanged,
  closer: say.goals_progress_closer,
  reached: say.goals_progress_reached,
};

export const tones: Record<Progress, Tone> = {
  no_target: 'plain',
  not_measured: 'plain',
  hidden: 'plain',
  partly_reported: 'plain',
  short_of: 'due',
  farther: 'late',
  unchanged: 'due',
  closer: 'warm',
  reached: 'good',
};

export const decisions: Words<Decision> = {
  adopted: say.goals_standing_adopted,
  not_adopted: say.goals_standing_not_adopted,
  open: say.goals_decision_open,
};

export const columns: Words<Column> = {
  problem: say.goals_column_problem,
  cause: say.goals_column_cause,
  aim: say.goals_column_aim,
  way: say.goals_column_way,
};

/** What each column asks. */
export const questions: Words<Column> = {
  problem: say.goals_column_problem_asks,
  cause: say.goals_column_cause_asks,
  aim: say.goals_column_aim_asks,
  way: say.goals_column_way_asks,
};
