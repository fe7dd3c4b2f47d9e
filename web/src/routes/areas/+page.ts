import { country, getArea } from '#features/areas/areas.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ page: await orErrorPage(getArea(country)) });
