import { getIndicator } from '#features/goals/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ indicator: await orErrorPage(getIndicator(params.indicator)) });
