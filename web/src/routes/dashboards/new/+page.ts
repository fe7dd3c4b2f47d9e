import { placeOf } from '#features/areas/areas.ts';
import { getDashboard } from '#features/goals/dashboard/dashboards.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const named = url.searchParams.get('copy');
  const copy = named ? await orErrorPage(getDashboard(named)) : undefined;
  const area = copy?.record.area_id ?? Number(url.searchParams.get('area') ?? 0);
  return { copy, area: area ? await orErrorPage(placeOf(area)) : undefined };
}
