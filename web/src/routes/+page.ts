import { loadCommons } from '#features/home/home.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = () => orErrorPage(loadCommons());
