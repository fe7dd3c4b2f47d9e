// What the server found in a file, and what is wrong with a feature of it, in the person's words.
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { BoundaryReport } from './boundaries.ts';

export const levels: Words<BoundaryReport['levels'][number]['level']> = {
  country: say.goals_level_country,
  region: say.goals_level_region,
  province: say.goals_level_province,
  district: say.goals_level_district,
  subdistrict: say.goals_level_subdistrict,
  village: say.goals_level_village,
  community: say.goals_level_community,
};

const reasons: Record<string, () => string> = {
  boundary_without_code: say.problem_boundary_without_code,
  boundary_unknown_code: say.problem_boundary_unknown_code,
  boundary_twice: say.problem_boundary_twice,
  boundary_empty: say.problem_boundary_empty,
  boundary_no_polygon: say.problem_boundary_no_polygon,
  boundary_uneven: say.problem_boundary_uneven,
  boundary_short_ring: say.problem_boundary_short_ring,
  boundary_swapped: say.problem_boundary_swapped,
  boundary_not_in_degrees: say.problem_boundary_not_in_degrees,
  not_in_thailand: say.problem_not_in_thailand,
};

export const whatIsWrong = ({ code }: BoundaryReport['wrong_rows'][number]): string => reasons[code]?.() ?? code;
