import { getArea } from '#features/areas/areas.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ page: await orErrorPage(getArea(params.code)) });
