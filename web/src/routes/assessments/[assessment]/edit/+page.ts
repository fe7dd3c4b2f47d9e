import { getAssessment } from '#features/circles/assess/assess.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ first: await orErrorPage(getAssessment(params.assessment)) });
