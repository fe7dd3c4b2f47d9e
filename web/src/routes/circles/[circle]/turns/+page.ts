import { getTurns } from '#features/circles/turns/turns.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ first: await orErrorPage(getTurns(params.circle)) });
