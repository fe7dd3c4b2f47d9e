import { listIndicators, listSets, type IndicatorsWanted } from '#features/goals/goals.ts';
import { orErrorPage } from '#lib/load.ts';

const narrowing = new Set(['text', 'level', 'unit']);

export async function load({ url }) {
  const wanted = Object.fromEntries([...url.searchParams].filter(([name]) => narrowing.has(name))) as IndicatorsWanted;
  const [first, sets] = await orErrorPage(Promise.all([listIndicators(wanted), listSets()]));
  return { wanted, first, sets };
}
