import { getMap, wantedIn } from '#features/goals/map/map.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ url }) => {
  const wanted = wantedIn(url.searchParams);
  return { wanted, map: await orErrorPage(getMap(wanted)) };
};
