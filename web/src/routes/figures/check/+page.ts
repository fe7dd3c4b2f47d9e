import { getWaiting } from '#features/goals/entry/entry.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ url }) => ({ waiting: await orErrorPage(getWaiting(url.searchParams.get('area') ?? undefined)) });
