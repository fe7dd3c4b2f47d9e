import { listParticipation, wantedIn } from '#features/circles/year/year.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const wanted = await orErrorPage(wantedIn(url.searchParams));
  return { wanted, rows: await orErrorPage(listParticipation(wanted)) };
}
