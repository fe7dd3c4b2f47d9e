import { getGoal, listCards } from '#features/goals/goal/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  const [goal, cards] = await orErrorPage(Promise.all([getGoal(params.goal), listCards(params.goal)]));
  return { goal, cards };
}
