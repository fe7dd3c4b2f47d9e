import { listChanges } from '#features/areas/changes/changes.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ changes: await orErrorPage(listChanges()) });
