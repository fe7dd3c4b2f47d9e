import { getFollowing } from '#features/channels/follow/follow.ts';
import { getCircle } from '#features/circles/circles.ts';
import { orErrorPage } from '#lib/load.ts';
import { viewer, whoIsHere } from '#lib/viewer.svelte.ts';

export async function load({ params }) {
  const circle = await orErrorPage(getCircle(params.circle));
  await whoIsHere();
  // A guest is not asked to sign in to see how a calendar is followed.
  return { circle, following: viewer.me ? await orErrorPage(getFollowing(params.circle)) : undefined };
}
