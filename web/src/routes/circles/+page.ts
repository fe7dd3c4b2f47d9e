import { listCircles, type CirclesWanted } from '#features/circles/circles.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const wanted = Object.fromEntries([...url.searchParams].filter(([name]) => name === 'kind' || name === 'level')) as CirclesWanted;
  return { wanted, first: await orErrorPage(listCircles(wanted)), recording: url.searchParams.has('record') };
}
