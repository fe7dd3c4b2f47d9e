import { placeOf } from '#features/areas/areas.ts';
import { getGoal } from '#features/goals/goal/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  const goal = await orErrorPage(getGoal(params.goal));
  return { goal, area: await orErrorPage(placeOf(goal.record.area_id)) };
}
