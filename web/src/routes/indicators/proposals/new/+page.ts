import { error } from '@sveltejs/kit';
import { getGoal } from '#features/goals/goal/goals.ts';
import { getSet } from '#features/goals/goals.ts';
import type { Aim } from '#features/goals/proposal/types.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const goal = url.searchParams.get('goal');
  const set = url.searchParams.get('set');
  if (goal) return { of: { goal } as Aim, aim: (await orErrorPage(getGoal(goal))).record };
  if (set) return { of: { set } as Aim, aim: (await orErrorPage(getSet(set))).record };
  error(404);
}
