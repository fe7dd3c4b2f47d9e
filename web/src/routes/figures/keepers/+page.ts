import { listKeepers } from '#features/goals/entry/entry.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ keepers: await orErrorPage(listKeepers()) });
