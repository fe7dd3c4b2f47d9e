import { getLife } from '#features/circles/life/life.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ life: await orErrorPage(getLife(params.circle)) });
