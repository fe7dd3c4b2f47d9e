// The words that stand beside every figure: units and levels; all others that an indicator has are in indicator/labels.ts.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { Level, Traits, Unit } from './types.ts';

export const units: Words<Unit> = {
  person: say.goals_unit_person,
  household: say.goals_unit_household,
  village: say.goals_unit_village,
  community: say.goals_unit_community,
  organisation: say.goals_unit_organisation,
  event: say.goals_unit_event,
  thing: say.goals_unit_thing,
  baht: say.goals_unit_baht,
  hour: say.goals_unit_hour,
  rai: say.goals_unit_rai,
  kilogram: say.goals_unit_kilogram,
  other: say.goals_unit_other,
};

export const unitOf = ({ unit, unit_name }: Pick<Traits, 'unit' | 'unit_name'>): string => (unit === 'other' ? unit_name : units[unit]());

export const levels: Words<Level> = {
  country: say.goals_level_country,
  region: say.goals_level_region,
  province: say.goals_level_province,
  district: say.goals_level_district,
  subdistrict: say.goals_level_subdistrict,
  village: say.goals_level_village,
  community: say.goals_level_community,
};
