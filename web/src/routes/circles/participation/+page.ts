import { listParticipation, wantedIn } from '#features/circles/year/year.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url, parent }) {
  const wanted = await orErrorPage(wantedIn(url.searchParams, (await parent()).site.fiscal_year_begins));
  return { wanted, rows: await orErrorPage(listParticipation(wanted)) };
}
