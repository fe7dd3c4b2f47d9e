import { getMethod } from '#features/circles/methods/methods.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ method: await orErrorPage(getMethod(params.method)) });
