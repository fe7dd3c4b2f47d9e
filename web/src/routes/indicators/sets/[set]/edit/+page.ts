import { getSet } from '#features/goals/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ set: await orErrorPage(getSet(params.set)) });
