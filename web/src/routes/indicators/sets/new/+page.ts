import { getSet } from '#features/goals/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const base = url.searchParams.get('base');
  return base ? { base: await orErrorPage(getSet(base)) } : {};
}
