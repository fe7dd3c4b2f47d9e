import { getAreaReport } from '#features/circles/life/life.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ report: await orErrorPage(getAreaReport(params.code)) });
