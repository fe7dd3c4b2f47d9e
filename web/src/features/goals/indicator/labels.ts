// The words of indicators for every value that the server knows; those of units and levels are in ../labels.ts.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { Calculation, Counter, Direction, Frequency, OverAreas, OverTime } from '../types.ts';

export { options } from '#lib/words.ts';

export const directions: Words<Direction> = {
  up: say.goals_direction_up,
  down: say.goals_direction_down,
  band: say.goals_direction_band,
};

export const calculations: Words<Calculation> = {
  ratio: say.goals_calculation_ratio,
  plain: say.goals_calculation_plain,
  score: say.goals_calculation_score,
};

export const factors: Words<'100' | '1' | '1000' | '10000' | '100000'> = {
  '100': say.goals_factor_100,
  '1': say.goals_factor_1,
  '1000': say.goals_factor_1000,
  '10000': say.goals_factor_10000,
  '100000': say.goals_factor_100000,
};

export const overAreas: Words<OverAreas> = {
  sum: say.goals_over_sum,
  average: say.goals_over_average,
  min: say.goals_over_min,
  max: say.goals_over_max,
  count: say.goals_over_count,
  none: say.goals_over_none,
};

export const overTime: Words<OverTime> = {
  sum: say.goals_over_sum,
  average: say.goals_over_average,
  first: say.goals_over_first,
  last: say.goals_over_last,
  min: say.goals_over_min,
  max: say.goals_over_max,
  count: say.goals_over_count,
  none: say.goals_over_none,
};

export const frequencies: Words<Frequency> = {
  once: say.goals_frequency_once,
  week: say.goals_frequency_week,
  month: say.goals_frequency_month,
  quarter: say.goals_frequency_quarter,
  half_year: say.goals_frequency_half_year,
  year: say.goals_frequency_year,
  two_years: say.goals_frequency_two_years,
  five_years: say.goals_frequency_five_years,
};

/** What Lomwong counts itself. */
export const counters: Words<Counter> = {
  sessions_held: say.goals_counter_sessions_held,
  people_came: say.goals_counter_people_came,
  people_known: say.goals_counter_people_known,
  organisations: say.goals_counter_organisations,
  agreements_made: say.goals_counter_agreements_made,
  agreements_kept: say.goals_counter_agreements_kept,
  knowledge_published: say.goals_counter_knowledge_published,
};

/** How it counts. */
export const counterRules: Words<Counter> = {
  sessions_held: say.goals_counter_rule_sessions_held,
  people_came: say.goals_counter_rule_people_came,
  people_known: say.goals_counter_rule_people_known,
  organisations: say.goals_counter_rule_organisations,
  agreements_made: say.goals_counter_rule_agreements_made,
  agreements_kept: say.goals_counter_rule_agreements_kept,
  knowledge_published: say.goals_counter_rule_knowledge_published,
};

/** What is said of an indicator, in the order in which people ask; also the names of what differs between two definitions. */
export const facts = {
  title: say.goals_title,
  title_en: say.goals_title_en,
  reason: say.goals_reason,
  goal: say.goals_goal,
  looked_at_by: say.goals_looked_at_by,
  looked_at_on: say.goals_looked_at_on,
  frequency: say.goals_frequency,
  applies_to: say.goals_applies_to,
  rule: say.goals_rule,
  window: say.goals_window,
  threshold: say.goals_threshold,
  numerator: say.goals_numerator,
  denominator: say.goals_denominator,
  levels: say.goals_levels,
  groups: say.goals_groups,
  delicate: say.goals_delicate,
  target: say.goals_target,
  target_to: say.goals_target_to,
  verification: say.goals_verification,
  assessor: say.goals_assessor,
  source: say.goals_source,
  keeper: say.goals_keeper,
};
export type Fact = keyof typeof facts;
