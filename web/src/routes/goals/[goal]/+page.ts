import { getGoal } from '#features/goals/goal/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ goal: await orErrorPage(getGoal(params.goal)) });
