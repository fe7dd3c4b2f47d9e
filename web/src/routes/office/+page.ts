import { getOverview } from '#features/office/office.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ overview: await orErrorPage(getOverview()) });
