import { listSets } from '#features/goals/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ sets: await orErrorPage(listSets()) });
