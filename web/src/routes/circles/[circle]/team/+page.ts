import { getCircle } from '#features/circles/circles.ts';
import { getTeam } from '#features/circles/team/team.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  const [circle, team] = await orErrorPage(Promise.all([getCircle(params.circle), getTeam(params.circle)]));
  return { circle, team };
}
