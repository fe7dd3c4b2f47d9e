import { listIndicators } from '#features/goals/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ first: await orErrorPage(listIndicators({})) });
