import { getFeedback } from '#features/circles/feedback/feedback.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ first: await orErrorPage(getFeedback(params.session)) });
