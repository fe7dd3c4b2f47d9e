import { getSession } from '#features/circles/circles.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ session: await orErrorPage(getSession(params.session)) });
