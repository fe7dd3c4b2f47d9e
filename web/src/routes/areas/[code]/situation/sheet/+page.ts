import { getSituation } from '#features/goals/view/see.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ situation: await orErrorPage(getSituation(params.code)) });
