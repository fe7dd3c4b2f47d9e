import { atOf, getDashboard } from '#features/goals/dashboard/dashboards.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params, url }) => ({
  dashboard: await orErrorPage(getDashboard(params.dashboard, atOf(url.searchParams))),
});
