import { getCount } from '#features/goals/count/count.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ count: await orErrorPage(getCount(params.count)) });
