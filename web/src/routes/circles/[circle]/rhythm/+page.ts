import { getRhythm } from '#features/circles/rhythm/ahead.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params, parent }) {
  const [first, { site }] = await Promise.all([orErrorPage(getRhythm(params.circle)), parent()]);
  return { first, begins: site.fiscal_year_begins };
}
