import { getTree } from '#features/circles/tree/tree.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ first: await orErrorPage(getTree(params.circle)) });
