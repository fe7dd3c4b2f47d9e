import { listConcerns } from '#features/concerns/concerns.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ open: await orErrorPage(listConcerns('open')) });
