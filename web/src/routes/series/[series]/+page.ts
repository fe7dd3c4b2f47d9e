import { getSeries } from '#features/knowledge/knowledge.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ series: await orErrorPage(getSeries(params.series)) });
