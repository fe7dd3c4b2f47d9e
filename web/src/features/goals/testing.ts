import type { Traits } from './types.ts';

/** For tests: the share of a village's households, added up over areas. */
export const householdShare = (decimals = 0): Traits => ({
  level: 'village',
  unit: 'household',
  unit_name: '',
  direction: 'up',
  calculation: 'ratio',
  factor: 100,
  over_areas: 'sum',
  over_time: 'last',
  decimals,
});
