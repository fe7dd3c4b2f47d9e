import { getYear } from '#features/site/holidays/holidays.ts';
import { getFiscalYear } from '#features/site/settings/settings.ts';
import { today } from '#lib/format.ts';
import { orErrorPage } from '#lib/load.ts';

/** Addresses carry the year as people write it in Thai: ?year=2569. */
export async function load({ url }) {
  const buddhist = Number(url.searchParams.get('year') ?? 0);
  const year = buddhist ? buddhist - 543 : Number(today().slice(0, 4));
  const [first, fiscal] = await orErrorPage(Promise.all([getYear(year), getFiscalYear()]));
  return { first, fiscal };
}
