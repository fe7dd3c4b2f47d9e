import { placeOf } from '#features/areas/areas.ts';
import { listDashboards, type DashboardsWanted } from '#features/goals/dashboard/dashboards.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const text = url.searchParams.get('text');
  const area = Number(url.searchParams.get('area'));
  const wanted: DashboardsWanted = { ...(text ? { text } : {}), ...(area ? { area } : {}) };
  const [first, place] = await orErrorPage(Promise.all([listDashboards(wanted), area ? placeOf(area) : undefined]));
  return { wanted, first, place };
}
