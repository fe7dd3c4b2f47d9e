import { listWaiting } from '#features/discussion/waiting.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ waiting: await orErrorPage(listWaiting()) });
