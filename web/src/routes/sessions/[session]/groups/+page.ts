import { listBreakouts } from '#features/circles/groups/groups.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ breakouts: await orErrorPage(listBreakouts(params.session)) });
