import { getInvited, tapped } from '#features/circles/invite/invite.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params, url }) => ({
  token: params.token,
  first: await orErrorPage(getInvited(params.token)),
  answer: tapped(url.searchParams.get('answer')),
});
