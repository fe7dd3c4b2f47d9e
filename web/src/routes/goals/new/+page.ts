import { placeOf } from '#features/areas/areas.ts';
import { getGoal } from '#features/goals/goal/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const named = url.searchParams.get('parent');
  const parent = named ? await orErrorPage(getGoal(named)) : undefined;
  const area = Number(url.searchParams.get('area') ?? 0);
  return { parent, from: Number(url.searchParams.get('from')) || undefined, area: area ? await orErrorPage(placeOf(area)) : undefined };
}
