import { getGroupPage } from '#features/channels/group/group.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ token: params.token, page: await orErrorPage(getGroupPage(params.token)) });
