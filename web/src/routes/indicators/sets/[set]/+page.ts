import { getSet } from '#features/goals/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params, url }) {
  const year = Number(url.searchParams.get('year')) || undefined;
  return { set: await orErrorPage(getSet(params.set, year)) };
}
