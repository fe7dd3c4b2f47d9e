import { listGifts } from '#features/channels/group/group.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ gifts: await orErrorPage(listGifts(params.session)) });
