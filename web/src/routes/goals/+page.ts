import { placeOf } from '#features/areas/areas.ts';
import { listGoals, type GoalsWanted } from '#features/goals/goal/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const text = url.searchParams.get('text');
  const area = Number(url.searchParams.get('area'));
  const wanted: GoalsWanted = { ...(text ? { text } : {}), ...(area ? { area } : {}) };
  const [first, place] = await orErrorPage(Promise.all([listGoals(wanted), area ? placeOf(area) : undefined]));
  return { wanted, first, place };
}
