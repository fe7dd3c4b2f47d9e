import { listBreakouts } from '#features/circles/groups/groups.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params, url }) => ({
  breakouts: await orErrorPage(listBreakouts(params.session)),
  of: Number(url.searchParams.get('of')),
});
