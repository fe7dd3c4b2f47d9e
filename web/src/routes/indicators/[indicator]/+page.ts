import { listCountsOf } from '#features/goals/count/count.ts';
import { getIndicator, listSetsWith } from '#features/goals/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params, url }) {
  const year = Number(url.searchParams.get('year')) || undefined;
  const [indicator, sets, counts] = await orErrorPage(
    Promise.all([getIndicator(params.indicator, year), listSetsWith(params.indicator), listCountsOf(params.indicator)]),
  );
  return { indicator, sets, counts };
}
