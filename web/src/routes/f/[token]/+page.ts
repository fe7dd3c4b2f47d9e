import { getAsked } from '#features/circles/feedback/guest.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ token: params.token, asked: await orErrorPage(getAsked(params.token)) });
