import { listLoads } from '#features/areas/boundaries/boundaries.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ loads: await orErrorPage(listLoads()) });
