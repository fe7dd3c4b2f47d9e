import { listOwnCircles } from '#features/circles/capture/captures.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params, url }) {
  const waiting = Number(url.searchParams.get('waiting')) || undefined;
  return { circles: await orErrorPage(listOwnCircles()), circle: params.circle, waiting };
}
