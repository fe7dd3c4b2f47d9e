import { placeOf } from '#features/areas/areas.ts';
import { getDashboard } from '#features/goals/dashboard/dashboards.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  const dashboard = await orErrorPage(getDashboard(params.dashboard));
  return { dashboard, area: await orErrorPage(placeOf(dashboard.record.area_id)) };
}
