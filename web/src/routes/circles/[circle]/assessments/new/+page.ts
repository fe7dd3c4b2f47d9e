import { getCircle } from '#features/circles/circles.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ circle: await orErrorPage(getCircle(params.circle)) });
