import { getUnfollowing } from '#features/channels/follow/follow.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ token: params.token, ...(await orErrorPage(getUnfollowing(params.token))) });
