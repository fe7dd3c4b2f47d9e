import * as say from '#say';
import type { IconName } from '#ui/icons.ts';
import type { Words } from '#lib/words.ts';
import type { Look, ShownBlock, Width } from './types.ts';

export const looks: Words<Look> = {
  number: say.goals_block_look_number,
  trend: say.goals_block_look_trend,
  bars: say.goals_block_look_bars,
  multiples: say.goals_block_look_multiples,
  ladder: say.goals_block_look_ladder,
  table: say.goals_block_look_table,
  text: say.goals_block_look_text,
  exceptions: say.goals_block_look_exceptions,
};
export const aboutLooks: Words<Look> = {
  number: say.goals_block_about_number,
  trend: say.goals_block_about_trend,
  bars: say.goals_block_about_bars,
  multiples: say.goals_block_about_multiples,
  ladder: say.goals_block_about_ladder,
  table: say.goals_block_about_table,
  text: say.goals_block_about_text,
  exceptions: say.goals_block_about_exceptions,
};
export const icons: Record<Look, IconName> = {
  number: 'chart',
  trend: 'chart',
  bars: 'chart',
  multiples: 'all',
  ladder: 'target',
  table: 'all',
  text: 'edit',
  exceptions: 'eye',
};
export const widths: Words<Width> = { half: say.goals_block_width_half, full: say.goals_block_width_full };
export const faults: Words<NonNullable<ShownBlock['fault']>> = {
  no_such_indicator: say.goals_block_no_such_indicator,
  no_such_goal: say.goals_block_no_such_goal,
  no_such_area: say.goals_block_no_such_area,
  no_such_set: say.goals_block_no_such_set,
};
