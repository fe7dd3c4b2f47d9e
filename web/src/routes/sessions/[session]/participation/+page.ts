import { getLadder } from '#features/circles/life/life.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ first: await orErrorPage(getLadder(params.session)) });
