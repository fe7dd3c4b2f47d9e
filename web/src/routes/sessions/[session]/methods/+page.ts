import { getUses } from '#features/circles/use/uses.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ uses: await orErrorPage(getUses(params.session)) });
