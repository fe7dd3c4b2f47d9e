import { getCircle } from '#features/circles/circles.ts';
import { listAssessments } from '#features/circles/assess/assess.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  const [circle, list] = await orErrorPage(Promise.all([getCircle(params.circle), listAssessments(params.circle)]));
  return { circle, list };
}
