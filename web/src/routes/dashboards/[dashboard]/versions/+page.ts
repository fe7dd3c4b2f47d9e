import { getDashboard, listVersions } from '#features/goals/dashboard/dashboards.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  const dashboard = await orErrorPage(getDashboard(params.dashboard));
  return { dashboard, steps: await orErrorPage(listVersions(dashboard.record.id)) };
}
