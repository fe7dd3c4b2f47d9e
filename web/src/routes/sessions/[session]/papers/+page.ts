import { getPapers } from '#features/circles/papers/papers.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ papers: await orErrorPage(getPapers(params.session)) });
